import type { Query } from '../db/query.ts'

/**
 * Why a regrade's report is not about the submissions as they are now, in a sentence, or null. Gradings that the regrade
 * itself has appended are no reason.
 */
export async function staleness(run: Query, regradeId: string): Promise<string | null> {
  const [found] = await run<{ drawn: number; added: number; graded: number; incomplete: number }>(
    `SELECT
       (SELECT count(*)::int FROM regrade_question d JOIN exam_question q ON q.id = d.exam_question_id
         WHERE d.regrade_id = r.id AND q.question_version_id <> d.old_version_id) AS drawn,
       (SELECT count(DISTINCT a.submission_id)::int FROM regrade_asked a WHERE a.regrade_id = r.id
         AND NOT EXISTS (SELECT FROM regrade_result x WHERE x.regrade_id = r.id AND x.submission_id = a.submission_id
           AND x.exam_question_id = a.exam_question_id)) AS added,
       (SELECT count(*)::int FROM regrade_result x WHERE x.regrade_id = r.id AND x.before_grading_id IS DISTINCT FROM (
         SELECT max(g.id) FROM grading g WHERE g.submission_id = x.submission_id
           AND g.exam_question_id = x.exam_question_id AND g.idempotence_key <> regrade_grading_key(x))) AS graded,
       (SELECT count(*)::int FROM regrade_result x WHERE x.regrade_id = r.id AND NOT EXISTS (
         SELECT FROM regrade_outcome o WHERE o.regrade_id = x.regrade_id AND o.exam_question_id = x.exam_question_id
           AND o.digest = x.digest)) AS incomplete
     FROM regrade r WHERE r.id = $1`,
    [regradeId],
  )
  if (!found) return 'There is no such regrade.'
  if (found.drawn > 0) return 'The exam has been published anew since. Discard this regrade.'
  if (found.incomplete > 0)
    return `${found.incomplete} results are incomplete. Discard this regrade and ask for another.`
  if (found.graded > 0)
    return `${found.graded} answers have been graded anew since. Discard this regrade and ask for another.`
  return found.added === 0
    ? null
    : `${found.added} submissions have come in since. Take the regrade up again to include them.`
}
