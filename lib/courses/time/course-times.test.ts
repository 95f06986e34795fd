import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startAttempt } from '../../attempts/start-attempt.ts'
import type { Principal } from '../../auth/principal.ts'
import { closePools } from '../../db/pool.ts'
import { query } from '../../db/query.ts'
import { freshDatabase } from '../../db/testing/database.ts'
import { makeExam, makeScenario, type Scenario } from '../../db/testing/scenario.ts'
import { discardExam } from '../../exams/discard-exam.ts'
import { setAccommodations } from '../../invigilation/set-accommodations.ts'
import { courseTimes } from './course-times.ts'
import { previewTimes } from './preview-times.ts'
import { seatByRooms } from './seat-by-rooms.ts'
import { seatGroups } from './seat-groups.ts'
import { setCourseTimes } from './set-course-times.ts'

let people: Scenario
let examId: string
beforeAll(async () => {
  await freshDatabase()
})
beforeEach(async () => {
  people = await makeScenario()
  examId = await makeExam(people.courseId)
})
afterAll(closePools)

const seconds = async (who: Principal, exam = examId) =>
  (await query<{ n: number }>('SELECT duration_seconds AS n FROM exam_time($1, $2)', [exam, who.personId]))[0]?.n
const give = (who: Principal, percent: number, extraMinutes = 0, reason = '') =>
  setCourseTimes(people.ines, people.courseId, {
    students: [{ personId: who.personId, percent, extraMinutes, reason }],
  })
const giveHere = (who: Principal, percent: number, room = '') =>
  setAccommodations(people.ines, examId, { students: [{ personId: who.personId, percent, extraMinutes: 0, room }] })

describe('time that a course gives', () => {
  it('follows a student into every exam, and is gone when it is taken back', async () => {
    const { ada, ben } = people
    await give(ada, 150, 5)
    expect([await seconds(ada), await seconds(ben), await seconds(ada, await makeExam(people.courseId))]).toEqual([
      5700, 3600, 5700,
    ])
    await give(ada, 100)
    expect(await seconds(ada)).toBe(3600)
    expect(await query('SELECT FROM course_accommodation WHERE course_id = $1', [people.courseId])).toEqual([])
  })

  it('gives way to what one exam gives, and stays in force where only a room was given there', async () => {
    const { ada } = people
    await give(ada, 150)
    await giveHere(ada, 150, 'Hall')
    await give(ada, 200)
    expect(await seconds(ada)).toBe(7200)
    await giveHere(ada, 125, 'Hall')
    expect(await seconds(ada)).toBe(4500)
    await giveHere(ada, 200, 'Hall')
    await give(ada, 150)
    expect(await seconds(ada)).toBe(5400)
  })

  it('reaches an attempt under way at once, and never leaves it without time', async () => {
    const { ada } = people
    await give(ada, 150)
    const { attemptId } = await startAttempt(ada, examId)
    const deadline = async () =>
      (
        await query<{ n: number }>(
          'SELECT extract(epoch FROM attempt_deadline(id) - started_at)::int AS n FROM attempt WHERE id = $1',
          [attemptId],
        )
      )[0]?.n
    expect(await deadline()).toBe(5400)
    await give(ada, 200)
    expect(await deadline()).toBe(7200)
    await query(`UPDATE attempt SET started_at = started_at - interval '110 minutes' WHERE id = $1`, [attemptId])
    await expect(give(ada, 150)).rejects.toMatchObject({ status: 409, code: 'too-short' })
    expect(await deadline()).toBe(7200)
  })

  it('is for students of the course, each named once', async () => {
    for (const who of [people.tara, people.stranger])
      await expect(give(who, 150)).rejects.toMatchObject({ status: 422 })
    const { personId } = people.ada
    const students = [125, 150].map((percent) => ({ personId, percent, extraMinutes: 0 }))
    await expect(setCourseTimes(people.ines, people.courseId, { students })).rejects.toMatchObject({ status: 422 })
  })
})

it('a draft that was thrown away is no exam to set times for, nor is a trial', async () => {
  const { ines, courseId } = people
  const draft = await makeExam(courseId)
  await query(`UPDATE exam SET state = 'draft' WHERE id = $1`, [draft])
  await discardExam(ines, draft)
  const trial = await makeExam(courseId)
  await query('UPDATE exam SET trial_of = $2, trial_person = $3 WHERE id = $1', [trial, examId, ines.personId])
  expect((await courseTimes(ines, courseId)).exams.map(({ id }) => id)).toEqual([examId])
  for (const none of [draft, trial])
    await expect(courseTimes(ines, courseId, none)).rejects.toMatchObject({ status: 404 })
})

