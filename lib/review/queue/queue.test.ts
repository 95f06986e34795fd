import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Principal } from '../../auth/principal.ts'
import { type MadeExam, madeExam, madeReviewer, madeSubmissions } from '../../bench/review/made-exam.ts'
import { closePools } from '../../db/pool.ts'
import { query } from '../../db/query.ts'
import { freshDatabase } from '../../db/testing/database.ts'
import { reviewEntry } from '../review-entry.ts'
import { reviewQueue } from '../review-queue.ts'
import { scoreReview } from '../score-review.ts'
import { assignReviewers } from './assign-reviewers.ts'
import { keepAnswers } from './keep-answers.ts'
import { nextAnswers } from './next-answers.ts'
import { partAnswers } from './part-answers.ts'

const run = (text: string, values: unknown[]) => query<{ id: string }>(text, values)
const students = 130

let exam: MadeExam
let tara: Principal
let theo: Principal
let ines: Principal

const as = async (name: string): Promise<Principal> => {
  const personId = await madeReviewer(run, exam, name)
  return { personId, name, email: '' }
}
const why = () => `${exam.questions[0]?.slug}.why`
const number = () => `${exam.questions[0]?.slug}.y`
const ids = (cards: { submissionId: string }[]) => cards.map(({ submissionId }) => submissionId)
const part = async (field: string, who = tara) =>
  (await reviewQueue(who, exam.examId)).parts.find((one) => one.field === field)

beforeAll(async () => {
  await freshDatabase()
  exam = await madeExam(run, 'Cells', 2)
  await madeSubmissions(run, exam, 0, students)
  ;[tara, theo, ines] = [await as('Tara'), await as('Theo'), await as('Ines')]
  await query(`UPDATE membership SET role = 'instructor' WHERE person_id = $1`, [ines.personId])
})
afterAll(closePools)
beforeEach(() => query('UPDATE review_entry SET claimed_by = NULL, claimed_until = NULL'))

describe('the next answers', () => {
  it('come with all that is shown of them, leave out what is at hand, and go to one person each', async () => {
    const first = await nextAnswers(tara, exam.examId, { field: why(), count: 2 })
    expect(first.waiting).toBe(students)
    expect(first.cards[0]).toMatchObject({ version: 0, possible: 2, computed: null, why: 'text', holder: null })
    expect(first.cards[0]?.rubric.items).toHaveLength(3)
    expect(first.cards[0]?.question.fields.map(({ name }) => name)).toEqual(['y', 'z', 'rule', 'why'])
    const second = await nextAnswers(tara, exam.examId, { field: why(), count: 2, except: ids(first.cards) })
    const third = await nextAnswers(theo, exam.examId, { field: why(), count: 2 })
    expect(new Set([...ids(first.cards), ...ids(second.cards), ...ids(third.cards)]).size).toBe(6)
    expect(JSON.stringify([first, second, third])).not.toMatch(/Student |attemptId|@example/)
    expect(await part(why())).toMatchObject({
      claimed: [
        { name: 'Tara', n: 4 },
        { name: 'Theo', n: 2 },
      ],
    })
  })

  it('are kept by whoever has them, and whoever opens one is told of it', async () => {
    const [card] = (await nextAnswers(tara, exam.examId, { field: why() })).cards
    const submissionId = card?.submissionId ?? ''
    const asked = { field: why(), submissions: [submissionId] }
    expect(await keepAnswers(theo, exam.examId, asked)).toEqual({ held: { [submissionId]: 'Tara' } })
    expect((await reviewEntry(theo, submissionId, why())).card.holder).toBe('Tara')
    expect((await reviewEntry(tara, submissionId, why())).card.holder).toBeNull()
    await query(
      `UPDATE review_entry SET claimed_until = clock_timestamp() - interval '1 second' WHERE claimed_by = $1`,
      [tara.personId],
    )
    expect(await keepAnswers(theo, exam.examId, asked)).toEqual({ held: {} })
    expect(await keepAnswers(tara, exam.examId, asked)).toEqual({ held: { [submissionId]: 'Theo' } })
  })
})

