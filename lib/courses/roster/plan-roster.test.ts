import { describe, expect, it } from 'vitest'
import type { Entry } from './person-row.ts'
import { type Account, type Member, missingFrom, planRoster } from './plan-roster.ts'

let line = 1
const entry = (email: string, more: Partial<Entry> = {}): Entry => {
  line += 1
  return { line, email, name: null, number: null, group: undefined, role: undefined, ...more }
}
const member = (email: string | null, more: Partial<Member> = {}): Member => ({
  personId: `p-${email}`,
  ahead: false,
  name: 'Name',
  email,
  role: 'student',
  rosterName: null,
  number: null,
  group: null,
  sitting: false,
  ...more,
})
const account = (email: string): Account => ({ personId: `a-${email}`, name: 'Account', email })

describe('a list against a course', () => {
  it('enrols accounts, enrols ahead who has none, and leaves alone who is there', () => {
    const steps = planRoster(
      [entry('a@b.c'), entry('new@b.c', { role: 'ta' }), entry('m@b.c')],
      [member('m@b.c')],
      [account('a@b.c')],
    )
    expect(steps).toMatchObject([
      { does: 'enrol', personId: 'a-a@b.c', role: 'student' },
      { does: 'ahead', role: 'ta' },
      { does: 'same' },
    ])
  })

  it('changes what the list says otherwise, and nothing that it does not speak of', () => {
    const one = member('m@b.c', { number: '7', group: 'A', rosterName: 'Ada' })
    expect(planRoster([entry('m@b.c')], [one], [])).toMatchObject([{ does: 'same' }])
    expect(planRoster([entry('m@b.c', { number: '8', group: null, name: 'Ada L' })], [one], [])).toMatchObject([
      {
        does: 'change',
        differences: [
          { what: 'name', from: 'Ada', to: 'Ada L' },
          { what: 'number', from: '7', to: '8' },
          { what: 'group', from: 'A', to: null },
        ],
      },
    ])
  })

  it('knows somebody with another address by the student number, whatever became of its zeros', () => {
    const one = member('old@b.c', { number: '0012' })
    expect(planRoster([entry('new@b.c', { number: '12' })], [one], [])).toMatchObject([
      {
        does: 'change',
        personId: one.personId,
        differences: [{ what: 'email', from: 'old@b.c', to: 'new@b.c' }, { what: 'number' }],
      },
    ])
    const other = member('x@b.c')
    expect(planRoster([entry('x@b.c', { number: '12' })], [one, other], [])).toMatchObject([
      { does: 'error', problem: 'The student number 12 is that of Name in this course.' },
    ])
  })

  it('finds what occurs twice', () => {
    const [a, b, c, d] = [
      entry('a@b.c', { number: '1' }),
      entry('a@b.c', { number: '1' }),
      entry('a@b.c', { number: '2' }),
      entry('d@b.c', { number: '1' }),
    ]
    expect(planRoster([a, b, c, d], [], [])).toMatchObject([
      { does: 'ahead' },
      { does: 'repeated', of: a.line },
      { does: 'error', problem: expect.stringContaining(`line ${a.line}`) },
      { does: 'error', problem: `The same student number as in line ${a.line}.` },
    ])
  })

  it('takes no role from staff, and changes none while an exam is sat', () => {
    const people = [
      member('i@b.c', { role: 'instructor' }),
      member('t@b.c', { role: 'ta' }),
      member('s@b.c', { sitting: true }),
    ]
    const steps = planRoster(
      [entry('i@b.c', { role: 'ta' }), entry('t@b.c'), entry('s@b.c', { role: 'ta' })],
      people,
      [],
    )
    expect(steps).toMatchObject([
      { does: 'error' },
      { does: 'same' },
      { does: 'error', problem: expect.stringContaining('sits an exam') },
    ])
  })

  it('misses students only, and nobody whose row has a problem', () => {
    const people = [
      member('s@b.c'),
      member('w@b.c'),
      member('t@b.c', { role: 'ta' }),
      member(null, { personId: 'unknown' }),
    ]
    const steps = planRoster([entry('w@b.c', { number: '1' }), entry('w@b.c', { number: '2' })], people, [])
    expect(missingFrom(steps, people).map(({ personId }) => personId)).toEqual(['p-s@b.c', 'unknown'])
  })
})
