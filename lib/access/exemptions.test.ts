import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { attemptState } from '../attempts/attempt-state.ts'
import { startAttempt } from '../attempts/start-attempt.ts'
import type { Principal } from '../auth/principal.ts'
import { closePools } from '../db/pool.ts'
import { query } from '../db/query.ts'
import { sendingQueue } from '../db/queue.ts'
import { freshDatabase } from '../db/testing/database.ts'
import { makeExam, makeScenario, type Scenario } from '../db/testing/scenario.ts'
import { runningExam } from '../invigilation/running-exam.ts'
import { accessOverview } from './access-overview.ts'
import { changeAccess } from './change-access.ts'
import { examEntryRules } from './exam-entry.ts'
import { exemptStudent } from './exempt-student.ts'

let people: Scenario
let examId: string
let monotonic = 0

beforeAll(async () => {
  await freshDatabase()
  people = await makeScenario()
})
afterAll(async () => {
  await (await sendingQueue()).stop({ graceful: false })
  await closePools()
})
beforeEach(async () => {
  examId = await makeExam(people.courseId)
  monotonic += 600_000
  vi.spyOn(performance, 'now').mockImplementation(() => monotonic)
  await changeAccess(people.ines, examId, {
    code: 'blue-7',
    networks: ['192.0.2.0/24'],
    safeBrowser: true,
    configKeys: [],
    browserKeys: [],
  })
})

const home = (person: Principal): Principal => ({
  ...person,
  visit: { address: '203.0.113.9', url: 'https://exams.example.edu/x', configKeyHash: null, requestHash: null },
})
const exempt = (networks: boolean, safeBrowser: boolean, reason = 'Sits at home, as agreed.') =>
  exemptStudent(people.ines, examId, { personId: people.ada.personId, networks, safeBrowser, reason })
const start = (person: Principal) => startAttempt(home(person), examId, { code: 'blue-7' })

describe('a student who is exempted', () => {
  it('sits the exam from elsewhere in any browser, and nobody else does', async () => {
    await expect(start(people.ada)).rejects.toMatchObject({ code: 'access-address' })
    await exempt(true, true)
    expect(await examEntryRules(home(people.ada), examId)).toMatchObject({
      networks: false,
      inside: true,
      safeBrowser: false,
      code: true,
    })
    await attemptState(home(people.ada), (await start(people.ada)).attemptId)
    await expect(start(people.ben)).rejects.toMatchObject({ code: 'access-address' })
    expect(await examEntryRules(home(people.ben), examId)).toMatchObject({ networks: true, safeBrowser: true })
  })

  it('is so from one rule without the other', async () => {
    await exempt(true, false)
    await expect(start(people.ada)).rejects.toMatchObject({ code: 'access-safe-browser' })
    await exempt(false, true)
    await expect(start(people.ada)).rejects.toMatchObject({ code: 'access-address' })
  })

  it('still needs the code', async () => {
    await exempt(true, true)
    await expect(startAttempt(home(people.ada), examId)).rejects.toMatchObject({ code: 'access-code' })
  })

  it('is so no more once it is taken back, also in mid-exam', async () => {
    await exempt(true, true)
    const { attemptId } = await start(people.ada)
    await exempt(false, false, 'Came to the hall after all.')
    await expect(attemptState(home(people.ada), attemptId)).rejects.toMatchObject({ code: 'access-address' })
    expect((await accessOverview(people.ines, examId)).exemptions).toEqual([])
  })
})

it('an exemption needs a student of the course and a reason, and is written down', async () => {
  await expect(exempt(true, true, ' ')).rejects.toMatchObject({ status: 422, field: 'reason' })
  await expect(
    exemptStudent(people.ines, examId, {
      personId: people.stranger.personId,
      networks: true,
      safeBrowser: true,
      reason: 'x',
    }),
  ).rejects.toMatchObject({ status: 422, field: 'personId' })
  await exempt(true, false)
  const { exemptions, students } = await accessOverview(people.ines, examId)
  expect(exemptions).toMatchObject([{ name: 'Ada', networks: true, safeBrowser: false }])
  expect(students.map(({ name }) => name)).toEqual(['Ada', 'Ben'])
  expect((await accessOverview(people.tara, examId)).students).toEqual([])
  expect((await runningExam(people.ines, examId)).log[0]).toMatchObject({
    action: 'exempt',
    by: 'Ines',
    student: 'Ada',
    details: { networks: true, safeBrowser: false },
    reason: 'Sits at home, as agreed.',
  })
  expect(await query('SELECT reason FROM access_exemption WHERE exam_id = $1', [examId])).toHaveLength(1)
})
