import type { QuestionDefinition } from '../../../grader/question/definition.ts'
import type { Variant, VariantKey } from '../../../grader/question/variant.ts'
import { query } from '../../db/query.ts'
import { definitionOf } from '../../worker/load-submissions.ts'
import { pickHabit, sheetOf } from './sheet.ts'

const studentsAtOnce = 250

interface Pool {
  examQuestionId: string
  slug: string
  definition: QuestionDefinition
  variants: { id: string; variant: Variant; key: VariantKey }[]
}

async function pools(examId: string): Promise<Pool[]> {
  const rows = await query<Omit<Pool, 'definition'> & { versionId: string }>(
    `SELECT q.id AS "examQuestionId", q.slug, q.question_version_id AS "versionId",
       (SELECT jsonb_agg(jsonb_build_object('id', p.variant_id, 'key', k.key,
           'variant', jsonb_build_object('arrangement', k.arrangement)))
         FROM pool_variant p JOIN variant_key k USING (variant_id) WHERE p.exam_question_id = q.id) AS variants
     FROM exam_question q WHERE q.exam_id = $1 ORDER BY q.position`,
    [examId],
  )
  return Promise.all(
    rows.map(async ({ versionId, ...pool }) => ({ ...pool, definition: await definitionOf(versionId) })),
  )
}

/** Numbers in [0, 1) that are the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * Students `from` to `to` − 1, each with an attempt, a frozen submission and a first grading by which every part was
 * wrong, straight into the tables. Returns how many answers were given.
 */
export async function makeClass(examId: string, from: number, to: number): Promise<number> {
  const all = await pools(examId)
  const random = seeded(from + 1)
  let given = 0
  for (let first = from; first < to; first += studentsAtOnce) {
    const students = Array.from({ length: Math.min(studentsAtOnce, to - first) }, (_, k) => ({
      subject: `bench-${first + k}`,
      questions: all.map(({ examQuestionId, slug, definition, variants }) => {
        const drawn = variants[Math.floor(random() * variants.length)] ?? { id: '', variant: {}, key: {} }
        const sheet = sheetOf({ definition, ...drawn } as never, pickHabit(random), random)
        const answers = Object.entries(sheet).map(([field, value]) => ({ field: `${slug}.${field}`, value }))
        given += answers.length
        return { examQuestionId, variantId: drawn.id, answers }
      }),
    }))
    await query(
      `WITH given AS (SELECT * FROM jsonb_to_recordset($2::jsonb) AS s(subject text, questions jsonb)),
       person AS (INSERT INTO person (issuer, subject, name, email)
         SELECT 'bench', subject, subject, subject || '@example.edu' FROM given RETURNING id, subject),
       attempt AS (INSERT INTO attempt (exam_id, person_id, state) SELECT $1, id, 'closed' FROM person RETURNING id, person_id),
       question AS (SELECT a.id AS attempt_id, q.* FROM attempt a JOIN person p ON p.id = a.person_id JOIN given g USING (subject),
         jsonb_to_recordset(g.questions) AS q("examQuestionId" uuid, "variantId" uuid, answers jsonb)),
       drawn AS (INSERT INTO attempt_question (attempt_id, exam_question_id, variant_id)
         SELECT attempt_id, "examQuestionId", "variantId" FROM question),
       event AS (INSERT INTO save_event (attempt_id, field, epoch, revision, op_id, value, late)
         SELECT attempt_id, r.field, 1, 1, gen_random_uuid(), r.value, false
         FROM question, jsonb_to_recordset(answers) AS r(field text, value jsonb) RETURNING id, attempt_id, field, value),
       submission AS (INSERT INTO submission (attempt_id, closed_by, digest) SELECT id, 'student', 'bench' FROM attempt RETURNING id, attempt_id),
       frozen AS (INSERT INTO submission_answer (submission_id, field, save_event_id, epoch, revision, value)
         SELECT s.id, e.field, e.id, 1, 1, e.value FROM event e JOIN submission s USING (attempt_id))
       INSERT INTO grading (submission_id, exam_question_id, question_version_id, idempotence_key, result)
       SELECT s.id, q.id, q.question_version_id, 'bench/' || s.id || '/' || q.id, jsonb_build_object('fields',
         (SELECT jsonb_agg(jsonb_build_object('field', f->'name', 'kind', f->'kind', 'points', f->'points', 'verdict', 'wrong', 'score', 0))
           FROM jsonb_array_elements(v.paper->'fields') f))
       FROM question d JOIN submission s USING (attempt_id) JOIN exam_question q ON q.id = d."examQuestionId" JOIN variant v ON v.id = d."variantId"`,
      [examId, JSON.stringify(students)],
    )
  }
  await query('ANALYZE')
  return given
}
