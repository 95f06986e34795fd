import { attemptParams } from '../../../../../../../lib/attempts/input.ts'
import { attemptReceipt } from '../../../../../../../lib/evidence/receipt/attempt-receipt.ts'
import { answerFile } from '../../../../../../../lib/http/answer.ts'
import { reading } from '../../../../../../../lib/http/route.ts'

export const GET = reading({ params: attemptParams }, async ({ principal, params }) =>
  answerFile(`referee-receipt-${params.id}.json`, await attemptReceipt(principal, params.id)),
)
