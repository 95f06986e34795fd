import { inTransaction, type Query } from '../../db/query.ts'
import { carryIds } from './carry-ids.ts'
import { decisionsOf, groupOf, settleDecisions } from './decisions.ts'
import { lockGroups } from './lock.ts'
import type { AnswerGroup } from './make-groups.ts'

interface Made {
  examQuestionId: string
  field: string
  digest: string
  milliseconds: number
  groups: readonly AnswerGroup[]
}

/** Puts the groups of a part in the place of those that were computed before; what people decided holds over them. */
export async function storeGroups({ examQuestionId, field, digest, milliseconds, groups }: Made): Promise<void> {
  await inTransaction(async (run) => {
    await lockGroups(run, examQuestionId, field)
    const part = [examQuestionId, field]
    const before = await run<{ submissionId: string; computedId: string }>(
      `SELECT submission_id AS "submissionId", computed_id AS "computedId" FROM answer_group_member
       WHERE exam_question_id = $1 AND field = $2`,
      part,
    )
    const ids = carryIds(groups, new Map(before.map(({ submissionId, computedId }) => [submissionId, computedId])))
    const decided = settleDecisions(await decisionsOf(run, examQuestionId, field))
    const rows = groups.map(({ title, leader, alike }, k) => ({ id: ids[k], title, leader, alike }))
    const members = groups.flatMap((group, k) =>
      group.members.map(({ submissionId, likeness }) => {
        const computedId = ids[k] as string
        return { submissionId, computedId, likeness, groupId: groupOf(submissionId, computedId, decided) }
      }),
    )
    await run('DELETE FROM answer_group WHERE exam_question_id = $1 AND field = $2', part)
    await run('DELETE FROM answer_group_member WHERE exam_question_id = $1 AND field = $2', part)
    await run(
      `INSERT INTO answer_group (exam_question_id, field, id, title, leader, alike)
       SELECT $1, $2, g.id, g.title, g.leader, g.alike
       FROM jsonb_to_recordset($3::jsonb) AS g(id text, title jsonb, leader uuid, alike float8)`,
      [...part, JSON.stringify(rows)],
    )
    await run(
      `INSERT INTO answer_group_member (submission_id, field, exam_question_id, group_id, computed_id, likeness)
       SELECT m."submissionId", $2, $1, m."groupId", m."computedId", m.likeness
       FROM jsonb_to_recordset($3::jsonb) AS m("submissionId" uuid, "groupId" text, "computedId" text, likeness float8)`,
      [...part, JSON.stringify(members)],
    )
    await run(
      `INSERT INTO answer_grouping (exam_question_id, field, digest, milliseconds) VALUES ($1, $2, $3, $4)
       ON CONFLICT (exam_question_id, field) DO UPDATE
         SET digest = excluded.digest, milliseconds = excluded.milliseconds, made_at = clock_timestamp()`,
      [...part, digest, milliseconds],
    )
  })
}

/** Applies what has been decided to where answers were computed to be; to be called under the lock. */
export async function applyDecisions(run: Query, examQuestionId: string, field: string): Promise<void> {
  const decided = settleDecisions(await decisionsOf(run, examQuestionId, field))
  const members = await run<{ submissionId: string; computedId: string; groupId: string }>(
    `SELECT submission_id AS "submissionId", computed_id AS "computedId", group_id AS "groupId" FROM answer_group_member
     WHERE exam_question_id = $1 AND field = $2`,
    [examQuestionId, field],
  )
  const moved = members.flatMap(({ submissionId, computedId, groupId }) => {
    const now = groupOf(submissionId, computedId, decided)
    return now === groupId ? [] : [{ submissionId, groupId: now }]
  })
  await run(
    `UPDATE answer_group_member m SET group_id = n."groupId"
     FROM jsonb_to_recordset($2::jsonb) AS n("submissionId" uuid, "groupId" text)
     WHERE m.submission_id = n."submissionId" AND m.field = $1`,
    [field, JSON.stringify(moved)],
  )
}
