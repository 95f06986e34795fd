import { expect, it } from 'vitest'
import { type Sides, syncState } from './sync-state.ts'

const both: Sides = { file: 'a', database: 'b', known: ['b'], synced: null }

it.each<[string, Sides]>([
  ['same', { ...both, file: 'b' }],
  ['file-only', { ...both, database: null }],
  ['database-only', { ...both, file: null }],
  ['database-newer', { ...both, known: ['a', 'b'] }],
  ['database-newer', { ...both, known: ['a', 'b'], synced: 'a' }],
  ['file-newer', { ...both, synced: 'b' }],
  ['both', both],
  ['both', { ...both, synced: 'before' }],
])('%s', (state, sides) => {
  expect(syncState(sides)).toBe(state)
})
