import { reading } from '../../../../../../../lib/http/route.ts'
import { answerParams } from '../../../../../../../lib/review/queue/answer-params.ts'
import { reviewEntry } from '../../../../../../../lib/review/review-entry.ts'

export const GET = reading({ params: answerParams }, async ({ principal, params }) => {
  const { card } = await reviewEntry(principal, params.submissionId, params.field)
  return card
})
