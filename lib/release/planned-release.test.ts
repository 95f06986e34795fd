import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { closePools } from '../db/pool.ts'
import { inTransaction, query } from '../db/query.ts'
import { sendingQueue } from '../db/queue.ts'
import { freshDatabase } from '../db/testing/database.ts'
import { makeExam, makeScenario, type Scenario } from '../db/testing/scenario.ts'
import { storePlannedRelease } from './planned-release.ts'
import { readRelease } from './read-release.ts'
import { releaseExam } from './release-exam.ts'
import { releaseOverview } from './release-overview.ts'
import { everything } from './shows.ts'

let people: Scenario
let examId: string
beforeAll(async () => {
  await freshDatabase()
  people = await makeScenario()
})
beforeEach(async () => {
  examId = await makeExam(people.courseId)
})
afterAll(async () => {
  await (await sendingQueue()).stop({ graceful: false })
  await closePools()
})

const hours = (n: number) => new Date(Date.now() + n * 3_600_000).toISOString()
const plain = { release: 'by-staff' as const, shows: null, releaseAt: null, requestsUntil: null, requestsAtMost: null }
const publish = (plan: Partial<Parameters<typeof storePlannedRelease>[3]> = {}) =>
  inTransaction((run) => storePlannedRelease(run, examId, people.ines.personId, { ...plain, ...plan }))
const history = async () =>
  (await releaseOverview(people.ines, examId)).history.map(({ state, shows }) => `${state} ${shows ? 'some' : 'none'}`)
const computed = { ...everything, reviewed: false, comments: false }

it('without a time nothing is made of it: staff release, or the policy does', async () => {
  await publish()
  await publish({ release: 'at-once', shows: computed })
  expect(await history()).toEqual([])
})

it('a time that was planned is a release that comes', async () => {
  const plan = { shows: computed, releaseAt: hours(1), requestsUntil: hours(2), requestsAtMost: 3 }
  await publish(plan)
  const { history: made } = await releaseOverview(people.ines, examId)
  expect(made).toMatchObject([
    { state: 'coming', person: 'Ines', takesEffect: plan.releaseAt, shows: computed, requestsAtMost: 3 },
  ])
  expect((await readRelease(examId)).computed).toBe(false)
  expect(await query('SELECT scope FROM release WHERE exam_id = $1', [examId])).toEqual([{ scope: 'computed' }])
})

it('published again it is as it was planned the last time, whatever was planned before', async () => {
  await publish({ releaseAt: hours(-1) })
  expect(await readRelease(examId)).toMatchObject({ all: true, shows: everything })
  await publish({ releaseAt: hours(1) })
  expect((await readRelease(examId)).computed).toBe(false)
  await publish()
  expect(await history()).toEqual(['now none', 'never some', 'past none', 'past some'])
  await publish({ release: 'at-once', shows: computed })
  expect(await readRelease(examId)).toMatchObject({ all: false, shows: computed })
  await publish({ releaseAt: hours(1) })
  expect((await readRelease(examId)).computed).toBe(false)
})

it('is taken back once, however often it is published without a time after that', async () => {
  await publish({ releaseAt: hours(-1) })
  for (let times = 0; times < 3; times += 1) await publish()
  expect(await history()).toEqual(['now none', 'past some'])
  // at once nobody asks for another look: that has its time with a release
  await publish({ release: 'at-once', shows: computed, requestsUntil: hours(1), requestsAtMost: 1 })
  expect((await readRelease(examId)).requests).toBeNull()
})

it('what is planned to be shown at once is shown where results come at once, and nowhere else', async () => {
  const plan = JSON.stringify({ shows: computed })
  const policy = (name: string) =>
    query('UPDATE exam SET release_policy = $2::release_policy, release_plan = $3 WHERE id = $1', [examId, name, plan])
  await policy('by-staff')
  expect((await readRelease(examId)).computed).toBe(false)
  await policy('at-once')
  expect(await readRelease(examId)).toMatchObject({ computed: true, shows: computed })
})

it('what staff decided by hand stays where nothing was planned', async () => {
  await releaseExam(people.ines, examId, { shows: everything, anyway: true, tell: false })
  await publish()
  await publish({ release: 'at-once', shows: computed })
  expect((await readRelease(examId)).all).toBe(true)
})
