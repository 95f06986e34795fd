import type { Principal } from '../../auth/principal.ts'
import { query } from '../../db/query.ts'
import { claimNext } from '../claim-next.ts'
import type { ReviewCard } from './card.ts'
import { loadCards } from './load-cards.ts'

export interface NextAnswers {
  cards: ReviewCard[]
  /** of the part, undecided by anybody, these included */
  waiting: number
}

/** The next answers of a part that wait, claimed for this reviewer, with all that the screen shows of them. */
export async function nextAnswers(
  principal: Principal | null,
  examId: string,
  given: Parameters<typeof claimNext>[2],
): Promise<NextAnswers> {
  const claims = await claimNext(principal, examId, given)
  const { field } = given
  const wanted = {
    examQuestionId: claims[0]?.examQuestionId ?? '',
    field,
    submissions: claims.map(({ submissionId }) => submissionId),
    me: principal?.personId ?? '',
  }
  const [cards, [row]] = await Promise.all([
    loadCards(query, wanted),
    query<{ waiting: number }>(
      `SELECT coalesce(sum(n), 0)::int AS waiting FROM review_count
       WHERE exam_id = $1 AND field = $2 AND why IS NOT NULL AND NOT decided`,
      [examId, field],
    ),
  ])
  return { cards, waiting: row?.waiting ?? 0 }
}
