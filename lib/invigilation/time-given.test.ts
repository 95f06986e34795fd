import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { eachOnce, timeGiven } from './time-given.ts'

const list = eachOnce(z.strictObject(timeGiven))
const given = (more: object = {}) => ({ personId: randomUUID(), percent: 100, extraMinutes: 0, ...more })
const taken = (...students: object[]) => list.safeParse(students).success

it('time that is given has its bounds', () => {
  for (const within of [{ percent: 1000 }, { extraMinutes: 10_080 }, { reason: 'x'.repeat(1_000) }])
    expect(taken(given(within))).toBe(true)
  for (const beyond of [
    ...[{ percent: 99 }, { percent: 1001 }, { percent: 100.5 }, { extraMinutes: -1 }, { extraMinutes: 10_081 }],
    ...[{ extraMinutes: 0.5 }, { reason: 'x'.repeat(1_001) }, { personId: 'x' }, { room: 'Hall' }],
  ])
    expect(taken(given(beyond)), JSON.stringify(beyond).slice(0, 40)).toBe(false)
})

it('a list names somebody, each once, and has an end', () => {
  const one = given()
  expect([taken(), taken(one), taken(one, given()), taken(one, one)]).toEqual([false, true, true, false])
  const many = Array.from({ length: 10_000 }, () => given())
  expect([taken(...many), taken(...many, one)]).toEqual([true, false])
})
