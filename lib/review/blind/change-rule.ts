import { z } from 'zod'
import type { Principal } from '../../auth/principal.ts'
import { requireRole } from '../../auth/require.ts'
import { inTransaction } from '../../db/query.ts'
import { parse } from '../../http/parse.ts'
import { logAction } from '../../invigilation/staff-action.ts'
import { examPart } from '../exam-part.ts'

export const ruleBody = z.strictObject({
  /** 'slug.name' */
  field: z.string().min(1).max(200),
  /** of its answers: so many are scored a second time */
  secondShare: z.number().min(0).max(1),
  /** points by which two scores may differ without anybody being asked */
  threshold: z.number().min(0).max(10_000),
  calibration: z.enum(['none', 'advised', 'required']),
})
export type BlindRule = Omit<z.output<typeof ruleBody>, 'field'>

/** Says what a part asks of its reviewers beyond one score. */
export async function changeRule(
  principal: Principal | null,
  examId: string,
  given: z.input<typeof ruleBody>,
): Promise<BlindRule> {
  const { field, ...rule } = parse(ruleBody, given)
  const part = await examPart(examId, field)
  const { personId } = await requireRole(principal, part?.courseId, ['instructor'])
  await inTransaction(async (run) => {
    await run(
      `INSERT INTO blind_rule (exam_question_id, field, second_share, threshold, calibration) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (exam_question_id, field) DO UPDATE
         SET second_share = excluded.second_share, threshold = excluded.threshold, calibration = excluded.calibration`,
      [part?.examQuestionId, field, rule.secondShare, rule.threshold, rule.calibration],
    )
    await logAction(run, { examId, personId, action: 'set-second-look', details: { field, ...rule } })
  })
  return rule
}
