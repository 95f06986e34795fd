import { receiptKey } from '../../../../../lib/evidence/receipt/attempt-receipt.ts'
import { reading } from '../../../../../lib/http/route.ts'

export const GET = reading({}, async () => receiptKey())
