import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { inTransaction, query } from '../db/query.ts'
import { makeExam, type Scenario } from '../db/testing/scenario.ts'
import { attemptAnnouncements } from './attempt-announcements.ts'
import { attemptPaper } from './attempt-paper.ts'
import { attemptState } from './attempt-state.ts'
import { moveForward } from './move-forward.ts'
import { saveResponses } from './save-responses.ts'
import { startAttempt } from './start-attempt.ts'
import { submitAttempt } from './submit-attempt.ts'
import { takeOver } from './take-over.ts'
import { closeScenario, openScenario } from './testing/sit.ts'

let people: Scenario
let attemptId: string
beforeAll(async () => {
  people = await openScenario()
})
afterAll(closeScenario)
beforeEach(async () => {
  const examId = await makeExam(people.courseId, { slugs: ['q1', 'q2', 'q3'] })
  await query(`UPDATE exam SET navigation = 'forward' WHERE id = $1`, [examId])
  ;({ attemptId } = await startAttempt(people.ada, examId))
})

const paper = () => attemptPaper(people.ada, attemptId)
const slug = async () => (await paper()).questions[0]?.slug ?? ''
const edit = (field: string, revision: number, opId: string = randomUUID()) => {
  return { field, revision, opId, value: { kind: 'number', text: `${revision}` } }
}
const save = (...saves: ReturnType<typeof edit>[]) => saveResponses(people.ada, attemptId, { epoch: 1, saves })
const forward = (from: number, revisions: Record<string, number> = {}, epoch = 1) =>
  moveForward(people.ada, attemptId, { epoch, from, revisions })
const refused = { status: 422, code: 'invalid' }

it('gives one question at a time, says how many there are, and none of them again', async () => {
  const given: string[] = []
  for (const place of [1, 2, 3]) {
    const { first, count, forward: goes, questions } = await paper()
    expect([first, count, goes, questions.length]).toEqual([place, 3, true, 1])
    given.push(questions[0]?.slug ?? '')
    await forward(place)
  }
  expect(given.map((one) => one.slice(0, 2))).toEqual(['q1', 'q2', 'q3'])
  // the last one stays
  expect((await paper()).first).toBe(3)
})

it('takes no save for a question that was left or is not reached, nor what comes with it', async () => {
  const first = await slug()
  await save(edit(`${first}.y`, 1))
  await forward(1, { [`${first}.y`]: 1 })
  const second = await slug()
  await expect(save(edit(`${second}.y`, 1), edit(`${first}.y`, 2))).rejects.toMatchObject(refused)
  await expect(save(edit(`${first}#flag`, 1))).rejects.toMatchObject(refused)
  await save(edit(`${second}.y`, 1))
  await forward(2)
  const third = await slug()
  expect(await query('SELECT id FROM save_event WHERE attempt_id = $1', [attemptId])).toHaveLength(2)
  await save(edit(`${third}.y`, 1))
  const { responses } = await attemptState(people.ada, attemptId)
  expect(Object.values(responses).map(({ revision }) => revision)).toEqual([1, 1, 1])
})

it('tells again of a save whose answer was lost, though its question was left meanwhile', async () => {
  const first = await slug()
  const sent = edit(`${first}.y`, 1)
  await save(sent)
  await forward(1)
  expect((await save(sent)).results).toMatchObject([{ outcome: 'duplicate' }])
})

it('leaves nothing behind that the server lacks, and one question however often it is asked', async () => {
  const first = await slug()
  const lacking = forward(1, { [`${first}.y`]: 1 })
  await expect(lacking).rejects.toMatchObject({ code: 'missing', details: { fields: [`${first}.y`] } })
  const moves = await Promise.all(Array.from({ length: 8 }, () => forward(1)))
  expect(moves).toEqual(Array(8).fill({ place: 2 }))
  expect(await query('SELECT place FROM attempt_step WHERE attempt_id = $1', [attemptId])).toEqual([{ place: 1 }])
})

it('is moved on by the device that writes, by nobody else, and not after the end', async () => {
  await takeOver(people.ada, attemptId)
  await expect(forward(1)).rejects.toMatchObject({ code: 'stale' })
  await expect(forward(1, {}, 3)).rejects.toMatchObject({ code: 'epoch' })
  await expect(moveForward(people.ben, attemptId, { epoch: 2, from: 1, revisions: {} })).rejects.toMatchObject({
    status: 404,
  })
  await submitAttempt(people.ada, attemptId, { epoch: 2, revisions: {} })
  await expect(forward(1, {}, 2)).rejects.toMatchObject({ code: 'closed' })
  await expect(forward(1, { 'another.y': 1 }, 2)).rejects.toMatchObject(refused)
})