describe('a list of times and rooms', () => {
  it('is looked at for the course or for one exam, and the second time there is nothing to set', async () => {
    const rows = [
      { line: 2, email: people.ada.email, percent: '1.25', room: 'Hall' },
      { line: 3, email: 'nobody@b.edu' },
    ]
    const {
      rows: [first, second],
    } = await previewTimes(people.ines, people.courseId, { examId, rows })
    expect(second).toMatchObject({ does: 'error' })
    expect(first).toMatchObject({ does: 'set', after: { percent: 125, room: 'Hall' } })
    await giveHere(people.ada, 125, 'Hall')
    expect((await previewTimes(people.ines, people.courseId, { examId, rows })).rows[0]?.does).toBe('same')
    const elsewhere = await makeExam((await makeScenario()).courseId)
    await expect(previewTimes(people.ines, people.courseId, { examId: elsewhere, rows })).rejects.toMatchObject({
      status: 404,
    })
    await expect(courseTimes(people.ines, people.courseId, elsewhere)).rejects.toMatchObject({ status: 404 })
  })

  it('seats groups in rooms, and out of them', async () => {
    const { ada, ben, courseId, ines } = people
    await query(`UPDATE membership SET group_name = 'A' WHERE person_id = $1`, [ada.personId])
    const rooms = async () =>
      (await courseTimes(ines, courseId, examId)).students.map(({ name, room }) => `${name} ${room}`)
    expect(
      await seatGroups(ines, examId, {
        rooms: [
          { group: 'A', room: 'Hall' },
          { group: null, room: 'Attic' },
        ],
      }),
    ).toEqual({ students: 2 })
    expect(await rooms()).toEqual(['Ada Hall', 'Ben Attic'])
    const twice = [...'12'].map((room) => ({ group: 'A', room }))
    await expect(seatGroups(ines, examId, { rooms: twice })).rejects.toMatchObject({ status: 422 })
    await seatGroups(ines, examId, { rooms: [{ group: 'A', room: '' }] })
    expect(await rooms()).toEqual(['Ada ', 'Ben Attic'])
    expect(await seconds(ben)).toBe(3600)
  })

  it('seats students by the seats of rooms: all who are meant, or nobody', async () => {
    const { ines, courseId } = people
    const rooms = async () =>
      (await courseTimes(ines, courseId, examId)).students.map(({ name, room }) => `${name} ${room}`)
    const fill = (sizes: Record<string, number>, unseated = false) =>
      seatByRooms(ines, examId, {
        rooms: Object.entries(sizes).map(([room, seats]) => ({ room, seats })),
        order: 'name',
        unseated,
      })
    await expect(fill({ Hall: 1 })).rejects.toMatchObject({ status: 409, code: 'too-small' })
    expect(await rooms()).toEqual(['Ada ', 'Ben '])
    expect(await fill({ Hall: 1, Attic: 5 })).toEqual({
      students: 2,
      rooms: [
        { room: 'Hall', students: 1, first: 'Ada', last: 'Ada' },
        { room: 'Attic', students: 1, first: 'Ben', last: 'Ben' },
      ],
    })
    await query(`DELETE FROM seat WHERE exam_id = $1 AND person_id = $2`, [examId, people.ada.personId])
    expect((await fill({ Attic: 2 }, true)).students).toBe(1)
    expect(await rooms()).toEqual(['Ada Attic', 'Ben Attic'])
    expect((await fill({ Attic: 2 }, true)).students).toBe(0)
    const given = (rooms: { room: string; seats: number }[]) =>
      seatByRooms(ines, examId, { rooms, order: 'name', unseated: false })
    for (const rooms of [[], [{ room: 'Hall', seats: 0 }], ['Hall', 'Hall'].map((room) => ({ room, seats: 9 }))])
      await expect(given(rooms)).rejects.toMatchObject({ status: 422 })
    // two who fill at once take turns
    for (let round = 0; round < 4; round += 1) {
      await query('DELETE FROM seat WHERE exam_id = $1', [examId])
      const both = await Promise.all([fill({ Hall: 2 }, true), fill({ Attic: 2 }, true)])
      expect(both.map(({ students }) => students).sort()).toEqual([0, 2])
    }
  })
})
