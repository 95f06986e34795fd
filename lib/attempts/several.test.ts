import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { query } from '../db/query.ts'
import { gradeAsStored } from '../db/testing/graded.ts'
import { makeExam, type Scenario } from '../db/testing/scenario.ts'
import { attemptRows } from '../exams/attempt-rows.ts'
import { studentExams } from '../exams/student-exams.ts'
import { extendTime } from '../invigilation/extend-time.ts'
import { reopenAttempt } from '../invigilation/reopen-attempt.ts'
import { runningExam } from '../invigilation/running-exam.ts'
import { changesTable } from '../points/changes-table.ts'
import { examParts } from '../points/exam-parts.ts'
import { examPoints } from '../points/exam-points.ts'
import type { Row } from '../points/export/table.ts'
import { pointsTable } from '../points/points-table.ts'
import { releaseExam } from '../release/release-exam.ts'
import { scoreReview } from '../review/score-review.ts'
import { attemptPaper } from './attempt-paper.ts'
import { attemptState } from './attempt-state.ts'
import { startAttempt } from './start-attempt.ts'
import { submitAttempt } from './submit-attempt.ts'
import { closeScenario, openScenario } from './testing/sit.ts'

let people: Scenario
let examId: string
beforeAll(async () => {
  people = await openScenario()
})
afterAll(closeScenario)

const allow = (change: string) => query(`UPDATE exam SET ${change} WHERE id = $1`, [examId])
beforeEach(async () => {
  examId = await makeExam(people.courseId)
  await allow('attempts_allowed = 3')
})

const begin = async (number?: number) =>
  (await startAttempt(people.ada, examId, number === undefined ? {} : { number })).attemptId
async function handIn(attemptId: string, points?: number): Promise<string> {
  const { submissionId } = await submitAttempt(people.ada, attemptId, { epoch: 1, revisions: {} })
  await gradeAsStored(submissionId)
  if (points !== undefined) {
    const slug = (await attemptPaper(people.ada, attemptId)).questions[0]?.slug
    await scoreReview(people.tara, { submissionId, field: `${slug}.why`, version: 0, points })
  }
  return submissionId
}
const counting = async () =>
  (await query<{ attempt_id: string }>('SELECT attempt_id FROM attempt_that_counts WHERE exam_id = $1', [examId])).map(
    (row) => row.attempt_id,
  )
const variants = async (attemptId: string) =>
  (await query<{ id: string }>('SELECT variant_id AS id FROM attempt_question WHERE attempt_id = $1', [attemptId])).map(
    ({ id }) => id,
  )

