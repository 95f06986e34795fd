import type { Field } from '../../../grader/answers/field.ts'
import type { PaperNode, PaperQuestion } from '../../../grader/answers/paper.ts'
import type { AnswerField } from '../../../grader/question/definition.ts'
import type { StoredTensor, VariantKey } from '../../../grader/question/variant.ts'
import { scalePaper } from '../../attempts/scale.ts'
import type { Principal } from '../../auth/principal.ts'
import { requireRole } from '../../auth/require.ts'
import { query } from '../../db/query.ts'
import { type Accepted, acceptedBand } from '../../grading/accepted.ts'
import { expectedAnswer } from '../../grading/expected.ts'
import { notFound } from '../../http/refusal.ts'
import { renderAuthorMarkdown } from '../../questions/render/markdown.ts'
import { renderSaid } from '../../questions/render/said.ts'
import { courseOfExam } from '../exam-course.ts'
import type { ExamState } from '../plan/read-plan.ts'
import { type Drawable, drawVersion } from './draw-version.ts'

/** What is right in a field, for whoever corrects by hand. */
export interface KeyField {
  name: string
  expected: StoredTensor | string | null
  expectedNodes: PaperNode[] | null
  accepted: Accepted | null
  rubric: { nodes: PaperNode[]; points: number }[]
  solution: PaperNode[]
}

export interface PrintedQuestion {
  number: number
  paper: PaperQuestion
  /** field by field */
  right: KeyField[]
}

export interface PrintedSection {
  title: string
  /** plain text */
  instructions: string
  questions: PrintedQuestion[]
}

export interface PrintedVersion {
  exam: { title: string; course: string; state: ExamState; durationSeconds: number | null }
  instructions: PaperNode[]
  /** how many there are; 0: none can be printed yet */
  versions: number
  version: number
  sections: PrintedSection[]
  questions: number
  points: number
}

interface ExamRow {
  title: string
  course: string
  state: ExamState
  durationSeconds: number | null
  instructions: string
  questions: Drawable[]
}

async function readExam(examId: string): Promise<ExamRow> {
  const [row] = await query<ExamRow>(
    `SELECT e.title, k.title AS course, e.state, e.duration_seconds AS "durationSeconds", e.instructions,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('id', q.id, 'points', q.points,
           'variants', (SELECT coalesce(jsonb_agg(p.variant_id ORDER BY v.seed, p.variant_id), '[]')
             FROM pool_variant p JOIN variant v ON v.id = p.variant_id WHERE p.exam_question_id = q.id),
           'section', CASE WHEN s.id IS NOT NULL THEN jsonb_build_object('id', s.id, 'title', s.title,
             'instructions', s.instructions, 'pick', s.pick, 'shuffle', s.shuffle) END) ORDER BY q.position), '[]')
         FROM exam_question q LEFT JOIN exam_section s ON s.id = q.section_id WHERE q.exam_id = e.id) AS questions
     FROM exam e JOIN course k ON k.id = e.course_id WHERE e.id = $1`,
    [examId],
  )
  if (!row) throw notFound()
  return row
}

interface VariantRow {
  id: string
  paper: PaperQuestion
  key: VariantKey
  solution: Record<string, PaperNode[]>
  answers: AnswerField[]
  decimals: number
  leniency: number
}

/** As they are graded: an approved correction counts here too. */
async function readVariants(ids: readonly string[], places: readonly string[]): Promise<Map<string, VariantRow>> {
  const rows = await query<VariantRow>(
    `SELECT q.id, coalesce(r.paper, v.paper) AS paper, coalesce(r.key, k.key) AS key,
       coalesce(r.solution, k.solution) AS solution, w.definition->'answers' AS answers,
       coalesce((w.definition->>'decimals')::int, 0) AS decimals, coalesce((w.definition->>'leniency')::float8, 1) AS leniency
     FROM unnest($1::uuid[], $2::uuid[]) AS drawn(variant_id, exam_question_id)
     JOIN exam_question q ON q.id = drawn.exam_question_id
     JOIN variant v ON v.id = drawn.variant_id JOIN variant_key k ON k.variant_id = v.id
     LEFT JOIN regrade_key r ON r.regrade_id = q.regrade_id AND r.exam_question_id = q.id AND r.variant_id = v.id
     JOIN question_version w ON w.id = coalesce(r.question_version_id, v.question_version_id)`,
    [ids, places],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

function keyOf(field: Field, { answers, key, solution, decimals, leniency }: VariantRow): KeyField {
  const authored = answers.find(({ name }) => name === field.name)
  const rubric = authored && 'rubric' in authored ? authored.rubric : []
  return {
    name: field.name,
    ...expectedAnswer(field, authored, key),
    accepted: acceptedBand(authored, { answers, decimals, leniency }, key),
    rubric: rubric.map(({ says, points }) => ({ nodes: renderSaid(says, key), points })),
    solution: solution[field.name] ?? [],
  }
}

/** Its own draw of questions, order and numbers, always the same for a number, and the key to it. */
async function versionOf({ questions, instructions, ...exam }: ExamRow, given: number): Promise<PrintedVersion> {
  const versions = versionsOf({ questions, state: exam.state })
  const version = Math.min(Math.max(1, given), Math.max(1, versions))
  const drawn = versions === 0 ? [] : drawVersion(questions, version)
  const variants = await readVariants(
    drawn.map(({ variant }) => variant),
    drawn.map(({ id }) => id),
  )
  const sections: PrintedSection[] = []
  let last: string | null | undefined
  for (const [place, { id, points, section }] of drawn.entries()) {
    const row = variants.get(id)
    if (!row) throw new Error(`The variant of ${id} is not there.`)
    const sectionId = section?.id ?? null
    if (sectionId !== last || sections.length === 0) {
      const { title = '', instructions: said = '' } = section ?? {}
      sections.push({ title, instructions: said, questions: [] })
      last = sectionId
    }
    const paper = scalePaper(row.paper, points)
    const right = paper.fields.map((field) => keyOf(field, row))
    sections.at(-1)?.questions.push({ number: place + 1, paper, right })
  }
  return {
    exam,
    instructions: renderAuthorMarkdown(instructions),
    versions,
    version,
    sections,
    questions: drawn.length,
    points: drawn.reduce((sum, { points }) => sum + points, 0),
  }
}

/** As many as every question has variants for, up to the letters of the alphabet. */
function versionsOf({ questions, state }: Pick<ExamRow, 'questions' | 'state'>): number {
  if (questions.length === 0 || state !== 'published') return 0
  return Math.min(...questions.map(({ variants }) => variants.length), 26)
}

/** One version of an exam for paper, or all there are, for the staff of its course. Of none there is one without questions. */
export async function printedVersions(
  principal: Principal | null,
  examId: string,
  given: number | 'all',
): Promise<[PrintedVersion, ...PrintedVersion[]]> {
  await requireRole(principal, await courseOfExam(examId), ['ta', 'instructor'])
  const exam = await readExam(examId)
  if (given !== 'all') return [await versionOf(exam, given)]
  const others = Array.from({ length: Math.max(0, versionsOf(exam) - 1) }, (_, k) => k + 2)
  const [first, ...rest] = await Promise.all([versionOf(exam, 1), ...others.map((n) => versionOf(exam, n))])
  return [first, ...rest]
}
