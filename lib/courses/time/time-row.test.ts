import { describe, expect, it } from 'vitest'
import { planTimes, type StudentTime } from './plan-time.ts'
import { readMinutes, readPercent, readTime } from './time-row.ts'

describe('time as people write it', () => {
  it.each([
    ['125', 125],
    ['125 %', 125],
    ['+25 %', 125],
    ['+50', 150],
    ['1.25', 125],
    ['1,5', 150],
    ['2', 200],
    ['', 100],
    ['1', 100],
    ['25', null],
    ['1.123', null],
    ['1001', null],
    ['a quarter', null],
    ['-25', null],
  ])('%j is %j percent', (text, percent) => {
    expect(readPercent(text)).toBe(percent)
  })

  it.each([
    ['15', 15],
    ['15 min', 15],
    ['15.0', 15],
    ['', 0],
    ['10081', null],
    ['half an hour', null],
    ['-5', null],
  ])('%j is %j minutes', (text, minutes) => {
    expect(readMinutes(text)).toBe(minutes)
  })

  it('says what is wrong', () => {
    expect(readTime({ line: 2 })).toEqual({
      ok: false,
      problem: 'There is neither an e-mail address nor a student number.',
    })
    expect(readTime({ line: 2, email: 'a@b.edu', percent: '25' })).toMatchObject({
      ok: false,
      problem: expect.stringContaining('25'),
    })
  })
})

const student = (name: string, more: Partial<StudentTime> = {}): StudentTime => ({
  personId: name,
  name,
  email: `${name}@b.edu`,
  addresses: [`${name}@b.edu`],
  number: null,
  percent: 100,
  extraMinutes: 0,
  room: 'R1',
  reason: '',
  ...more,
})
const plan = (rows: Record<string, string>[], students: StudentTime[]) =>
  planTimes(
    rows.map((row, at) => {
      const read = readTime({ line: at + 2, ...row })
      if (!read.ok) throw new Error(read.problem)
      return read.entry
    }),
    students,
  )

it('a list of times sets what it speaks of, and finds people by address or number', () => {
  const people = [student('ada', { number: '007' }), student('ben', { percent: 125 })]
  expect(
    plan(
      [
        { number: '7', percent: '150' },
        { email: 'ben@b.edu', percent: '125', room: 'R1' },
      ],
      people,
    ),
  ).toMatchObject([
    { does: 'set', personId: 'ada', after: { percent: 150, room: 'R1' } },
    { does: 'same', personId: 'ben' },
  ])
  expect(
    plan([{ email: 'ada@b.edu' }, { number: '7' }, { email: 'x@b.edu' }, { email: 'ben@b.edu', number: '7' }], people),
  ).toMatchObject([
    { does: 'same' },
    { does: 'error', problem: 'This is ada, as line 2 is.' },
    { does: 'error', problem: 'No student of this course is known by that.' },
    { does: 'error', problem: expect.stringContaining('that of ben') },
  ])
})
