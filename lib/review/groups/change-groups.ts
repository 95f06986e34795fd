import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Principal } from '../../auth/principal.ts'
import { inTransaction, type Query } from '../../db/query.ts'
import { parse } from '../../http/parse.ts'
import { invalid, notFound } from '../../http/refusal.ts'
import { examPart } from '../exam-part.ts'
import { requireReviewer } from '../require-reviewer.ts'
import { decisionsOf } from './decisions.ts'
import { lockGroups } from './lock.ts'
import { applyDecisions } from './store-groups.ts'

const group = z.string().min(1).max(60)
const name = z.string().trim().min(1).max(120)

export const groupChangeBody = z.discriminatedUnion('act', [
  /** into another group; without one into a group of their own */
  z.strictObject({
    act: z.literal('move'),
    answers: z.array(z.uuid()).min(1).max(30_000),
    to: group.optional(),
    name: name.optional(),
  }),
  z.strictObject({ act: z.literal('merge'), from: group, to: group }),
  z.strictObject({ act: z.literal('rename'), group, name }),
  z.strictObject({ act: z.literal('undo'), decision: z.string().regex(/^\d{1,18}$/) }),
])
export type GroupChangeBody = z.input<typeof groupChangeBody>
type Body = z.output<typeof groupChangeBody>

/** A decision about the groups of a part: kept for good, and applied over whatever is computed now and later. */
export async function changeGroups(
  principal: Principal | null,
  examId: string,
  field: string,
  given: GroupChangeBody,
): Promise<{ decision: string; group: string | null }> {
  const body = parse(groupChangeBody, given)
  const part = await examPart(examId, field)
  const { personId } = await requireReviewer(principal, part)
  if (!part) throw notFound()
  const { examQuestionId } = part
  return inTransaction(async (run) => {
    await lockGroups(run, examQuestionId, field)
    await check(run, examQuestionId, field, body)
    const to = body.act === 'move' ? (body.to ?? `own-${randomBytes(9).toString('base64url')}`) : null
    const [stored] = await run<{ id: string }>(
      `INSERT INTO answer_group_decision (exam_question_id, field, act, submission_ids, from_group, to_group, name, undoes,
         person_id)
       VALUES ($1, $2, $3::group_act, $4, $5, $6, $7, $8, $9) RETURNING id::text`,
      [
        examQuestionId,
        field,
        body.act,
        body.act === 'move' ? body.answers : [],
        body.act === 'merge' ? body.from : null,
        to ?? (body.act === 'merge' ? body.to : body.act === 'rename' ? body.group : null),
        'name' in body ? (body.name ?? null) : null,
        body.act === 'undo' ? body.decision : null,
        personId,
      ],
    )
    await applyDecisions(run, examQuestionId, field)
    return { decision: stored?.id ?? '', group: to }
  })
}

/** What a decision is about must be there: groups of this part, answers to it, a decision on it. */
async function check(run: Query, examQuestionId: string, field: string, body: Body): Promise<void> {
  if (body.act === 'undo') {
    const decisions = await decisionsOf(run, examQuestionId, field)
    if (!decisions.some(({ id, act }) => id === body.decision && act !== 'undo')) throw notFound()
    return
  }
  const groups =
    body.act === 'merge' ? [body.from, body.to] : body.act === 'rename' ? [body.group] : [body.to ?? []].flat()
  if (body.act === 'merge' && body.from === body.to) throw invalid('This is one group already.', 'to')
  for (const id of groups) {
    const [known] = await run(
      'SELECT FROM answer_group_member WHERE exam_question_id = $1 AND field = $2 AND group_id = $3 LIMIT 1',
      [examQuestionId, field, id],
    )
    if (!known) throw notFound()
  }
  if (body.act !== 'move') return
  const [here] = await run<{ n: number }>(
    `SELECT count(*)::int AS n FROM answer_group_member
     WHERE exam_question_id = $1 AND field = $2 AND submission_id = ANY ($3)`,
    [examQuestionId, field, body.answers],
  )
  if (here?.n !== new Set(body.answers).size) throw notFound()
}