describe('another attempt', () => {
  it('begins once the one before is handed in, with other variants, once however often it is asked for', async () => {
    const first = await begin()
    await expect(begin(2)).rejects.toMatchObject({ status: 409, code: 'still-open' })
    await handIn(first)
    expect(await begin()).toBe(first)
    const asked = await Promise.all(Array.from({ length: 8 }, () => begin(2)))
    const second = asked[0] ?? ''
    expect(new Set(asked).size).toBe(1)
    expect(second).not.toBe(first)
    expect(await begin()).toBe(second)
    expect(await begin(1)).toBe(first)
    const had = await variants(first)
    for (const variant of await variants(second)) expect(had).not.toContain(variant)
    expect((await attemptState(people.ada, second)).responses).toEqual({})
  })

  it('has other variants of every question, while there are any', async () => {
    examId = await makeExam(people.courseId, { slugs: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] })
    await allow('attempts_allowed = 3')
    const attempts: string[] = []
    for (const number of [1, 2, 3]) {
      attempts.push(await begin(number))
      await handIn(attempts.at(-1) ?? '')
    }
    const [first = [], second = [], third = []] = await Promise.all(attempts.map(variants))
    expect(new Set([...first, ...second]).size).toBe(16)
    expect(third).toHaveLength(8)
  })

  it('is refused by the statement that begins it, whoever asks', async () => {
    const ask = async (number: number, who = people.ada) =>
      (await query<{ id: string | null }>('SELECT start_attempt($1, $2, $3) AS id', [examId, who.personId, number]))[0]
        ?.id
    for (const [closed, open] of [
      [`state = 'draft'`, `state = 'published'`],
      [`opens_at = clock_timestamp() + interval '1 hour'`, 'opens_at = NULL'],
      [`closes_at = clock_timestamp() - interval '1 hour'`, 'closes_at = NULL'],
    ] as const) {
      await allow(closed)
      expect(await ask(1, people.ben), closed).toBeNull()
      await allow(open)
    }
    expect(await ask(2)).toBeNull()
    const first = await begin()
    expect(await ask(2)).toBeNull()
    await handIn(first)
    await allow('attempts_allowed = 1')
    expect(await ask(2)).toBeNull()
    await allow('attempts_allowed = 2')
    expect(await ask(2)).not.toBeNull()
  })

  it('is one of those that are allowed, in their order', async () => {
    await handIn(await begin())
    await expect(begin(3)).rejects.toMatchObject({ status: 409, code: 'no-more-attempts' })
    await allow('attempts_allowed = 2')
    await expect(begin(3)).rejects.toMatchObject({ status: 409, code: 'no-more-attempts' })
    await handIn(await begin(2))
    await expect(begin(3)).rejects.toMatchObject({ status: 409, code: 'no-more-attempts' })
    await allow('attempts_allowed = NULL')
    await begin(3)
  })

  it('begins while the window is open, and closes one before whose time is over', async () => {
    const first = await begin()
    await query(`UPDATE attempt SET started_at = started_at - interval '2 hours' WHERE id = $1`, [first])
    const second = await begin(2)
    expect((await attemptState(people.ada, first)).state).toBe('closed')
    await handIn(second)
    await allow(`closes_at = clock_timestamp() - interval '1 second'`)
    await expect(begin(3)).rejects.toMatchObject({ status: 409, code: 'over' })
  })

  it('is not begun beside one that is opened again: whichever comes first stands alone', async () => {
    const first = await begin()
    await handIn(first)
    const results = await Promise.allSettled([
      reopenAttempt(people.ines, first, { minutes: 10, reason: 'A fire alarm' }),
      begin(2),
    ])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const open = await query(`SELECT id FROM attempt WHERE exam_id = $1 AND state = 'open'`, [examId])
    expect(open).toHaveLength(1)
  })

  it('leaves the one before behind: nobody opens that again', async () => {
    const first = await begin()
    await handIn(first)
    await begin(2)
    const reopened = reopenAttempt(people.ines, first, { minutes: 10, reason: 'A fire alarm' })
    await expect(reopened).rejects.toMatchObject({ status: 409, code: 'followed' })
  })
})

