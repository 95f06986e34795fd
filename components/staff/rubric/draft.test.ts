import { describe, expect, it } from 'vitest'
import { added, amountOf, changed, copied, differs, draftOf, editOf, moved, removed, unfinished } from './draft.ts'

const rubric = {
  base: 'zero' as const,
  items: [
    { id: 'a', says: 'Names it', amount: 1.5, unit: 'points' as const },
    { id: 'b', says: 'Sign', amount: -0.25, unit: 'share' as const },
  ],
}
const draft = () => draftOf(rubric)
const key = (k: number) => draft().items[k]?.key ?? ''

describe('a draft of a rubric', () => {
  it('says what the rubric says until something is changed', () => {
    const edit = editOf(draft(), 3)
    expect(edit).toEqual({ version: 3, ...rubric })
    expect(draft().items.map(({ amount, takes }) => [amount, takes])).toEqual([
      ['1.5', false],
      ['25', true],
    ])
    expect(edit && differs(edit, rubric)).toBe(false)
    const other = editOf(changed(draft(), key(0), { says: 'Names it well' }), 3)
    expect(other && differs(other, rubric)).toBe(true)
  })

  it('moves rows within its ends, takes them out, and gives new ones a key of their own', () => {
    expect(moved(draft(), key(0), -1)).toEqual(draft())
    expect(moved(draft(), key(0), 1).items.map(({ id }) => id)).toEqual(['b', 'a'])
    expect(moved(draft(), key(1), 1).items.map(({ id }) => id)).toEqual(['a', 'b'])
    const one = added(removed(draft(), key(1)), key(0))
    const two = added(one.draft, key(0))
    expect(two.draft.items.map((item) => item.key)).toEqual([key(0), two.key, one.key])
    expect(new Set(two.draft.items.map((item) => item.key)).size).toBe(3)
  })

  it('is whole when every row is, blank ones aside', () => {
    const { draft: more, key: fresh } = added(draft(), null)
    expect(editOf(more, 0)?.items).toHaveLength(2)
    const half = changed(more, fresh, { says: 'New' })
    expect([...unfinished(half)]).toEqual([fresh])
    expect(editOf(half, 0)).toBeNull()
    expect(editOf(changed(half, fresh, { amount: '0,5' }), 0)?.items[2]).toEqual({
      id: null,
      says: 'New',
      amount: 0.5,
      unit: 'points',
    })
    expect(editOf(changed(draft(), key(0), { says: ' ' }), 0)).toBeNull()
  })

  it('takes another rubric as new items, in the place of its own or after them', () => {
    const other = { base: 'full' as const, items: rubric.items.slice(0, 1) }
    expect(copied(draft(), other, true)).toMatchObject({ base: 'full', items: [{ id: null, says: 'Names it' }] })
    expect(copied(draft(), other, false)).toMatchObject({
      base: 'zero',
      items: [{ id: 'a' }, { id: 'b' }, { id: null }],
    })
  })
})

describe('an amount', () => {
  const of = (amount: string, more = {}) =>
    amountOf({ key: 'k', id: null, says: '', amount, takes: false, unit: 'points', ...more })

  it('is read as people type it', () => {
    expect(['1', '0,5', '−1', '-2.25', ' .5 ', '0'].map((text) => of(text))).toEqual([1, 0.5, -1, -2.25, 0.5, 0])
    expect(of('1', { takes: true })).toBe(-1)
    expect(of('0', { takes: true })).toBe(0)
    expect(of('12.5', { unit: 'share' })).toBe(0.125)
  })

  it('is none where it is not a number, or more than there can be', () => {
    expect(['', 'one', '1.2.3', '1e3', '99999'].map((text) => of(text))).toEqual([null, null, null, null, null])
    expect(of('101', { unit: 'share' })).toBeNull()
  })
})
