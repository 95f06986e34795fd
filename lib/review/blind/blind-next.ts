import { z } from 'zod'
import type { Principal } from '../../auth/principal.ts'
import { query } from '../../db/query.ts'
import { parse } from '../../http/parse.ts'
import { notFound } from '../../http/refusal.ts'
import { examPart } from '../exam-part.ts'
import { loadCards } from '../queue/load-cards.ts'
import type { NextAnswers } from '../queue/next-answers.ts'
import { requireReviewer } from '../require-reviewer.ts'
import { blindQueue } from './blind-queue.ts'

export const blindNextBody = z.strictObject({
  purpose: z.enum(['second', 'calibration']),
  /** 'slug.name' */
  field: z.string().min(1).max(200),
  count: z.number().int().min(1).max(5).default(1),
  /** submissions that are before the reviewer already, or were passed over */
  except: z.array(z.uuid()).max(5_000).default([]),
})

/** The next answers for a second look, or of the calibration set, without anything that anybody decided of them. */
export async function blindNext(
  principal: Principal | null,
  examId: string,
  given: z.input<typeof blindNextBody>,
): Promise<NextAnswers> {
  const asked = parse(blindNextBody, given)
  const part = await examPart(examId, asked.field)
  const { personId } = await requireReviewer(principal, part)
  if (!part) throw notFound()
  const { submissions, waiting } = await blindQueue(query, { ...asked, examId, personId })
  const { examQuestionId, field } = part
  const cards = await loadCards(query, { examQuestionId, field, submissions, me: personId, decisions: false })
  return { cards, waiting }
}
