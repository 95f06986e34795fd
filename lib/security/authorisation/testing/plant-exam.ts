import { randomUUID } from 'node:crypto'
import type { PaperQuestion } from '../../../../grader/answers/paper.ts'
import type { FieldGrading, QuestionGrading } from '../../../../grader/marking/verdict.ts'
import type { VariantKey } from '../../../../grader/question/variant.ts'
import { query } from '../../../db/query.ts'
import { storeGradings } from '../../../grading/store-gradings.ts'
import type { State } from '../gives.ts'
import { plantFigure } from './plant-figure.ts'
import { secrets } from './secrets.ts'

async function insert(text: string, values: readonly unknown[]): Promise<string> {
  const [row] = await query<{ id: string }>(`${text} RETURNING id`, values)
  if (!row) throw new Error('nothing was inserted')
  return row.id
}

const paper = (slug: string): PaperQuestion => ({
  slug,
  title: `Question ${slug}`,
  points: 3,
  nodes: [{ tag: 'p', children: ['Compute ', { field: 'y' }] }],
  fields: [
    { name: 'y', label: 'y', points: 2, kind: 'number', decimals: 2 },
    { name: 'why', label: 'Why', points: 1, kind: 'text', maximumLength: 20_000, upload: true },
  ],
})

/** As the grading process stores one, with something planted wherever an author or the grader writes. */
const definition = (slug: string, file: string) => ({
  slug,
  figures: [{ kind: 'image', name: 'map', file }],
  reference: { y: secrets.reference },
  mistakes: [{ id: 'planted', says: secrets.mistake, steps: { y: secrets.reference } }],
  answers: [
    { name: 'y', kind: 'number', step: 'y' },
    { name: 'why', kind: 'text', rubric: [{ says: secrets.rubric, points: 1 }], upload: true },
  ],
})

const key: VariantKey = {
  expected: { y: { shape: [], data: [secrets.expected] } },
  deviation: { y: 0 },
  bands: { y: [0.005] },
  alternatives: { planted: { y: { shape: [], data: [-secrets.expected] } } },
  solutions: {},
  broken: {},
}

const opening = {
  draft: ['draft', '1 day', '2 days'],
  ready: ['published', '1 day', '2 days'],
  running: ['published', '-1 hour', '1 day'],
  closed: ['published', '-1 hour', '1 day'],
} as const

export interface PlantedExam {
  /** a picture in the text of its question */
  file: string
  examId: string
  slug: string
  questionVersionId: string
  examQuestionId: string
}

/** An exam of one question, with secrets in everything that is kept of it. Who sits it sits it now. */
export async function plantExam(courseId: string, state: State, instructorId: string): Promise<PlantedExam> {
  const [stored, opens, closes] = state in opening ? opening[state as keyof typeof opening] : opening.closed
  const examId = await insert(
    `INSERT INTO exam (course_id, slug, title, opens_at, closes_at, duration_seconds, grace_seconds, state, published_at)
     VALUES ($1, $2, 'Planted exam', clock_timestamp() + $3::interval, clock_timestamp() + $4::interval, 3600, 0, $5::exam_state,
       CASE WHEN $5 = 'published' THEN clock_timestamp() END)`,
    [courseId, randomUUID(), opens, closes, stored],
  )
  await query('INSERT INTO exam_access (exam_id, code) VALUES ($1, $2)', [examId, secrets.code])
  const slug = `planted-${state}`
  const file = await plantFigure()
  const questionId = await insert(
    // exams of two courses may have the same question
    'INSERT INTO question (slug) VALUES ($1) ON CONFLICT (slug) DO UPDATE SET slug = excluded.slug',
    [slug],
  )
  const questionVersionId = await insert(
    'INSERT INTO question_version (question_id, version, title, source, definition) VALUES ($1, $2, $3, $4, $5)',
    [questionId, randomUUID(), `Question ${slug}`, secrets.source, JSON.stringify(definition(slug, file))],
  )
  const examQuestionId = await insert(
    `INSERT INTO exam_question (exam_id, position, slug, question_version_id, points, state) VALUES ($1, 1, $2, $3, 3, $4::exam_question_state)`,
    [examId, slug, state === 'draft' ? null : questionVersionId, state === 'draft' ? 'waiting' : 'ready'],
  )
  const variantId = await insert(
    'INSERT INTO variant (question_version_id, seed, params, paper) VALUES ($1, $2, $3, $4)',
    [questionVersionId, secrets.seed, '{}', JSON.stringify(paper(slug))],
  )
  await query('INSERT INTO variant_key (variant_id, arrangement, key, solution) VALUES ($1, $2, $3, $4)', [
    variantId,
    '{}',
    JSON.stringify(key),
    JSON.stringify({ y: [{ tag: 'p', children: [secrets.solution] }] }),
  ])
  await query('INSERT INTO pool_variant (exam_question_id, variant_id) VALUES ($1, $2)', [examQuestionId, variantId])
  if (state === 'computed' || state === 'released' || state === 'recalled')
    for (const scope of { computed: ['computed'], released: ['all'], recalled: ['all', 'none'] }[state])
      await query(
        `INSERT INTO release (exam_id, scope, person_id, requests_until)
         VALUES ($1, $2::release_scope, $3, clock_timestamp() + interval '1 day')`,
        [examId, scope, instructorId],
      )
  return { file, examId, slug, questionVersionId, examQuestionId }
}

/** Grades a submission: a number that a mistake explains, a text for a person. */
export async function plantGrading(submissionId: string, exam: PlantedExam): Promise<void> {
  const [row] = await query<{ version: string }>('SELECT version FROM question_version WHERE id = $1', [
    exam.questionVersionId,
  ])
  const named = { id: 'planted', says: secrets.mistake, kind: 'mistake' as const }
  const fields: FieldGrading[] = [
    {
      field: 'y',
      kind: 'number',
      verdict: 'mistake',
      score: 0,
      points: 2,
      named,
      explained: [{ field: 'y', step: 'y', ...named }],
    },
    { field: 'why', kind: 'text', verdict: 'review', score: null, points: 1 },
  ]
  const execution = { backend: 'cpu', adapter: '', tfjs: '4', node: '24', grader: 'test', milliseconds: 1 }
  const grading: QuestionGrading = {
    slug: exam.slug,
    version: row?.version ?? '',
    seed: secrets.seed,
    fields,
    firstWrongStep: 'y',
    execution,
  }
  const { examQuestionId, questionVersionId } = exam
  await storeGradings(query, [{ submissionId, examQuestionId, questionVersionId, grading }])
}
