import { afterAll, beforeAll, expect, it } from 'vitest'
import { startAttempt } from '../../attempts/start-attempt.ts'
import { closePools } from '../../db/pool.ts'
import { query } from '../../db/query.ts'
import { sendingQueue } from '../../db/queue.ts'
import { freshDatabase } from '../../db/testing/database.ts'
import { makeExam, makeScenario, type Scenario } from '../../db/testing/scenario.ts'
import { runningExam } from '../../invigilation/running-exam.ts'
import { readRelease } from '../../release/read-release.ts'
import { copyExam } from '../copy-exam.ts'
import { courseExams } from '../course-exams.ts'
import { discardExam } from '../discard-exam.ts'
import { startExam } from '../start-exam.ts'
import { unpublishExam } from '../unpublish-exam.ts'
import { examPlan } from './exam-plan.ts'
import { savePlan } from './save-plan.ts'
import { change, inDays, planBodyOf, section } from './testing/build.ts'

let people: Scenario
const begin = async (title = 'Final') => (await startExam(people.ines, people.courseId, { title, mode: 'exam' })).examId
const read = async (examId: string) => (await examPlan(people.ines, examId)).plan

beforeAll(async () => {
  await freshDatabase()
  people = await makeScenario()
})
afterAll(async () => {
  await (await sendingQueue()).stop({ graceful: false })
  await closePools()
})

it('an exam is begun, built in sections, and read as it was saved', async () => {
  const examId = await begin()
  const sections = [
    section(['a', 'b'], { title: 'First', instructions: 'All of them.' }),
    section([], { title: 'Still empty' }),
    { ...section(['c', 'd', 'e'], { title: 'Set', pick: 2, shuffle: true }) },
  ]
  const rules = { navigation: 'forward' as const, attemptsAllowed: 2, attemptCounts: 'best' as const }
  await change(people.ines, examId, {
    ...rules,
    sections,
    zone: 'Europe/Berlin',
    opens: { local: '2030-07-01T09:00', choice: null },
  })
  const plan = await read(examId)
  expect(plan).toMatchObject({ ...rules, sections, zone: 'Europe/Berlin', opensAt: '2030-07-01T07:00:00.000Z' })
  // and again, as another one: places are given anew
  const turned = sections.toReversed()
  await change(people.ines, examId, { sections: turned, checksAllowed: 3 })
  expect(await read(examId)).toMatchObject({ sections: turned, mode: 'exam', checksAllowed: 0 })
})

it('a new exam is planned in the zone of its course, or else of the browser', async () => {
  const examId = await begin()
  const zone = async () => (await examPlan(people.ines, examId, 'Asia/Tokyo')).entered.zone
  expect(await zone()).toBe('Asia/Tokyo')
  await query(`UPDATE course SET zone = 'Europe/Lisbon' WHERE id = $1`, [people.courseId])
  expect(await zone()).toBe('Europe/Lisbon')
  expect((await runningExam(people.ines, examId)).zone).toBe('Europe/Lisbon')
  await query('UPDATE course SET zone = NULL WHERE id = $1', [people.courseId])
  await change(people.ines, examId, { zone: 'Europe/Berlin' })
  expect(await zone()).toBe('Europe/Berlin')
})

it('a pool has variants for every attempt, up to forty; for as many as one likes, twenty-four', async () => {
  const examId = await begin()
  const pool = async () => (await query<{ n: number }>('SELECT pool_size AS n FROM exam WHERE id = $1', [examId]))[0]?.n
  const sizes = []
  for (const attemptsAllowed of [null, 3, 20, 200]) {
    await change(people.ines, examId, { attemptsAllowed })
    sizes.push(await pool())
  }
  expect(sizes).toEqual([24, 24, 24, 40])
})

it('questions that stay keep their rows; one list of questions is no section', async () => {
  const examId = await begin()
  await change(people.ines, examId, { sections: [section(['a', 'b', 'c'])] })
  const rows = () =>
    query<{ slug: string; id: string }>('SELECT slug, id FROM exam_question WHERE exam_id = $1', [examId])
  const before = new Map((await rows()).map(({ slug, id }) => [slug, id]))
  await change(people.ines, examId, { sections: [section(['c', 'x', 'a'])] })
  const after = new Map((await rows()).map(({ slug, id }) => [slug, id]))
  expect([after.get('a'), after.get('c')]).toEqual([before.get('a'), before.get('c')])
  expect(after.has('b')).toBe(false)
  expect(await query('SELECT FROM exam_section WHERE exam_id = $1', [examId])).toEqual([])
  expect((await read(examId)).sections).toEqual([section(['c', 'x', 'a'])])
})

