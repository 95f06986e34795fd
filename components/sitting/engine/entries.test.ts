import { describe, expect, it } from 'vitest'
import { Entries } from './entries.ts'
import type { Save, SaveResult } from './protocol.ts'

const number = (text: string) => ({ kind: 'number' as const, text })
const result = (revision: number, epoch = 1): SaveResult => {
  return { opId: '', field: 'q.x', outcome: 'superseded', epoch, revision }
}

/** What the journal of this device had. */
const kept = (text: string) => {
  const at = { epoch: 1, revision: 4, monotonicMs: 1, wallMs: 1 }
  return { field: 'q.x', opId: 'before', value: number(text), fate: null, ...at }
}

/** The entries of a page that typed these one after the other into one field, and what it would have sent of each. */
function typed(...texts: string[]) {
  let ids = 0
  const entries = new Entries(() => `op-${ids++}`)
  const sent = texts.map((text) => {
    entries.edit('q.x', number(text), { epoch: 1, monotonicMs: 1, wallMs: 1 })
    return entries.unsaved()[0] as Save
  })
  return { entries, first: sent[0] as Save, last: sent.at(-1) as Save }
}

describe('an edit', () => {
  it('is saved by the newest acknowledgement, in whatever order they come', () => {
    const { entries, first, last } = typed('1', '12')
    entries.acknowledge(last)
    entries.acknowledge(first)
    expect(entries.unsaved()).toEqual([])
  })

  it('typed after another tab took over is not saved by an acknowledgement that was on its way', () => {
    const { entries, last } = typed('1', '12', '123')
    entries.handOver()
    entries.acknowledge(last)
    entries.edit('q.x', number('4'), { epoch: 1, monotonicMs: 2, wallMs: 2 })
    expect(entries.unsaved()).toHaveLength(1)
  })

  it('is not late because an older one was', () => {
    const { entries, first } = typed('1', '12')
    entries.tooLate(first, false)
    expect([entries.shown('q.x').late, entries.unsaved().length]).toEqual([false, 1])
  })

  it('is not in doubt because an older one was known already', () => {
    const { entries, first } = typed('1', '12')
    entries.acknowledgeAgain(first)
    expect(entries.doubtful()).toBe(false)
  })

  it('that the server lacks after all is another operation', () => {
    const { entries, last } = typed('1')
    entries.acknowledge(last)
    entries.forget(['q.x'])
    expect(entries.unsaved()[0]?.opId).not.toBe(last.opId)
  })

  it('that beat an older one of its own page is not disturbed by its fate', () => {
    const { entries, first, last } = typed('1', '12')
    entries.acknowledge(last)
    expect(entries.supersede(first, result(2))).toBe('stale')
    expect(entries.doubtful()).toBe(false)
  })

  it('typed while an older one lost goes above, as another operation', () => {
    const { entries, first, last } = typed('1', '12')
    expect(entries.supersede(first, result(7))).toBe('resend')
    expect(entries.unsaved()[0]).toMatchObject({ revision: 8, value: number('12') })
    expect(entries.unsaved()[0]?.opId).not.toBe(last.opId)
  })

  it('typed while an older one lost never goes below what was typed', () => {
    const { entries, first } = typed('1', '12', '123')
    entries.supersede(first, result(1))
    expect(entries.unsaved()[0]).toMatchObject({ revision: 3, value: number('123') })
  })

  it('that lost to a newer one is looked up at once, not sent again first', () => {
    const { entries, last } = typed('1')
    expect(entries.supersede(last, result(7))).toBe('reload')
    expect(entries.doubtful()).toBe(true)
  })

  it('of a page that is gone is sent even where the server has another of that revision', () => {
    const held = { 'q.x': { epoch: 1, revision: 4, value: number('0') } }
    const entries = new Entries(() => 'op')
    entries.merge(held, true)
    entries.restore([kept('1')], held)
    expect(entries.unsaved()).toMatchObject([{ opId: 'before', value: number('1') }])
  })

  it('that is saved is not given up to an older one when another tab takes over', () => {
    const { entries, last } = typed('1')
    entries.acknowledge(last)
    entries.handOver()
    entries.merge({ 'q.x': { epoch: 1, revision: 0, value: number('0') } }, true)
    expect(entries.shown('q.x').value).toEqual(number('1'))
  })

  it('in doubt stays in the journal, and is not given up to an older one', () => {
    const { entries, last } = typed('1', '12')
    entries.acknowledgeAgain(last)
    expect(entries.rows()).toHaveLength(1)
    entries.merge({ 'q.x': { epoch: 1, revision: 1, value: number('0') } }, false)
    expect(entries.shown('q.x').value).toEqual(number('12'))
  })

  it('that is not sent yet yields to another device alone', () => {
    const { entries } = typed('1')
    entries.merge({ 'q.x': { epoch: 1, revision: 9, value: number('0') } }, false)
    expect(entries.shown('q.x').value).toEqual(number('1'))
  })

  it('of before a takeover is not made newer by it', () => {
    const { entries, last } = typed('1')
    entries.acknowledge(last)
    entries.raise(2)
    entries.merge({ 'q.x': { epoch: 1, revision: 9, value: number('other') } }, false)
    expect(entries.shown('q.x').value).toEqual(number('other'))
  })
})

