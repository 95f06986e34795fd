import type { CardRubric, ReviewCard } from '../card.ts'
import { keyOf } from '../card.ts'
import { type Draft, sameDraft, startOf } from './draft.ts'
import type { KeptDrafts } from './kept-drafts.ts'
import type { Trouble } from './review-api.ts'

/** One answer of a sitting of reviewing. */
export interface Entry {
  card: ReviewCard
  draft: Draft
  /**
   * `reading`: not saved here. `failed`: could not be saved, and is tried again or waits for the reviewer. `conflict`:
   * somebody was faster, or the rubric is another one; the reviewer decides.
   */
  state: 'reading' | 'saving' | 'saved' | 'failed' | 'conflict'
  trouble: Trouble | null
  /** what stands there in the meantime, of a conflict */
  theirs: ReviewCard | null
  /** the draft is from before a reload */
  restored: boolean
  /** seconds that were not sent yet */
  seconds: number
}

/** An answer as it comes before the reviewer: with what was typed before, where that is not stored yet. */
export function entryOf(card: ReviewCard, drafts: KeptDrafts): Entry {
  const start = startOf(card)
  const kept = drafts.read(keyOf(card))
  const restored = kept !== null && !sameDraft(kept, start)
  const draft = restored ? fitted(kept, card.rubric) : start
  return { card, draft, state: 'reading', trouble: null, theirs: null, restored, seconds: 0 }
}

/** A draft under another rubric: without items that are gone. */
function fitted(draft: Draft, { items }: CardRubric): Draft {
  return { ...draft, ticked: draft.ticked.filter((id) => items.some((item) => item.id === id)) }
}

export function isTouched({ card, draft }: Entry): boolean {
  return !sameDraft(draft, startOf(card))
}

/** The newest card in the place of the one before; what was decided and is not stored yet stays. */
export function renewed(entry: Entry, card: ReviewCard): Entry {
  return { ...entry, card, draft: isTouched(entry) ? fitted(entry.draft, card.rubric) : startOf(card) }
}

export function withRubric(entry: Entry, rubric: CardRubric): Entry {
  if (entry.card.rubric.version >= rubric.version) return entry
  return { ...entry, card: { ...entry.card, rubric }, draft: fitted(entry.draft, rubric) }
}
