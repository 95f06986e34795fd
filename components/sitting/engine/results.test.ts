import { expect, it } from 'vitest'
import { Entries } from './entries.ts'
import type { Save, SaveResult } from './protocol.ts'
import { takeResults } from './results.ts'

/** What a page of epoch 1 sent of the one edit that it has. */
function sent() {
  const entries = new Entries(() => 'op')
  entries.edit('q.x', { kind: 'number', text: '1' }, { epoch: 1, monotonicMs: 1, wallMs: 1 })
  const [save] = entries.unsaved() as [Save]
  const said = (result: Partial<SaveResult>): SaveResult => {
    return { opId: 'op', field: 'q.x', outcome: 'applied', epoch: 1, revision: 1, ...result }
  }
  return { entries, save, said }
}

it('a word on the operation settles it', () => {
  const { entries, save, said } = sent()
  expect(takeResults(entries, [save], 1, [said({})])).toBe(1)
  expect(entries.unsaved()).toEqual([])
})

it('that another device wrote the answer settles nothing: the edit stays as it was, to be sent or shown', () => {
  const { entries, save, said } = sent()
  expect(takeResults(entries, [save], 1, [said({ outcome: 'superseded', epoch: 2, revision: 7 })])).toBe(0)
  expect(entries.unsaved()).toEqual([save])
  expect(entries.doubtful()).toBe(false)
})