it('never takes a save and leaves its question without it: whichever comes first', async () => {
  for (let round = 1; round <= 2; round++) {
    const key = `${await slug()}.y`
    const [saved] = await Promise.allSettled([save(edit(key, 1)), forward(round), save(edit(key, 2))])
    const [step] = await query<{ at: string }>(
      'SELECT created_at::text AS at FROM attempt_step WHERE attempt_id = $1 AND place = $2',
      [attemptId, round],
    )
    const after = await query('SELECT id FROM save_event WHERE attempt_id = $1 AND field = $2 AND received_at > $3', [
      attemptId,
      key,
      step?.at,
    ])
    expect(after).toEqual([])
    if (saved.status === 'rejected') expect(saved.reason).toMatchObject(refused)
  }
})

it('says of single questions what was announced of the one that is before the student', async () => {
  const { examId } = await attemptState(people.ada, attemptId)
  for (const question of [null, 'q1', 'q2'])
    await query(
      `INSERT INTO announcement (exam_id, exam_question_id, author_id, text)
       SELECT $1, (SELECT id FROM exam_question WHERE exam_id = $1 AND slug LIKE $2 || '-%'), $3, coalesce($2, 'all')`,
      [examId, question, people.ines.personId],
    )
  const heard = async () => (await attemptAnnouncements(people.ada, attemptId)).announcements.map(({ text }) => text)
  expect(await heard()).toEqual(['q1', 'all'])
  await forward(1)
  expect(await heard()).toEqual(['q2', 'all'])
})

it('has the question checked that is sat, and of what is saved its answers alone', async () => {
  await query(
    `UPDATE exam SET mode = 'quiz', checks_allowed = NULL WHERE id = (SELECT exam_id FROM attempt WHERE id = $1)`,
    [attemptId],
  )
  const first = await slug()
  const checked = async (which: string, who = people.ada) =>
    (
      await query<{ begun: { checkId: string } | null }>('SELECT begin_check($1, $2, $3, $4, 10) AS begun', [
        attemptId,
        who.personId,
        which,
        '{}',
      ])
    )[0]?.begun
  await save(edit(`${first}.y`, 1))
  await saveResponses(people.ada, attemptId, {
    epoch: 1,
    saves: [{ ...edit(`${first}#flag`, 1), value: { kind: 'flag', on: true } }],
  })
  expect(await checked(first, people.ben)).toBeNull()
  const begun = await checked(first)
  expect(await query('SELECT answers FROM attempt_check WHERE id = $1', [begun?.checkId])).toEqual([
    { answers: { y: { kind: 'number', text: '1' } } },
  ])
  await forward(1)
  expect(await checked(first)).toBeNull()
  expect(await checked(await slug())).toMatchObject({ left: null })
})

it('has a question checked in turn with whatever else is done to the attempt', async () => {
  const first = await slug()
  await inTransaction(async (holding) => {
    await holding('SELECT FROM attempt WHERE id = $1 FOR NO KEY UPDATE', [attemptId])
    const asked = inTransaction(async (run) => {
      await run(`SET LOCAL lock_timeout = '50ms'`)
      await run('SELECT begin_check($1, $2, $3, $4, 10)', [attemptId, people.ada.personId, first, '{}'])
    })
    await expect(asked).rejects.toMatchObject({ code: '55P03' })
  })
})

it('tells the heading of a section when its first question is reached, not before', async () => {
  const { examId } = await attemptState(people.ada, attemptId)
  await query(
    `WITH section AS (INSERT INTO exam_section (exam_id, position, title) VALUES ($1, 1, 'First'), ($1, 2, 'Second') RETURNING id, position)
     UPDATE exam_question q SET section_id = s.id FROM section s WHERE q.exam_id = $1 AND s.position = least(q.position, 2)`,
    [examId],
  )
  const headings = async () => (await paper()).sections.map(({ title }) => title)
  expect(await headings()).toEqual(['First'])
  await forward(1)
  expect(await headings()).toEqual(['First', 'Second'])
})

it('is decided by the statement itself: for its student, in time, from a device that writes', async () => {
  const moved = async (person: string, epoch = 1) =>
    (
      await query<{ outcome: object | null }>('SELECT move_forward($1, $2, $3, 1, $4) AS outcome', [
        attemptId,
        person,
        epoch,
        '{}',
      ])
    )[0]?.outcome
  expect(await moved(people.ben.personId)).toBeNull()
  expect(await moved(people.ada.personId, 2)).toEqual({ refused: 'epoch', epoch: 1 })
  await query(`UPDATE attempt SET started_at = started_at - interval '1 day' WHERE id = $1`, [attemptId])
  expect(await moved(people.ada.personId)).toEqual({ refused: 'closed' })
})

it('is not asked of exams whose questions stand side by side', async () => {
  const { attemptId: free } = await startAttempt(people.ada, await makeExam(people.courseId))
  const asked = moveForward(people.ada, free, { epoch: 1, from: 1, revisions: {} })
  await expect(asked).rejects.toMatchObject({ status: 409, code: 'free' })
})