describe('an edit that lost', () => {
  const other = (text: string, epoch: number) => ({ 'q.x': { epoch, revision: 1, value: number(text) } })

  it('to the very same value lost nothing', () => {
    const { entries } = typed('1')
    entries.merge(other('1', 2), false)
    expect(entries.shown('q.x').replaced).toBeNull()
  })

  it('to the same value, typed before the journal could be read, lost nothing', () => {
    const { entries } = typed('1')
    entries.find([kept('1')])
    expect(entries.shown('q.x').replaced).toBeNull()
  })

  it('is not what the journal had where nothing was typed since: that goes above what the server holds', () => {
    const entries = new Entries(() => 'op')
    entries.merge(other('0', 1), true)
    entries.find([kept('1')])
    expect(entries.shown('q.x')).toMatchObject({ value: number('1'), replaced: null })
    expect(entries.unsaved()).toMatchObject([{ revision: 4, opId: 'before' }])
  })

  it('to the same value, in the journal of a page that is gone, lost nothing', () => {
    const entries = new Entries(() => 'op')
    entries.merge(other('1', 2), true)
    entries.restore([kept('1')], other('1', 2))
    expect(entries.shown('q.x')).toMatchObject({ value: number('1'), replaced: null })
  })

  it('stays lost when the page is loaded again', () => {
    const held = { 'q.x': { epoch: 1, revision: 4, value: number('0') } }
    const entries = new Entries(() => 'op')
    entries.merge(held, true)
    entries.restore([{ ...kept('1'), fate: 'replaced' }], held)
    expect(entries.shown('q.x')).toMatchObject({ value: number('0'), replaced: { mine: number('1') } })
    expect(entries.unsaved()).toEqual([])
  })

  it('and that the server has is shown, but not told to it again', () => {
    const { entries, last } = typed('mine')
    entries.acknowledgeAgain(last)
    entries.merge(other('2', 2), false)
    expect(entries.shown('q.x').replaced).toEqual({ mine: number('mine'), row: expect.anything() })
    expect(entries.strays()).toEqual([])
  })

  it('is not held against the answer that another tab gave meanwhile', () => {
    const { entries, last } = typed('mine')
    entries.acknowledgeAgain(last)
    entries.merge(other('2', 2), true)
    expect(entries.shown('q.x')).toMatchObject({ value: number('2'), replaced: null })
  })

  it('is kept at hand while others take the place of the one that beat it', () => {
    const { entries } = typed('mine')
    entries.merge(other('2', 2), false)
    entries.merge(other('3', 3), false)
    expect(entries.shown('q.x')).toMatchObject({ value: number('3'), replaced: { mine: number('mine') } })
  })

  it('is settled by a word on its own operation alone', () => {
    const { entries, last } = typed('mine')
    entries.merge(other('2', 2), false)
    expect(entries.strayKept({ ...last, opId: 'another' })).toBe(false)
    expect(entries.strays()).toHaveLength(1)
    expect(entries.strayKept(last)).toBe(true)
    expect(entries.strays()).toEqual([])
  })
})