it('a question that was audited may leave; its report stays', async () => {
  const examId = await begin()
  await change(people.ines, examId, { sections: [section(['leaves'])] })
  await query(
    `INSERT INTO audit_report (slug, exam_question_id, version, report) SELECT slug, id, 'v', '{}' FROM exam_question WHERE exam_id = $1`,
    [examId],
  )
  const report = () => query(`SELECT exam_question_id AS place FROM audit_report WHERE slug = 'leaves'`)
  await expect(query(`UPDATE audit_report SET exam_question_id = NULL WHERE slug = 'leaves'`)).rejects.toThrow(
    'append-only',
  )
  await change(people.ines, examId, { sections: [section(['stays'])] })
  expect(await report()).toEqual([{ place: null }])
  await expect(query(`DELETE FROM audit_report WHERE slug = 'leaves'`)).rejects.toThrow('append-only')
})

it('of two who save the same revision one is told', async () => {
  const examId = await begin()
  const [first, second] = [await planBodyOf(people.ines, examId), await planBodyOf(people.adam, examId)]
  await savePlan(people.ines, examId, { ...first, plan: { ...first.plan, title: 'Hers' } })
  const late = savePlan(people.adam, examId, { ...second, plan: { ...second.plan, title: 'His' } })
  await expect(late).rejects.toMatchObject({ status: 409, code: 'changed' })
  expect((await read(examId)).title).toBe('Hers')
  for (let round = 0; round < 4; round += 1) {
    const body = await planBodyOf(people.ines, examId)
    const both = await Promise.allSettled([people.ines, people.adam].map((who) => savePlan(who, examId, body)))
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  }
})

it('a window is entered in local times, and one that was not touched stays the instant it was', async () => {
  const examId = await begin()
  const twice = { local: '2030-10-27T02:30', choice: null }
  const entered = { zone: 'Europe/Berlin', opens: twice }
  await expect(change(people.ines, examId, entered)).rejects.toMatchObject({ status: 409, code: 'twice' })
  await change(people.ines, examId, { ...entered, opens: { ...twice, choice: 1 } })
  await change(people.ines, examId, { title: 'Later' })
  expect(await read(examId)).toMatchObject({ title: 'Later', opensAt: '2030-10-27T01:30:00.000Z' })
  const turned = change(people.ines, examId, { closes: { local: '2030-10-26T09:00', choice: null } })
  await expect(turned).rejects.toMatchObject({ status: 422, field: 'closes' })
})

const allOf = { verdicts: true, expected: true, solutions: true, comments: true, statistics: true }
const shows = { reviewed: true, points: true, ...allOf }

it('results are planned: at a time with what is shown then, or at once without what people decide', async () => {
  const examId = await begin()
  const [resultsAt, askUntil] = ['2030-10-01T09:00', '2030-10-08T09:00'].map((local) => ({ local, choice: null }))
  const planned = { zone: 'UTC', shows, resultsAt, askUntil, requestsAtMost: 2 }
  await change(people.ines, examId, planned)
  const stored = { shows, releaseAt: '2030-10-01T09:00:00.000Z', requestsUntil: '2030-10-08T09:00:00.000Z' }
  expect(await read(examId)).toMatchObject({ ...stored, requestsAtMost: 2 })
  expect((await readRelease(examId)).computed).toBe(false)
  const { examId: copyId } = await copyExam(people.ines, examId, { title: 'Again' })
  expect(await read(copyId)).toMatchObject({ shows, releaseAt: null, requestsUntil: null })
  await expect(change(people.ines, examId, { askUntil: resultsAt })).rejects.toMatchObject({ field: 'askUntil' })
  const nothing = { ...shows, points: false, verdicts: false, expected: false, solutions: false, statistics: false }
  await expect(change(people.ines, examId, { shows: { ...nothing, reviewed: false } })).rejects.toMatchObject({
    status: 422,
    field: 'shows',
  })
  await change(people.ines, examId, { release: 'at-once' })
  const decided = { reviewed: false, comments: false }
  expect(await read(examId)).toMatchObject({
    shows: { ...shows, ...decided },
    releaseAt: null,
    requestsUntil: null,
    requestsAtMost: null,
  })
  expect(await readRelease(examId)).toMatchObject({ computed: true, all: false, shows: { ...shows, ...decided } })
})

it('what is published keeps what it was published with, but for its words and more attempts', async () => {
  const examId = await makeExam(people.courseId)
  await change(people.ines, examId, { title: 'Better words', instructions: 'Take your time.', attemptsAllowed: 2 })
  const sections = (await read(examId)).sections
  for (const changes of [
    { attemptsAllowed: 1 },
    { durationSeconds: 60 },
    { mode: 'quiz' as const },
    { navigation: 'forward' as const },
    { release: 'at-once' as const },
    { closes: inDays(2) },
    { resultsAt: inDays(3) },
    { shows },
    { sections: sections.map((one) => ({ ...one, questions: one.questions.toReversed() })) },
  ])
    await expect(change(people.ines, examId, changes), JSON.stringify(changes)).rejects.toMatchObject({
      status: 409,
      code: 'locked',
      field: Object.keys(changes)[0],
    })
})

