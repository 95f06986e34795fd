import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { Principal } from '../auth/principal.ts'
import { signedIn } from '../auth/testing/signed-in.ts'
import { principalOf } from '../auth/token.ts'
import { closePools } from '../db/pool.ts'
import { freshDatabase } from '../db/testing/database.ts'
import { makeExam, makeScenario, type Scenario } from '../db/testing/scenario.ts'
import { endSessions } from './end-sessions.ts'
import { runningExam } from './running-exam.ts'

let people: Scenario
let examId: string

beforeAll(async () => {
  await freshDatabase()
  people = await makeScenario()
  examId = await makeExam(people.courseId)
})
afterAll(closePools)
// nothing is read again meanwhile: what is tested counts at once
beforeEach(() => void vi.spyOn(performance, 'now').mockReturnValue(600_000))

const end = (who: Principal | null, student: Principal, reason = 'Left it open in the pool.') =>
  endSessions(who, examId, { personId: student.personId, reason })

it('a student is signed out everywhere at once, others stay, and it is written down', async () => {
  const [phone, desk, ben] = [await signedIn(people.ada), await signedIn(people.ada), await signedIn(people.ben)]
  for (const token of [phone, desk, ben]) expect(await principalOf(token)).not.toBeNull()
  expect(await end(people.ines, people.ada)).toEqual({ sessions: 2 })
  expect(await Promise.all([phone, desk].map((token) => principalOf(token)))).toEqual([null, null])
  expect(await principalOf(ben)).toMatchObject({ name: 'Ben' })
  expect(await principalOf(await signedIn(people.ada))).toMatchObject({ name: 'Ada' })
  expect((await runningExam(people.tara, examId)).log).toMatchObject([
    {
      action: 'end-sessions',
      by: 'Ines',
      student: 'Ada',
      details: { sessions: 2 },
      reason: 'Left it open in the pool.',
    },
  ])
})

it('is for instructors, of students of the course, with a reason', async () => {
  const token = await signedIn(people.ben)
  for (const [who, status] of [
    [null, 401],
    [people.ada, 403],
    [people.tara, 403],
    [people.outsider, 404],
  ] as const)
    await expect(end(who, people.ben)).rejects.toMatchObject({ status })
  await expect(end(people.ines, people.ben, ' ')).rejects.toMatchObject({ status: 422, field: 'reason' })
  for (const person of [people.tara, people.adam, people.stranger])
    await expect(end(people.ines, person)).rejects.toMatchObject({ status: 422, field: 'personId' })
  expect(await principalOf(token)).not.toBeNull()
})
