import { expect, it } from 'vitest'
import { changesIn, typedFrom } from './changes.ts'

const ada = { personId: 'a', name: 'Ada', email: '', percent: 100, extraMinutes: 0, room: null, reason: '' }
const ben = { ...ada, personId: 'b', name: 'Ben', room: 'Hall' }
const typed = { a: typedFrom(ada), b: typedFrom(ben) }

it('only rows that differ are saved, and none with a number that cannot be', () => {
  expect(changesIn([ada, ben], typed)).toEqual({ changes: [], wrong: 0 })
  const changed = { ...typed, a: { ...typed.a, percent: ' 125 ', room: ' Quiet room ' }, b: { ...typed.b, room: '' } }
  expect(changesIn([ada, ben], changed)).toEqual({
    changes: [
      { personId: 'a', percent: 125, extraMinutes: 0, room: 'Quiet room', reason: '' },
      { personId: 'b', percent: 100, extraMinutes: 0, room: '', reason: '' },
    ],
    wrong: 0,
  })
  for (const percent of ['', '99', '1001', '1e3', '12.5', '-125', 'many'])
    expect(changesIn([ada], { a: { ...typed.a, percent } }), percent).toEqual({ changes: [], wrong: 1 })
  expect(changesIn([ada], { a: { ...typed.a, percent: '1', extraMinutes: '-1' } }).wrong).toBe(2)
})
