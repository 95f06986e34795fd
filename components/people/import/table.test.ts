import { expect, it } from 'vitest'
import { given, meaningsOf, peopleKinds, rowsOf, type Table } from './table.ts'

const table: Table = {
  kind: 'csv',
  from: 'UTF-8',
  heading: ['Mail', 'Who', 'Team', 'Extra'],
  rows: [
    { line: 2, cells: ['a@b.c', 'Ada', 'A', 'x'] },
    { line: 3, cells: ['b@b.c'] },
  ],
  columns: { email: 0, name: 1, percent: 3 },
  broken: [],
}

it('takes the guess for the kinds that are asked for', () => {
  expect(meaningsOf(table, peopleKinds)).toEqual(['email', 'name', null, null])
})

it('gives each meaning to one column', () => {
  const meanings = meaningsOf(table, peopleKinds)
  expect(given(meanings, 2, 'name')).toEqual(['email', null, 'name', null])
  expect(given(meanings, 1, null)).toEqual(['email', null, null, null])
})

it('sends what there is, and that a group is empty where groups are spoken of', () => {
  expect(rowsOf(table, ['email', 'name', 'group', null], ['group'])).toEqual([
    { line: 2, email: 'a@b.c', name: 'Ada', group: 'A' },
    { line: 3, email: 'b@b.c', group: '' },
  ])
})
