import type { Query } from '../db/query.ts'
import { lateUndecided } from '../late/waiting-late.ts'

/** What of an exam is not finished: numbers that should be nought before results are released. */
export interface Checklist {
  /** attempts under way */
  sitting: number
  /** handed in, and a question has no grading yet */
  ungraded: number
  /** answers that wait for a person */
  waiting: number
  /** parts that are held because their reference failed */
  broken: number
  /** attempts with late answers on which nobody has decided */
  late: number
  /** regrades that nobody has decided on */
  regrades: number
  /** requests for another look that wait for an answer */
  requests: number
}

export async function releaseChecklist(run: Query, examId: string): Promise<Checklist> {
  const [found] = await run<Omit<Checklist, 'late'>>(
    `SELECT
       (SELECT count(*) FROM attempt WHERE exam_id = $1 AND state = 'open')::int AS sitting,
       (SELECT count(*) FROM submission s JOIN attempt a ON a.id = s.attempt_id WHERE a.exam_id = $1 AND EXISTS (
          SELECT FROM attempt_question q WHERE q.attempt_id = a.id AND NOT EXISTS (
            SELECT FROM grading g WHERE g.submission_id = s.id AND g.exam_question_id = q.exam_question_id)))::int
         AS ungraded,
       (SELECT coalesce(sum(n), 0) FROM review_count WHERE exam_id = $1 AND why <> 'broken' AND NOT decided)::int AS waiting,
       (SELECT coalesce(sum(n), 0) FROM review_count WHERE exam_id = $1 AND why = 'broken' AND NOT decided)::int AS broken,
       (SELECT count(*) FROM regrade WHERE exam_id = $1 AND state IN ('running', 'ready', 'approving'))::int AS regrades,
       (SELECT count(*) FROM review_request_now WHERE exam_id = $1 AND state = 'open')::int AS requests`,
    [examId],
  )
  if (!found) throw new Error('no checklist was made')
  return { ...found, late: (await lateUndecided(run, examId)).length }
}

export function isFinished(checklist: Checklist): boolean {
  return Object.values(checklist).every((count) => count === 0)
}
