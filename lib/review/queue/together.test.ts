import { afterAll, beforeAll, expect, it } from 'vitest'
import { type MadeExam, madeExam, madeReviewer, madeSubmissions } from '../../bench/review/made-exam.ts'
import { reviewTogether } from '../../bench/review/together.ts'
import { closePools } from '../../db/pool.ts'
import { query } from '../../db/query.ts'
import { freshDatabase } from '../../db/testing/database.ts'

const reviewers = 20
const each = 15

let exam: MadeExam

beforeAll(async () => {
  await freshDatabase()
  const run = (text: string, values: unknown[]) => query<{ id: string }>(text, values)
  exam = await madeExam(run, 'Reviewed together', 1)
  await madeSubmissions(run, exam, 0, reviewers * each)
})
afterAll(closePools)

it('twenty who review one part at once lose nothing, decide nothing twice and are never given the same answer', async () => {
  const run = (text: string, values: unknown[]) => query<{ id: string }>(text, values)
  const people = []
  for (let k = 0; k < reviewers; k++) {
    const name = `Reviewer ${k}`
    people.push({ personId: await madeReviewer(run, exam, name), name, email: '' })
  }
  const field = `${exam.questions[0]?.slug}.why`
  expect(await reviewTogether(people, exam.examId, field, reviewers * each)).toEqual({
    acknowledged: reviewers * each,
    stored: reviewers * each,
    doubled: 0,
    lost: 0,
    shared: 0,
    conflicts: 0,
  })
}, 120_000)
