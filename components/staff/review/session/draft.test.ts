import { describe, expect, it } from 'vitest'
import type { PastReview } from '../card.ts'
import { type Draft, draftPoints, sameDraft, startOf, toggled, withPoints } from './draft.ts'

const item = (id: string, amount: number, unit: 'points' | 'share' = 'points') => ({
  id,
  says: id,
  nodes: [id],
  amount,
  unit,
})
const rubric = { version: 3, base: 'zero' as const, items: [item('a', 1), item('b', -0.5), item('c', 0.25, 'share')] }
const card = { rubric, possible: 4 }
const blank: Draft = { ticked: [], adjustment: null, comment: '', reason: '' }
const past = (more: Partial<PastReview>): PastReview => ({
  version: 1,
  reviewer: 'Tara',
  points: 1,
  comment: 'so',
  commentNodes: [],
  rubric: ['a'],
  adjustment: 0,
  reason: '',
  createdAt: '',
  ...more,
})

describe('points of a draft', () => {
  it('are none until something is decided', () => {
    expect(draftPoints(card, blank)).toBeNull()
    expect(draftPoints(card, { ...blank, adjustment: 0 })).toBe(0)
  })
  it('are what the ticked items come to, in points and shares, between nothing and all', () => {
    expect(draftPoints(card, { ...blank, ticked: ['a', 'c'] })).toBe(2)
    expect(draftPoints(card, { ...blank, ticked: ['b'] })).toBe(0)
    expect(draftPoints({ ...card, rubric: { ...rubric, base: 'full' } }, { ...blank, ticked: ['b'] })).toBe(3.5)
    expect(draftPoints({ ...card, rubric: { ...rubric, base: 'full' } }, { ...blank, ticked: ['a'] })).toBe(4)
  })
  it('by hand are those, and keep their distance from the rubric', () => {
    const byHand = withPoints(card, { ...blank, ticked: ['a'] }, 1.7)
    expect(draftPoints(card, byHand)).toBe(1.7)
    expect(draftPoints(card, toggled(byHand, 'c'))).toBe(2.7)
    expect(draftPoints(card, withPoints(card, byHand, null))).toBe(1)
  })
})

describe('a draft', () => {
  it('begins at the newest decision, without items that are gone', () => {
    const history = [past({ version: 2, rubric: ['a', 'gone'], adjustment: 0.5 }), past({})]
    expect(startOf({ rubric, history })).toEqual({ ticked: ['a'], adjustment: 0.5, comment: 'so', reason: '' })
    expect(startOf({ rubric, history: [past({ points: null }), past({})] })).toEqual({ ...blank, comment: 'so' })
    expect(startOf({ rubric, history: [] })).toEqual(blank)
  })
  it('is the same whatever the order of ticks', () => {
    expect(sameDraft({ ...blank, ticked: ['a', 'b'] }, { ...blank, ticked: ['b', 'a'] })).toBe(true)
    expect(sameDraft(blank, { ...blank, comment: 'x' })).toBe(false)
    expect(toggled(toggled(blank, 'a'), 'a')).toEqual(blank)
  })
})
