import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { closePools } from '../../db/pool.ts'
import { inTransaction, query } from '../../db/query.ts'
import { freshDatabase } from '../../db/testing/database.ts'
import { makeExam, makeScenario, type Scenario } from '../../db/testing/scenario.ts'
import { Refusal } from '../../http/refusal.ts'
import { appendReviews } from '../append-reviews.ts'
import { scoreReview } from '../score-review.ts'
import { applyRubric } from './apply-rubric.ts'
import { lockRubric } from './lock.ts'
import { previewRubric } from './preview-rubric.ts'
import { readRubric } from './read-rubric.ts'
import { rubricPoints } from './rubric.ts'
import { gradedClass, partOf } from './testing/graded-class.ts'
import { newestReviews } from './testing/newest-reviews.ts'

const size = 60
let people: Scenario
let examId: string
let field: string
let submissions: string[]
let examQuestionId: string

beforeAll(async () => {
  await freshDatabase()
  people = await makeScenario()
})
afterAll(closePools)
beforeEach(async () => {
  examId = await makeExam(people.courseId, { slugs: ['alpha'] })
  submissions = await gradedClass(examId, size)
  field = await partOf(examId)
  const [question] = await query<{ id: string }>('SELECT id FROM exam_question WHERE exam_id = $1', [examId])
  examQuestionId = question?.id ?? ''
})

const score = (submissionId: string, rubric: string[]) =>
  scoreReview(people.tara, { submissionId, field, version: 0, rubric })

/** An edit of what item file-0 is worth, as it was looked at. */
async function lookedAt(amount: number) {
  const { version } = await readRubric(people.ines, examId, field)
  const items = [{ id: 'file-0', says: 'Says why', amount, unit: 'points' as const }]
  const edit = { version, base: 'zero' as const, items }
  const { effect } = await previewRubric(people.ines, examId, field, edit)
  return { ...edit, effect, reason: 'so' }
}

async function expectPresentPoints() {
  const rubric = await readRubric(people.ines, examId, field)
  for (const review of await newestReviews(field))
    expect(review.points).toBe(rubricPoints(rubric, review.rubric, review.adjustment, rubric.possible))
}

/** Until somebody waits for a rubric, or what they do has ended without. */
async function waits(work: Promise<unknown>): Promise<boolean> {
  let ended = false
  work.then(
    () => (ended = true),
    () => (ended = true),
  )
  while (!ended) {
    const [row] = await query<{ n: number }>(
      `SELECT count(*)::int AS n FROM pg_locks l JOIN pg_database d ON d.oid = l.database
       WHERE l.locktype = 'advisory' AND NOT l.granted AND d.datname = current_database()`,
    )
    if (row && row.n > 0) return true
  }
  return false
}

it('twenty reviewers who score while the rubric is edited end with points of the rubric that holds', async () => {
  for (let wave = 0; wave < size / 20; wave += 1) {
    const edit = await lookedAt((wave + 3) / 10)
    const applying = applyRubric(people.ines, examId, field, edit).catch((error) => error)
    const scoring = submissions.slice(wave * 20, wave * 20 + 20).map((one) => score(one, ['file-0']))
    await Promise.all(scoring)
    const applied = await applying
    if (applied instanceof Error) expect(applied).toMatchObject({ code: 'effect-changed' })
    expect(await newestReviews(field)).toHaveLength(wave * 20 + 20)
    await expectPresentPoints()
  }
})

it('who scores waits for an edit that is under way, and scores by the new rubric', async () => {
  let scoring: Promise<unknown> = Promise.resolve()
  await inTransaction(async (run) => {
    await lockRubric(run, examQuestionId, field, 'alone')
    scoring = score(submissions[0] ?? '', ['file-0'])
    await waits(scoring)
    await run(
      `INSERT INTO rubric_version (exam_question_id, field, version, base, items, person_id, reason)
       VALUES ($1, $2, 1, 'zero', $3, $4, '')`,
      [
        examQuestionId,
        field,
        JSON.stringify([{ id: 'file-0', says: 'x', amount: 0.5, unit: 'points' }]),
        people.ines.personId,
      ],
    )
  })
  await scoring
  expect(await newestReviews(field)).toMatchObject([{ points: 0.5, rubricVersion: 1 }])
})

it('an edit waits for who is scoring, and is refused for it would do more than what was looked at', async () => {
  const edit = await lookedAt(0.5)
  let applying: Promise<unknown> = Promise.resolve()
  await inTransaction(async (run) => {
    await lockRubric(run, examQuestionId, field, 'shared')
    applying = applyRubric(people.ines, examId, field, edit).catch((error) => error)
    expect(await waits(applying)).toBe(true)
    const review = { points: 1, rubric: ['file-0'], rubricVersion: 0, adjustment: 0, comment: '', reason: '' }
    const of = { submissionId: submissions[0] ?? '', field, version: 0, reviewerId: people.tara.personId }
    await appendReviews(run, [{ ...of, ...review, cause: 'person' }])
  })
  expect(await applying).toBeInstanceOf(Refusal)
  expect(await applying).toMatchObject({ status: 409, code: 'effect-changed' })
  await expectPresentPoints()
})

it('of two who edit at the same time one is told', async () => {
  await score(submissions[0] ?? '', ['file-0'])
  const [one, other] = [await lookedAt(0.5), await lookedAt(0.25)]
  const both = [one, other].map((edit) => applyRubric(people.ines, examId, field, edit))
  const ended = await Promise.allSettled(both)
  expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(ended.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'rubric-changed' } })
  await expectPresentPoints()
})
