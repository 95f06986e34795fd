import { afterAll, beforeAll, expect, it } from 'vitest'
import { startAttempt } from '../../attempts/start-attempt.ts'
import { submitAttempt } from '../../attempts/submit-attempt.ts'
import type { Principal } from '../../auth/principal.ts'
import { closePools } from '../../db/pool.ts'
import { query } from '../../db/query.ts'
import { sendingQueue } from '../../db/queue.ts'
import { freshDatabase } from '../../db/testing/database.ts'
import { gradeAsStored } from '../../db/testing/graded.ts'
import { enrol, makeExam, makePerson, makeScenario, type Scenario } from '../../db/testing/scenario.ts'
import { searchBank } from '../../questions/bank/search-bank.ts'
import { ownBank, publishText, questionText } from '../../questions/bank/testing/own-bank.ts'
import { refreshCards } from './refresh-cards.ts'
import { refreshStatistics } from './refresh-statistics.ts'

let people: Scenario
let examId: string
const students: Principal[] = []
const submissions: string[] = []

beforeAll(async () => {
  await ownBank()
  await freshDatabase()
  people = await makeScenario()
  examId = await makeExam(people.courseId)
  for (const { id, slug } of await query<{ id: string; slug: string }>('SELECT id, slug FROM question'))
    await publishText(id, slug, questionText({ title: slug }), people.ines)
  await refreshCards()
  for (let at = 0; at < 5; at += 1) {
    const student = await makePerson(`Student ${at}`)
    await enrol(people.courseId, student, 'student')
    students.push(student)
    const { attemptId } = await startAttempt(student, examId)
    submissions.push((await submitAttempt(student, attemptId, { epoch: 1, revisions: {} })).submissionId)
  }
})
afterAll(async () => {
  await (await sendingQueue()).stop({ graceful: false })
  await closePools()
})

const statistics = async () => {
  await refreshStatistics()
  const { entries } = await searchBank(people.ines, { sort: 'title' })
  return entries.map((entry) => entry.statistics)
}
const grade = (submission: string, y: number, why: number | null) =>
  gradeAsStored(submission, { y: { score: y }, why: { score: why } }, `${y} ${why}`)

it('says nothing of answers that wait for a person, nor of fewer than five', async () => {
  expect(await statistics()).toEqual([null, null])
  for (const [at, submission] of submissions.entries()) await grade(submission, at / 4, at < 4 ? 1 : null)
  expect(await statistics()).toEqual([null, null])
})

it('is the mean share of the points, and how it goes with the rest of the exam', async () => {
  await grade(submissions[4] ?? '', 1, 1)
  const [first, second] = await statistics()
  // y is two of three points and goes from 0 to 1 in quarters; why is right for everybody
  expect(first).toMatchObject({ answers: 5, facility: expect.closeTo((0.5 * 2 + 1) / 3, 5) })
  expect(first?.discrimination).toBeCloseTo(1, 9)
  expect(second).toEqual(first)
})

it('follows what a person decides', async () => {
  await query(
    `INSERT INTO review (submission_id, field, version, reviewer_id, points, rubric, comment, reason)
     SELECT $1, q.slug || '.why', 1, $2, 0, '[]', '', '' FROM exam_question q`,
    [submissions[0], people.tara.personId],
  )
  expect((await statistics())[0]?.facility).toBeCloseTo((0.5 * 2 + 0.8) / 3, 5)
})

it('takes the attempt of each that counts, and leaves the tries of staff out', async () => {
  await query('UPDATE exam SET attempts_allowed = 2 WHERE id = $1', [examId])
  const facility = async () => (await statistics())[0]?.facility
  // the second has half of the points, a quarter of y and all of why: then nothing in another attempt
  const before = (0.5 * 2 + 0.8) / 3
  const student = students[1] ?? people.ada
  const { attemptId } = await startAttempt(student, examId, { number: 2 })
  await gradeAsStored(submissions[3] ?? '', { y: { score: 0.75 }, why: { score: 1 } }, 'anew')
  expect(await facility()).toBeCloseTo(before, 5)
  const { submissionId } = await submitAttempt(student, attemptId, { epoch: 1, revisions: {} })
  await grade(submissionId, 0, 0)
  expect(await facility()).toBeCloseTo(before - 0.5 / 5, 5)
  await query(`UPDATE exam SET attempt_counts = 'best' WHERE id = $1`, [examId])
  await grade(submissionId, 0.1, 0)
  expect(await facility()).toBeCloseTo(before, 5)
  expect((await statistics())[0]?.answers).toBe(5)
  await query('DELETE FROM question_statistic')
  await query('UPDATE exam SET trial_of = $1, trial_person = $2 WHERE id = $1', [examId, people.ines.personId])
  await refreshStatistics()
  expect(await query('SELECT FROM question_statistic')).toEqual([])
})

it('finds by use and by difficulty', async () => {
  const titles = async (asked: object) => (await searchBank(people.ines, asked)).total
  expect(await titles({ used: 'ever' })).toBe(0)
  await query('UPDATE exam SET trial_of = NULL, trial_person = NULL, opens_at = $1', ['2026-05-01T12:00:00Z'])
  expect(await titles({ used: 'ever' })).toBe(2)
  expect(await titles({ used: 'not-since:2026-05-01' })).toBe(0)
  expect(await titles({ used: 'not-since:2026-05-02' })).toBe(2)
  expect(await titles({ difficulty: 'hard' })).toBe(0)
  await query(
    `INSERT INTO question_difficulty (question_id, difficulty, person_id) SELECT id, 'hard', $1 FROM question`,
    [people.ines.personId],
  )
  expect(await titles({ difficulty: 'hard' })).toBe(2)
  await query(
    `INSERT INTO question_statistic (exam_question_id, answers, facility, grading_id, review_id)
     SELECT id, 20, 0.8, 0, 0 FROM exam_question`,
  )
  expect(await titles({ difficulty: 'hard' })).toBe(0)
  expect(await titles({ difficulty: 'easy' })).toBe(2)
})

it('says nothing of how a question goes with others where it is alone, nor of one without points', async () => {
  const examId = await makeExam(people.courseId, { slugs: ['alone', 'for-nothing'] })
  await query('UPDATE exam_question SET points = 0 WHERE exam_id = $1 AND position = 2', [examId])
  const { attemptId } = await startAttempt(people.ben, examId)
  const { submissionId } = await submitAttempt(people.ben, attemptId, { epoch: 1, revisions: {} })
  await grade(submissionId, 0.5, 1)
  await refreshStatistics()
  expect(
    await query(
      `SELECT q.position, s.answers, s.discrimination FROM question_statistic s JOIN exam_question q ON q.id = s.exam_question_id
       WHERE q.exam_id = $1`,
      [examId],
    ),
  ).toEqual([{ position: 1, answers: 1, discrimination: null }])
})
