import { describe, expect, it } from 'vitest'
import { compareWith, type Row } from './compare.ts'

const value = (text: string) => ({ kind: 'number' as const, text })
const student = {
  attemptId: 'a',
  acknowledged: [
    { opId: '1', field: 'q.y', value: value('1') },
    { opId: '2', field: 'q.y', value: value('2') },
  ],
  typed: new Map([['q.y', value('2')]]),
}
const row: Row = {
  attemptId: 'a',
  events: [
    { opId: '1', value: value('1') },
    { opId: '2', value: value('2') },
  ],
  answers: { 'q.y': value('2') },
  submissions: 1,
  jobs: 1,
}
const found = (changed: Partial<Row>) => compareWith([student], [{ ...row, ...changed }])

describe('what was promised against what is found', () => {
  it('agrees where all is there', () => {
    expect(found({})).toEqual({ acknowledged: 2, lost: 0, stale: 0, duplicated: 0 })
  })

  it.each<[string, Partial<Row>, object]>([
    ['an acknowledged edit that is gone', { events: row.events.slice(1) }, { lost: 1 }],
    [
      'an acknowledged edit that says something else',
      { events: [{ opId: '1', value: value('7') }, row.events[1]!] },
      { lost: 1 },
    ],
    ['an older answer handed in', { answers: { 'q.y': value('1') } }, { stale: 1 }],
    ['nothing handed in', { answers: null, submissions: 0 }, { stale: 1, duplicated: 1 }],
    ['an edit stored twice', { events: [...row.events, row.events[0]!] }, { duplicated: 1 }],
    ['a second submission', { submissions: 2 }, { duplicated: 1 }],
    ['a second job', { jobs: 2 }, { duplicated: 1 }],
  ])('notices %s', (_name, changed, expected) => {
    expect(found(changed)).toMatchObject(expected)
  })
})