describe('of several attempts', () => {
  it('the newest that was handed in counts, or the one with most points', async () => {
    const first = await begin()
    expect(await counting()).toEqual([first])
    await handIn(first, 1)
    const second = await begin(2)
    expect(await counting()).toEqual([first])
    await handIn(second, 0)
    expect(await counting()).toEqual([second])
    await allow(`attempt_counts = 'best'`)
    expect(await counting()).toEqual([first])
    // of equals the newer one
    await handIn(await begin(3), 1)
    expect(await counting()).toEqual([await begin(3)])
  })

  it('those with equal points are equal, whatever sum they come from', async () => {
    await allow(`attempt_counts = 'best'`)
    for (const [index, points] of [
      [0.1, 0.2],
      [0, 0.3],
    ].entries()) {
      const attemptId = await begin(index + 1)
      const { questions } = await attemptPaper(people.ada, attemptId)
      const { submissionId } = await submitAttempt(people.ada, attemptId, { epoch: 1, revisions: {} })
      await gradeAsStored(submissionId, { y: { score: 0 }, why: { verdict: 'review', score: null } })
      for (const [k, { slug }] of questions.entries())
        await scoreReview(people.tara, { submissionId, field: `${slug}.why`, version: 0, points: points[k] })
    }
    expect(await counting()).toEqual([await begin(2)])
  })

  it('one is the student’s in every table, and the paper is theirs', async () => {
    const first = await begin()
    await handIn(first, 1)
    const second = await begin(2)
    await handIn(second, 0)
    await allow(`attempt_counts = 'best'`)
    const rows = await attemptRows(examId)
    expect(rows.map(({ number, counts }) => [number, counts])).toEqual([
      [1, true],
      [2, false],
    ])
    const { sitters } = await runningExam(people.tara, examId)
    const ada = sitters.filter(({ personId }) => personId === people.ada.personId)
    expect(ada.map(({ attemptId }) => attemptId)).toEqual([second])
    const ofAda = async (table: AsyncIterable<Row>) => {
      const rows: Row[] = []
      for await (const row of table) if (row.includes('Ada')) rows.push(row)
      return rows
    }
    const [points, ...none] = await ofAda(pointsTable(examId, await examParts(examId)))
    expect([none, points?.slice(3, 5), points?.slice(10, 12)]).toEqual([[], [1, 2], [5, 6]])
    const listed = (await examPoints(people.ines, examId)).changes.map(({ student }) => student?.attempt)
    expect(new Set(listed)).toEqual(new Set([1, 2]))
    const changes = await ofAda(changesTable(examId))
    expect(new Set(changes.map((row) => `${row[3]} ${row[4]}`))).toEqual(new Set(['1 yes', '2 no']))
  })

  it('what was handed in before one was opened again is in the changes, and counts no more', async () => {
    const attemptId = await begin()
    await handIn(attemptId)
    await reopenAttempt(people.ines, attemptId, { minutes: 10, reason: 'Wrong button' })
    await handIn(attemptId)
    const said = new Set<string>()
    for await (const row of changesTable(examId)) if (row.includes('Ada')) said.add(`${row[4]} ${row[6] ?? 'no'}`)
    expect(said).toEqual(new Set(['no yes', 'yes no']))
  })

  it('the student sees each, which counts once its points are out, and whether another may begin', async () => {
    await allow(`attempt_counts = 'best'`)
    const first = await begin()
    const entry = async () => (await studentExams(people.ada.personId, examId))[0]
    expect(await entry()).toMatchObject({ state: 'in-progress', attemptId: first, next: null })
    await handIn(first, 1)
    expect(await entry()).toMatchObject({ state: 'submitted', attemptId: first, next: 2 })
    const second = await begin(2)
    expect(await entry()).toMatchObject({ state: 'in-progress', attemptId: second, next: null })
    await handIn(second, 0)
    const hidden = [
      { attemptId: first, number: 1, counts: null, earned: null },
      { attemptId: second, number: 2, counts: null, earned: null },
    ]
    expect(await entry()).toMatchObject({ attemptId: first, next: 3, attempts: hidden })
    await releaseExam(people.ines, examId, { scope: 'all' })
    const shown = [
      { number: 1, counts: true, earned: 5 },
      { number: 2, counts: false, earned: 4 },
    ]
    expect(await entry()).toMatchObject({ state: 'released', attempts: shown })
  })

  it('what the grader found is told at once, what a person decided when that is released', async () => {
    await allow(`attempt_counts = 'best', release_policy = 'at-once'`)
    const own = async () => (await studentExams(people.ada.personId, examId))[0]?.attempts
    await handIn(await begin())
    expect(await own()).toMatchObject([{ counts: true, earned: 4 }])
    await handIn(await begin(2), 1)
    expect(await own()).toMatchObject([
      { counts: null, earned: null },
      { counts: null, earned: null },
    ])
  })

  it('those that were left behind are not called closed too early', async () => {
    const first = await begin()
    await query(`UPDATE attempt SET started_at = started_at - interval '2 hours' WHERE id = $1`, [first])
    const second = await begin(2)
    await handIn(second)
    const to = { scope: 'person' as const, personId: people.ada.personId }
    expect(await extendTime(people.ines, examId, { to, minutes: 200 })).toMatchObject({ closedTooEarly: 0 })
  })
})
