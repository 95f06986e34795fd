import { describe, expect, it } from 'vitest'
import { asPeopleTable } from '../table/columns.ts'
import { foldAddress, personRow, readPerson } from './person-row.ts'

const read = (row: Record<string, string>) => {
  const result = readPerson(personRow.parse({ line: 2, email: 'a@b.edu', ...row }))
  return result.ok ? result.entry : result.problem
}

describe('a row of a list of people', () => {
  it.each([
    [' Ada@Example.EDU ', 'ada@example.edu'],
    ['Ada Lindqvist <ada@example.edu>', 'ada@example.edu'],
    ['mailto:ada@example.edu', 'ada@example.edu'],
    ["o'brien@example.edu", "o'brien@example.edu"],
    ['ada', null],
    ['ada@example', null],
    ['ada@example.edu; ben@example.edu', null],
    ['ada@@example.edu', null],
    ['ada@example.edu\nBcc: x@y.z', null],
  ])('has the address %j as %j', (text, address) => {
    expect(foldAddress(text)).toBe(address)
  })

  it.each([
    [{ name: 'Lindqvist, Ada' }, 'Ada Lindqvist'],
    [{ name: 'Ada Lindqvist, PhD' }, 'Ada Lindqvist, PhD'],
    [{ first: 'Ada', last: 'Lindqvist' }, 'Ada Lindqvist'],
    [{ first: 'Ada', last: 'Lindqvist', name: 'alindq' }, 'Ada Lindqvist'],
    [{ name: ' Ada \u00a0\n Lindqvist\u202e ' }, 'Ada Lindqvist'],
    [{ name: "'=cmd" }, '=cmd'],
    [{}, null],
  ])('has the name in %j as %j', (row, name) => {
    expect(read(row)).toMatchObject({ name })
  })

  it('has numbers as spreadsheets leave them, groups and roles in common words', () => {
    expect(read({ number: ' 1234567.0 ', group: ' A 1 ', role: 'Non-editing teacher' })).toMatchObject({
      number: '1234567',
      group: 'A 1',
      role: 'ta',
    })
    expect(read({ role: 'Dozentin' })).toMatchObject({ role: 'instructor', group: undefined })
    expect(read({ group: '' })).toMatchObject({ group: null, role: undefined })
  })

  it.each([
    [{ email: '' }, 'There is no e-mail address.'],
    [{ email: 'nobody' }, '“nobody” is no e-mail address.'],
    [{ role: 'king' }, '“king” is no role: write student, ta or instructor.'],
    [{ name: 'x'.repeat(201) }, 'The name is longer than 200 characters.'],
  ])('says what is wrong in %j', (row, problem) => {
    expect(read(row)).toBe(problem)
  })
})

const table = (...lines: string[][]) =>
  asPeopleTable({ kind: 'csv', from: 'UTF-8', broken: [], rows: lines.map((cells, at) => ({ line: at + 1, cells })) })

describe('the columns of a list', () => {
  it.each([
    [
      'Moodle',
      ['First name', 'Surname', 'ID number', 'Email address', 'Groups'],
      { first: 0, last: 1, number: 2, email: 3, group: 4 },
    ],
    ['Canvas', ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section'], { name: 0, number: 1, email: 3, group: 4 }],
    [
      'German',
      ['Nachname', 'Vorname', 'Matr.-Nr.', 'E-Mail-Adresse', 'Übungsgruppe'],
      { last: 0, first: 1, number: 2, email: 3, group: 4 },
    ],
    [
      'times',
      ['E-Mail', 'Time, %', 'Extra minutes', 'Room', 'Reason'],
      { email: 0, percent: 1, extraMinutes: 2, room: 3, reason: 4 },
    ],
  ])('of %s are known by their headings', (_, heading, columns) => {
    expect(
      table(
        heading,
        heading.map((_word, at) => (at === columns.email ? 'a@b.edu' : 'x')),
      ).columns,
    ).toEqual(columns)
  })

  it('are known by what is in them where there is no heading, or it says something else', () => {
    expect(table(['Ada Lindqvist', 'ada@b.edu', '7'], ['Ben', 'ben@b.edu', '8'])).toMatchObject({
      heading: null,
      columns: { name: 0, email: 1 },
    })
    expect(table(['Email', 'Contact'], ['yes', 'ada@b.edu']).columns).toEqual({ email: 1 })
    expect(table(['Email', 'Name'], ['yes', 'Ada']).columns).toEqual({ name: 1 })
    expect(table(['Ada'], ['Ben']).columns).toEqual({})
  })
})
