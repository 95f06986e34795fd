import type { CardRubric, PastReview, ReviewCard } from '../card.ts'

/** What a reviewer has decided of an answer so far. */
export interface Draft {
  /** ids of rubric items */
  ticked: readonly string[]
  /** points on top of what the rubric comes to; null: nothing was said */
  adjustment: number | null
  comment: string
  reason: string
}

const blank: Draft = { ticked: [], adjustment: null, comment: '', reason: '' }

/** Where a review begins: at what was decided last, and at nothing where that was taken back. */
export function startOf(card: Pick<ReviewCard, 'history' | 'rubric'>): Draft {
  const [newest] = card.history
  if (newest?.points == null) return { ...blank, comment: newest?.comment ?? '' }
  return { ...blank, ticked: present(newest, card.rubric), adjustment: newest.adjustment, comment: newest.comment }
}

function present({ rubric }: PastReview, { items }: CardRubric): string[] {
  return rubric.filter((id) => items.some((item) => item.id === id))
}

export function sameDraft(one: Draft, other: Draft): boolean {
  return (
    one.adjustment === other.adjustment &&
    one.comment === other.comment &&
    one.reason.trim() === other.reason.trim() &&
    [...one.ticked].sort().join() === [...other.ticked].sort().join()
  )
}

const round = (points: number, to = 100) => Math.round(points * to) / to

/** What the ticked items come to before anything is cut off. */
export function rubricSum({ base, items }: CardRubric, ticked: readonly string[], possible: number): number {
  return items
    .filter(({ id }) => ticked.includes(id))
    .reduce((sum, item) => sum + itemPoints(item, possible), base === 'full' ? possible : 0)
}

/** Points an item gives, or takes away. */
export function itemPoints({ amount, unit }: { amount: number; unit: 'points' | 'share' }, possible: number): number {
  return round(unit === 'share' ? amount * possible : amount)
}

type Scored = Pick<ReviewCard, 'rubric' | 'possible'>

/** Points as they stand; null while nothing was decided. The server reckons the same and has the last word. */
export function draftPoints({ rubric, possible }: Scored, draft: Draft): number | null {
  if (draft.ticked.length === 0 && draft.adjustment === null) return null
  const sum = rubricSum(rubric, draft.ticked, possible) + (draft.adjustment ?? 0)
  return round(Math.min(Math.max(sum, 0), possible))
}

export function toggled(draft: Draft, id: string): Draft {
  const ticked = draft.ticked.includes(id) ? draft.ticked.filter((one) => one !== id) : [...draft.ticked, id]
  return { ...draft, ticked }
}

/** Points by hand: what they differ from the rubric by. */
export function withPoints({ rubric, possible }: Scored, draft: Draft, points: number | null): Draft {
  if (points === null) return { ...draft, adjustment: null }
  return { ...draft, adjustment: round(points - rubricSum(rubric, draft.ticked, possible), 1e6) }
}
