import { expect, it } from 'vitest'
import { chosen, groupsOf, type Person } from './person.ts'

const person = (name: string, more: Partial<Person> = {}): Person => ({
  personId: name,
  name,
  email: `${name.split(' ')[0]?.toLowerCase()}@b.edu`,
  role: 'student',
  ahead: false,
  local: false,
  rosterName: null,
  rosterEmail: null,
  number: null,
  group: null,
  percent: 100,
  extraMinutes: 0,
  invited: null,
  ...more,
})
const people = [
  person('Zoë Müller', { group: 'Group 10', number: '0012' }),
  person('Ada Lind', { role: 'ta', group: 'Group 2' }),
  person('Bo', { ahead: true, rosterName: 'Bodil Ek' }),
]
const names = (text: string, who: 'everybody' | 'students' | 'staff' | 'ahead' = 'everybody', group = '') =>
  chosen(people, { text, who, group }).map(({ name }) => name)

it('finds people by every word, without accents, in all that is known of them', () => {
  expect(names('')).toHaveLength(3)
  expect(names('mull zoe')).toEqual(['Zoë Müller'])
  expect(names('12')).toEqual(['Zoë Müller'])
  expect(names('bodil')).toEqual(['Bo'])
  expect(names('ada@b')).toEqual(['Ada Lind'])
  expect(names('ada zoe')).toEqual([])
})

it('narrows them by what they are', () => {
  expect(names('', 'students')).toEqual(['Zoë Müller', 'Bo'])
  expect(names('', 'staff')).toEqual(['Ada Lind'])
  expect(names('', 'ahead')).toEqual(['Bo'])
  expect(names('', 'everybody', 'Group 2')).toEqual(['Ada Lind'])
})

it('has groups in the order of their numbers', () => {
  expect(groupsOf(people)).toEqual(['Group 2', 'Group 10'])
})
