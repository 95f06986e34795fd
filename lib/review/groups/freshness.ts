import type { Query } from '../../db/query.ts'

/** Raised when answers are put together in another way: then all groups are made again. */
const method = 2

export interface Freshness {
  /** of the gradings that there are now */
  digest: string
  /** how many answers there are */
  answers: number
  /** the groups that are stored know all of them */
  fresh: boolean
  madeAt: string | null
}

/** Whether the stored groups of a part are those of the gradings that there are now. */
export async function freshness(run: Query, examQuestionId: string, field: string): Promise<Freshness> {
  const [row] = await run<Freshness>(
    `SELECT e.digest, e.answers, g.digest IS NOT DISTINCT FROM e.digest AS fresh, iso(g.made_at) AS "madeAt"
     FROM (SELECT $3 || '/' || count(*) || '/' || coalesce(max(grading_id), 0) || '/' || coalesce(sum(grading_id), 0) AS digest,
         count(*)::int AS answers
       FROM counted_review_entry WHERE exam_question_id = $1 AND field = $2) e
     LEFT JOIN answer_grouping g ON g.exam_question_id = $1 AND g.field = $2`,
    [examQuestionId, field, `${method}`],
  )
  return row ?? { digest: '', answers: 0, fresh: false, madeAt: null }
}
