import type { PastReview, ReviewCard } from '../card.ts'
import { type Draft, draftPoints, sameDraft, startOf } from './draft.ts'
import type { ReviewBody, Saved } from './review-api.ts'

/**
 * Whether a draft can be saved: `unchanged` needs no saving, `undecided` has no points yet, and `reason` wants one: the
 * grader's decision is put aside, or a person's is taken back.
 */
export type Readiness = 'ready' | 'unchanged' | 'undecided' | 'reason'

type Judged = Pick<ReviewCard, 'history' | 'rubric' | 'possible' | 'computed'>

/** A person's decision holds, and this draft has none: it gives the word back to the grader, or to the queue. */
export function takesBack(card: Judged, draft: Draft): boolean {
  return draftPoints(card, draft) === null && card.history[0]?.points != null
}

export function readiness(card: Judged, draft: Draft): Readiness {
  const points = draftPoints(card, draft)
  if (sameDraft(draft, startOf(card))) return points === null && card.computed === null ? 'undecided' : 'unchanged'
  const reasoned = draft.reason.trim() !== ''
  if (takesBack(card, draft)) return reasoned ? 'ready' : 'reason'
  if (points !== null) return card.computed === null || reasoned ? 'ready' : 'reason'
  // a comment alone, on what the grader decided
  return card.computed !== null && draft.comment.trim() !== '' ? 'ready' : 'undecided'
}

export function bodyOf(card: ReviewCard, draft: Draft, seconds: number): ReviewBody {
  const { submissionId, field, version } = card
  const said = { submissionId, field, version, comment: draft.comment, reason: draft.reason.trim(), seconds }
  if (draftPoints(card, draft) === null) return { ...said, points: null, rubric: [] }
  return { ...said, adjustment: draft.adjustment ?? 0, rubric: draft.ticked, rubricVersion: card.rubric.version }
}

/** The card as it is after its draft was stored. */
export function afterSaving(card: ReviewCard, draft: Draft, { version, points }: Saved, reviewer: string): ReviewCard {
  const past: PastReview = {
    version,
    reviewer,
    points,
    comment: draft.comment,
    commentNodes: [draft.comment],
    rubric: points === null ? [] : [...draft.ticked],
    adjustment: points === null ? 0 : (draft.adjustment ?? 0),
    reason: draft.reason.trim(),
    createdAt: new Date().toISOString(),
  }
  const fields = card.question.fields.map((field) =>
    field.name === card.name ? { ...field, earned: points ?? card.computed } : field,
  )
  const { [card.name]: _before, ...others } = card.decidedBy
  return {
    ...card,
    version,
    history: [past, ...card.history],
    question: { ...card.question, fields },
    decidedBy: points === null ? others : { ...others, [card.name]: reviewer },
  }
}
