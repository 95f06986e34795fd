import type { Query } from '../../db/query.ts'
import { decisionsOf, settleDecisions } from './decisions.ts'
import { type ShownTitle, shownTitle } from './said-title.ts'
import type { GroupTitle } from './signature.ts'

/** The group that an answer is in, as it is told beside the answer. */
export interface GroupOfAnswer {
  id: string
  title: ShownTitle | null
  name: string | null
  size: number
}

/** The groups of a few answers, as far as they have been made: nothing is computed here. By submission. */
export async function groupsOfAnswers(
  run: Query,
  { examQuestionId, field }: { examQuestionId: string; field: string },
  submissions: readonly string[],
): Promise<Map<string, GroupOfAnswer>> {
  const rows = await run<{ submissionId: string; id: string; title: GroupTitle | null; size: number }>(
    `SELECT m.submission_id AS "submissionId", m.group_id AS id, g.title,
       (SELECT count(*)::int FROM answer_group_member o
        WHERE o.exam_question_id = $2 AND o.field = $3 AND o.group_id = m.group_id) AS size
     FROM answer_group_member m
     LEFT JOIN answer_group g ON g.exam_question_id = $2 AND g.field = $3 AND g.id = m.group_id
     WHERE m.submission_id = ANY ($1) AND m.exam_question_id = $2 AND m.field = $3`,
    [submissions, examQuestionId, field],
  )
  if (rows.length === 0) return new Map()
  const { names } = settleDecisions(await decisionsOf(run, examQuestionId, field))
  return new Map(
    rows.map(({ submissionId, title, ...group }) => [
      submissionId,
      { ...group, title: title && shownTitle(title), name: names.get(group.id) ?? null },
    ]),
  )
}
