'use client'
import type { ReviewCard } from '../card.ts'
import { type CommandId, itemOf } from '../keys/commands.ts'
import { type Draft, rubricSum, toggled, withPoints } from '../session/draft.ts'
import type { Readiness } from '../session/readiness.ts'
import type { ReviewSession } from '../session/review-session.ts'
import { controls } from './controls.ts'

export interface Deeds {
  openPalette: () => void
  /** null where the rubric may not be changed */
  editRubric: (() => void) | null
  toggleQuestion: () => void
  hint: (hint: 'undecided' | 'reason' | null) => void
}

const focus = (id: string) => {
  const control = document.getElementById(id)
  control?.focus()
  if (control instanceof HTMLInputElement) control.select()
}

/** A decision of all points, or of none: whatever the rubric comes to. */
function allOrNothing(draft: Draft, card: ReviewCard, points: number): Draft {
  const none = { ...draft, ticked: [] }
  return points === rubricSum(card.rubric, [], card.possible)
    ? { ...none, adjustment: 0 }
    : withPoints(card, none, points)
}

/** What each command does on the reviewing screen. */
export function useCommands(session: ReviewSession, back: string, deeds: Deeds): (id: CommandId) => void {
  const save = () => {
    const ready: Readiness = session.save()
    deeds.hint(ready === 'undecided' || ready === 'reason' ? ready : null)
    if (ready === 'reason') focus(controls.reason)
    if (ready === 'ready' || ready === 'unchanged') void session.next()
  }
  const move = (how: () => void) => {
    deeds.hint(null)
    how()
  }
  const decide = (change: (draft: Draft, card: ReviewCard) => Draft) => {
    deeds.hint(null)
    session.draft(change)
  }
  const run: Record<Exclude<CommandId, `item${number}`>, () => void> = {
    save,
    next: () => move(() => void session.next()),
    previous: () => move(() => session.previous()),
    full: () => decide((draft, card) => allOrNothing(draft, card, card.possible)),
    zero: () => decide((draft, card) => allOrNothing(draft, card, 0)),
    points: () => focus(controls.points),
    comment: () => focus(controls.comment),
    reason: () => focus(controls.reason),
    bank: () => document.getElementById(controls.bank)?.click(),
    rubric: () => deeds.editRubric?.(),
    back: () => {
      if (session.current?.card.history[0]?.points == null) return
      decide((draft) => ({ ...draft, ticked: [], adjustment: null }))
      setTimeout(() => focus(controls.reason))
    },
    question: deeds.toggleQuestion,
    // a load of its own, so that the browser asks while something is not saved
    queue: () => location.assign(back),
    palette: deeds.openPalette,
  }
  return (id) => {
    const item = itemOf(id)
    if (item === null) return run[id as keyof typeof run]()
    const wanted = session.current?.card.rubric.items[item]
    if (wanted) decide((draft) => toggled(draft, wanted.id))
  }
}
