import { examParams } from '../../../../../../../lib/attempts/input.ts'
import { mutation } from '../../../../../../../lib/http/route.ts'
import { mailAgain } from '../../../../../../../lib/mail/mail-again.ts'

export const POST = mutation({ params: examParams }, ({ principal, params }) => mailAgain(principal, params.examId))