it('keeps the zone that its window was written in, and is left alone while it is being published', async () => {
  const examId = await makeExam(people.courseId)
  await change(people.ines, examId, { zone: 'Europe/Berlin' })
  await expect(change(people.ines, examId, { zone: 'Asia/Tokyo' })).rejects.toMatchObject({ field: 'zone' })
  await query(`UPDATE exam SET state = 'publishing' WHERE id = $1`, [examId])
  await expect(change(people.ines, examId, { title: 'Now' })).rejects.toThrow('being published')
})

it('is taken back to a draft while nobody has begun, and not after', async () => {
  const examId = await makeExam(people.courseId)
  await unpublishExam(people.ines, examId)
  await change(people.ines, examId, { durationSeconds: 120 })
  await expect(unpublishExam(people.ines, examId)).rejects.toMatchObject({ code: 'not-published' })
  await expect(startAttempt(people.ada, examId)).rejects.toMatchObject({ status: 404 })
  const begun = await makeExam(people.courseId)
  await startAttempt(people.ada, begun)
  await expect(unpublishExam(people.ines, begun)).rejects.toMatchObject({ status: 409, code: 'begun' })
  await expect(change(people.ines, begun, { durationSeconds: 120 })).rejects.toThrow('Somebody has begun')
})

it('whoever begins while it is taken back has begun or finds a draft', async () => {
  for (let round = 0; round < 8; round += 1) {
    const examId = await makeExam(people.courseId)
    const [begun, back] = await Promise.allSettled([
      startAttempt(people.ben, examId),
      unpublishExam(people.ines, examId),
    ])
    const [{ state, attempts } = { state: '', attempts: -1 }] = await query<{ state: string; attempts: number }>(
      'SELECT state, (SELECT count(*) FROM attempt WHERE exam_id = e.id)::int AS attempts FROM exam e WHERE id = $1',
      [examId],
    )
    expect([begun.status === 'fulfilled', back.status === 'fulfilled'].filter(Boolean)).toHaveLength(1)
    expect({ state, attempts }).toEqual(
      back.status === 'fulfilled' ? { state: 'draft', attempts: 0 } : { state: 'published', attempts: 1 },
    )
  }
})

it('a draft is thrown away, and nothing that is published', async () => {
  const examId = await begin('Mistaken')
  await discardExam(people.ines, examId)
  await expect(examPlan(people.ines, examId)).rejects.toMatchObject({ status: 404 })
  expect((await courseExams(people.ines, people.courseId)).map(({ id }) => id)).not.toContain(examId)
  const published = discardExam(people.ines, await makeExam(people.courseId))
  await expect(published).rejects.toMatchObject({ status: 409, code: 'not-draft' })
})

it('a question of another course may not be put in, one of the house may', async () => {
  const examId = await begin()
  const [other] = await query<{ id: string }>('SELECT id FROM course WHERE id <> $1', [people.courseId])
  await query(`INSERT INTO question (slug, course_id) VALUES ('theirs', $1), ('house', NULL)`, [other?.id])
  await change(people.ines, examId, { sections: [section(['house'])] })
  const theirs = change(people.ines, examId, { sections: [section(['house', 'theirs'])] })
  await expect(theirs).rejects.toMatchObject({ status: 422, code: 'not-usable' })
})

it('is copied with everything but its window', async () => {
  const examId = await begin('Midterm')
  const sections = [section(['a', 'b', 'c'], { title: 'Set', pick: 2 })]
  await change(people.ines, examId, { sections, opens: inDays(1), instructions: 'Read first.' })
  await query(`INSERT INTO exam_access (exam_id, code, networks) VALUES ($1, 'blue-7', '{192.0.2.0/24}')`, [examId])
  const { examId: copyId } = await copyExam(people.ines, examId, { title: 'Midterm' })
  const { plan, slug, access } = await examPlan(people.ines, copyId)
  expect(slug).toBe('midterm-2')
  expect(plan).toMatchObject({ title: 'Midterm', sections, opensAt: null, instructions: 'Read first.' })
  expect(access).toEqual({ code: false, networks: 1, safeBrowser: false })
  const away = copyExam(people.ines, examId, { title: 'Elsewhere', courseId: await otherCourse() })
  await expect(away).rejects.toMatchObject({ status: 404 })
})

async function otherCourse(): Promise<string> {
  const [row] = await query<{ id: string }>('SELECT id FROM course WHERE id <> $1', [people.courseId])
  return row?.id ?? ''
}
