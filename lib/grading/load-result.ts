import type { RawAnswer } from '../../grader/answers/raw-answer.ts'
import { receiptCode } from '../attempts/receipt.ts'
import { query } from '../db/query.ts'
import { reviewsShown } from '../review/rubric/reviews-shown.ts'
import { shownPages } from '../uploads/shown-pages.ts'
import { assembleQuestion, type Reader, type StoredQuestion, totals } from './assemble-result.ts'
import type { Result } from './result.ts'

interface SubmissionRow {
  submissionId: string
  frozenAt: string
  digest: string
  examId: string
  title: string
}

/** The questions of a submission, each with the newest grading. */
async function storedQuestions(submissionId: string): Promise<StoredQuestion[]> {
  return query<StoredQuestion>(
    `SELECT q.slug, qv.title, q.points, v.paper, qv.definition->'answers' AS answers, v.key - ARRAY['alternatives', 'alternativeBands', 'deviation'] AS key,
       (qv.definition->'decimals')::int AS decimals, (qv.definition->'leniency')::float8 AS leniency,
       ARRAY(SELECT field FROM jsonb_each(v.solution) AS solved(field, nodes) WHERE nodes <> '[]') AS solved,
       (SELECT g.result FROM grading g WHERE g.submission_id = s.id AND g.exam_question_id = q.id
        ORDER BY g.id DESC LIMIT 1) AS grading
     FROM submission s
     JOIN variant_as_graded v ON v.attempt_id = s.attempt_id
     JOIN exam_question q ON q.id = v.exam_question_id
     JOIN attempt_places(s.attempt_id) p ON p.exam_question_id = q.id
     JOIN question_version qv ON qv.id = v.question_version_id
     WHERE s.id = $1 ORDER BY p.place`,
    [submissionId],
  )
}

/**
 * The whole result of an attempt as the reader may see it, with the answer key: the caller has checked the release.
 * While a question waits for its grading it is short, for it is asked for again and again.
 */
export async function loadResult(attemptId: string, reader: Reader, me: string | null = null): Promise<Result | null> {
  const [submission] = await query<SubmissionRow>(
    `SELECT s.id AS "submissionId", iso(s.frozen_at) AS "frozenAt", s.digest, e.id AS "examId", e.title
     FROM submission s JOIN attempt a ON a.id = s.attempt_id JOIN exam e ON e.id = a.exam_id WHERE a.id = $1`,
    [attemptId],
  )
  if (!submission) return null
  const { submissionId, frozenAt, digest, examId, title } = submission
  const receipt = { submissionId, code: receiptCode(digest), frozenAt, execution: null }
  const [count] = await query<{ possible: number; missing: number }>(
    `SELECT sum(q.points) AS possible, count(*) FILTER (WHERE NOT EXISTS (
       SELECT FROM grading g WHERE g.submission_id = $1 AND g.exam_question_id = q.id))::int AS missing
     FROM attempt_question aq JOIN exam_question q ON q.id = aq.exam_question_id WHERE aq.attempt_id = $2`,
    [submissionId, attemptId],
  )
  if (count && count.missing > 0) {
    const points = { earned: 0, possible: count.possible, waiting: count.possible }
    return { exam: { id: examId, title }, state: 'grading', points, questions: [], receipt }
  }
  const looker = { me, others: reader.staff ? 'named' : reader.reviews ? 'nameless' : 'hidden' } as const
  const [stored, reviews, answers, pages] = await Promise.all([
    storedQuestions(submissionId),
    // what a student was told in answer to their own question counts for them, whatever else is released
    reviewsShown(submissionId, reader.reviews),
    query<{ field: string; value: RawAnswer | null }>(
      'SELECT field, value FROM answer_that_counts WHERE submission_id = $1',
      [submissionId],
    ),
    shownPages(query, [submissionId], looker),
  ])
  const answered = new Map(answers.map(({ field, value }) => [field, value]))
  const questions = stored.map((question) =>
    assembleQuestion(
      question,
      (key) => answered.get(key),
      (key) => reviews.get(key),
      { ...reader, pages: (key) => pages(submissionId, key) },
    ),
  )
  const execution = stored.find((question) => question.grading)?.grading?.execution ?? null
  return {
    exam: { id: examId, title },
    state: 'ready',
    points: totals(questions),
    questions,
    receipt: { ...receipt, execution },
  }
}
