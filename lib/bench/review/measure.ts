import type { Principal } from '../../auth/principal.ts'
import { waitingLate } from '../../late/waiting-late.ts'
import { nextAnswers } from '../../review/queue/next-answers.ts'
import { partAnswers } from '../../review/queue/part-answers.ts'
import { reviewQueue } from '../../review/review-queue.ts'
import { scoreReview } from '../../review/score-review.ts'

export interface ReviewFigures {
  next: number[]
  save: number[]
  overview: number[]
  list: number[]
  lastPage: number[]
  /** of one answer with all that its screen shows, as JSON */
  bytes: number
}

const reviews = 200
const visits = 20
/** answers a screen has at hand when it asks for the next one */
const atHand = 2

/** Milliseconds until the answer is there as the JSON that goes out. */
async function timed<T>(into: number[], work: () => Promise<T>): Promise<T> {
  const began = performance.now()
  const value = await work()
  JSON.stringify(value)
  into.push(performance.now() - began)
  return value
}

/** One reviewer on an idle server: the next answer while two are at hand, and a save, many times; then the pages around. */
export async function measureReview(reviewer: Principal, examId: string, field: string): Promise<ReviewFigures> {
  const figures: ReviewFigures = { next: [], save: [], overview: [], list: [], lastPage: [], bytes: 0 }
  const { cards: hand } = await nextAnswers(reviewer, examId, { field, count: atHand })
  for (let n = 0; n < reviews; n++) {
    const except = hand.map(({ submissionId }) => submissionId)
    const { cards } = await timed(figures.next, () => nextAnswers(reviewer, examId, { field, count: 1, except }))
    figures.bytes = JSON.stringify(cards[0] ?? null).length
    hand.push(...cards)
    const card = hand.shift()
    if (!card) throw new Error('there is nothing to review')
    const { submissionId, version } = card
    const points = (n % 5) / 4
    await timed(figures.save, () => scoreReview(reviewer, { submissionId, field, version, points, seconds: 12 }))
  }
  let pages = 1
  for (let n = 0; n < visits; n++) {
    await timed(figures.overview, () => Promise.all([reviewQueue(reviewer, examId), waitingLate(reviewer, examId)]))
    const list = await timed(figures.list, () => partAnswers(reviewer, examId, field, {}))
    pages = list.pages
    await timed(figures.lastPage, () => partAnswers(reviewer, examId, field, { page: pages }))
  }
  return figures
}
