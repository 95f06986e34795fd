import type { Principal } from '../../auth/principal.ts'
import { query } from '../../db/query.ts'
import { Refusal } from '../../http/refusal.ts'
import { nextAnswers } from '../../review/queue/next-answers.ts'
import { scoreReview } from '../../review/score-review.ts'

/** What went on while many reviewed the same part at once. */
export interface Together {
  /** acknowledged to a reviewer */
  acknowledged: number
  /** kept by the database */
  stored: number
  /** answers that were decided more than once, or not at all although somebody was told so */
  doubled: number
  lost: number
  /** answers that two reviewers had before them at the same time */
  shared: number
  conflicts: number
}

/** Which answers are before somebody just now; one that is given out twice is counted. */
class Hands {
  readonly #held = new Map<string, string>()
  shared = 0

  take(submissionId: string, personId: string): void {
    const holder = this.#held.get(submissionId)
    if (holder !== undefined && holder !== personId) this.shared++
    this.#held.set(submissionId, personId)
  }

  leave(submissionId: string): void {
    this.#held.delete(submissionId)
  }
}

/** One reviewer, as the screen works: some answers at hand, the next ones asked for while one is decided. */
async function review(principal: Principal, examId: string, field: string, most: number, hands: Hands) {
  const done: { submissionId: string; points: number }[] = []
  let atHand: { submissionId: string; version: number }[] = []
  let conflicts = 0
  while (done.length < most) {
    const except = atHand.map(({ submissionId }) => submissionId)
    if (atHand.length < 2) {
      const { cards } = await nextAnswers(principal, examId, { field, count: 3, except })
      for (const { submissionId } of cards) hands.take(submissionId, principal.personId)
      atHand = [...atHand, ...cards]
    }
    const [card, ...rest] = atHand
    if (!card) break
    atHand = rest
    // points that tell who decided what: the n-th of a reviewer
    const points = (done.length % 8) / 4
    try {
      const { submissionId, version } = card
      await scoreReview(principal, { submissionId, field, version, points, seconds: 1 })
      done.push({ submissionId, points })
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'conflict') throw error
      conflicts++
    }
    hands.leave(card.submissionId)
  }
  return { done, conflicts }
}

/** Lets reviewers work on one part at the same time, each up to `most` answers, and compares what they were told with what is kept. */
export async function reviewTogether(
  reviewers: readonly Principal[],
  examId: string,
  field: string,
  most: number,
): Promise<Together> {
  const hands = new Hands()
  const all = await Promise.all(reviewers.map((one) => review(one, examId, field, most, hands)))
  const stored = await query<{ submissionId: string; reviewer: string; points: number; version: number }>(
    `SELECT r.submission_id AS "submissionId", r.reviewer_id AS reviewer, r.points, r.version
     FROM review r JOIN review_entry e ON e.submission_id = r.submission_id AND e.field = r.field
     WHERE e.exam_id = $1 AND r.field = $2`,
    [examId, field],
  )
  const kept = new Map<string, number>()
  for (const { submissionId, reviewer, points } of stored) {
    const key = `${submissionId}/${reviewer}/${points}`
    kept.set(key, (kept.get(key) ?? 0) + 1)
  }
  const told = all.flatMap(({ done }, k) =>
    done.map(({ submissionId, points }) => `${submissionId}/${reviewers[k]?.personId}/${points}`),
  )
  const decided = new Set(stored.map(({ submissionId }) => submissionId))
  return {
    acknowledged: told.length,
    stored: stored.length,
    doubled: stored.length - decided.size,
    lost: told.filter((key) => !kept.has(key)).length,
    shared: hands.shared,
    conflicts: all.reduce((sum, { conflicts }) => sum + conflicts, 0),
  }
}