describe('a decision over the grader', () => {
  it('stands beside what the grader gave, and can be given back to it', async () => {
    const [one] = (await partAnswers(tara, exam.examId, number(), { verdict: 'wrong' })).answers
    const submissionId = one?.submissionId ?? ''
    expect(one).toMatchObject({ state: 'computed', points: 0, reviewer: null })
    const review = { submissionId, field: number(), version: 0, points: 1, reason: 'A digit was swapped.' }
    await scoreReview(tara, review)
    expect((await reviewEntry(tara, submissionId, number())).card).toMatchObject({
      computed: 0,
      decidedBy: { y: 'Tara' },
      version: 1,
    })
    expect(await part(number())).toMatchObject({ overridden: 1, waiting: 0, reviewed: 0 })
    const overridden = await partAnswers(tara, exam.examId, number(), { show: 'overridden' })
    expect(overridden.answers).toMatchObject([{ submissionId, state: 'overridden', points: 1, reviewer: 'Tara' }])
    await scoreReview(tara, { ...review, version: 1, points: null, reason: 'Read again.' })
    expect((await reviewEntry(tara, submissionId, number())).card).toMatchObject({ decidedBy: {}, version: 2 })
    expect(await part(number())).toMatchObject({ overridden: 0 })
  })
})

describe('the list of a part', () => {
  it('is filtered and paged, in the order of reviewing', async () => {
    const all = await partAnswers(tara, exam.examId, why(), {})
    const rest = await partAnswers(tara, exam.examId, why(), { page: 2 })
    expect([all.found, all.pages, all.answers.length, rest.answers.length]).toEqual([students, 2, 100, 30])
    expect(new Set([...ids(all.answers), ...ids(rest.answers)]).size).toBe(students)
    expect((await nextAnswers(tara, exam.examId, { field: why() })).cards[0]?.submissionId).toBe(
      all.answers[0]?.submissionId,
    )
    const right = await partAnswers(tara, exam.examId, number(), { verdict: 'right' })
    expect(right.found).toBe(right.verdicts.find(({ verdict }) => verdict === 'right')?.n)
    expect((await partAnswers(tara, exam.examId, why(), { show: 'reviewed' })).found).toBe(0)
    expect((await partAnswers(tara, exam.examId, why(), { show: 'claimed' })).answers).toMatchObject([
      { holder: 'Tara' },
    ])
    expect(JSON.stringify(all)).not.toMatch(/Student |@example/)
  })
})

describe('assigning a part', () => {
  it('is for instructors, to staff of the course, and keeps others out of it', async () => {
    const given = { field: why(), people: [theo.personId] }
    await expect(assignReviewers(tara, exam.examId, given)).rejects.toMatchObject({ status: 403 })
    const [student] = await query<{ id: string }>(
      `SELECT person_id AS id FROM membership WHERE role = 'student' LIMIT 1`,
    )
    await expect(
      assignReviewers(ines, exam.examId, { ...given, people: [theo.personId, student?.id ?? ''] }),
    ).rejects.toMatchObject({ status: 422 })
    expect(await part(why())).toMatchObject({ assigned: [], mine: true })

    await assignReviewers(ines, exam.examId, given)
    expect(await part(why())).toMatchObject({ assigned: [{ name: 'Theo' }], mine: false })
    expect(await part(why(), ines)).toMatchObject({ mine: true })
    await expect(nextAnswers(tara, exam.examId, { field: why() })).rejects.toMatchObject({ status: 403 })
    await expect(partAnswers(tara, exam.examId, why(), {})).rejects.toMatchObject({ status: 403 })

    await assignReviewers(ines, exam.examId, { field: why(), people: [] })
    expect(await part(why())).toMatchObject({ assigned: [], mine: true })
  })
})
