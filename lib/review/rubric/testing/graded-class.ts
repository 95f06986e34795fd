import type { QuestionGrading } from '../../../../grader/marking/verdict.ts'
import { query } from '../../../db/query.ts'
import { storeGradings } from '../../../grading/store-gradings.ts'

/** `size` students of `makeExam`'s exam, handed in and graded in a few statements: y right, why for a person. */
export async function gradedClass(examId: string, size: number): Promise<string[]> {
  const submissions = await query<{ id: string }>(
    `WITH people AS (
       INSERT INTO person (issuer, subject, name, email)
       SELECT 'local', gen_random_uuid(), 'Student ' || k, k || '@example.edu' FROM generate_series(1, $2::int) k RETURNING id),
     members AS (
       INSERT INTO membership (course_id, person_id, role) SELECT e.course_id, p.id, 'student' FROM exam e, people p WHERE e.id = $1),
     attempts AS (INSERT INTO attempt (exam_id, person_id, state) SELECT $1, id, 'closed' FROM people RETURNING id),
     given AS (
       INSERT INTO attempt_question (attempt_id, exam_question_id, variant_id)
       SELECT a.id, q.id, (SELECT variant_id FROM pool_variant WHERE exam_question_id = q.id LIMIT 1)
       FROM attempts a, exam_question q WHERE q.exam_id = $1)
     INSERT INTO submission (attempt_id, closed_by, digest) SELECT id, 'student', md5(id::text) FROM attempts RETURNING id`,
    [examId, size],
  )
  const questions = await query<{ examQuestionId: string; questionVersionId: string; slug: string; version: string }>(
    `SELECT q.id AS "examQuestionId", v.id AS "questionVersionId", q.slug, v.version
     FROM exam_question q JOIN question_version v ON v.id = q.question_version_id WHERE q.exam_id = $1`,
    [examId],
  )
  const execution = { backend: 'cpu', adapter: '', tfjs: '4', node: '24', grader: 'test', milliseconds: 1 }
  const fields: QuestionGrading['fields'] = [
    { field: 'y', kind: 'number', points: 2, verdict: 'right', score: 1 },
    { field: 'why', kind: 'text', points: 1, verdict: 'review', score: null },
  ]
  await storeGradings(
    query,
    submissions.flatMap(({ id: submissionId }) =>
      questions.map(({ slug, version, ...ids }) => {
        const grading: QuestionGrading = { slug, version, seed: 'seed', fields, firstWrongStep: null, execution }
        return { submissionId, ...ids, grading }
      }),
    ),
  )
  return submissions.map(({ id }) => id)
}

/** The key of the text of its first question. */
export async function partOf(examId: string): Promise<string> {
  const [question] = await query<{ slug: string }>(
    'SELECT slug FROM exam_question WHERE exam_id = $1 AND position = 1',
    [examId],
  )
  return `${question?.slug}.why`
}
