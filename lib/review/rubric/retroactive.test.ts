import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { closePools } from '../../db/pool.ts'
import { query } from '../../db/query.ts'
import { freshDatabase } from '../../db/testing/database.ts'
import { makeExam, makeScenario, type Scenario } from '../../db/testing/scenario.ts'
import { Refusal } from '../../http/refusal.ts'
import { scoreReview } from '../score-review.ts'
import { applyRubric } from './apply-rubric.ts'
import { previewRubric } from './preview-rubric.ts'
import { readRubric } from './read-rubric.ts'
import { rubricPoints } from './rubric.ts'
import { gradedClass, partOf } from './testing/graded-class.ts'
import { newestReviews } from './testing/newest-reviews.ts'

const size = 12
let people: Scenario
let examId: string
let field: string
let submissions: string[]

beforeAll(async () => {
  await freshDatabase()
  people = await makeScenario()
})
afterAll(closePools)

const score = fc.record({ who: fc.nat(size - 1), ticks: fc.nat(15), by: fc.constantFrom(0, 0.25, -0.5) })
const newItem = fc.record({
  says: fc.constantFrom('one', 'two'),
  amount: fc.integer({ min: -4, max: 4 }).map((k) => k / 4),
  unit: fc.constantFrom<'points' | 'share'>('points', 'share'),
})
const round = fc.record({
  scores: fc.array(score, { minLength: 2, maxLength: 8 }),
  base: fc.constantFrom<'zero' | 'full'>('zero', 'full'),
  /** which items of before stay, and by how much they are worth more */
  keep: fc.array(fc.constantFrom(null, 0, 0, 0.25, -0.5), { minLength: 4, maxLength: 4 }),
  fresh: fc.array(newItem, { maxLength: 3 }),
})
type Round = typeof round extends fc.Arbitrary<infer T> ? T : never

async function reviewSome({ scores }: Round): Promise<void> {
  const { items } = await readRubric(people.tara, examId, field)
  for (const { who, ticks, by } of scores) {
    const submissionId = submissions[who] ?? ''
    const [had] = (await newestReviews(field)).filter((one) => one.submissionId === submissionId)
    const rubric = items.filter((_, k) => ticks & (1 << k)).map(({ id }) => id)
    const review = { submissionId, field, version: had?.version ?? 0, rubric, adjustment: by, comment: `said ${who}` }
    await scoreReview(people.tara, review)
  }
}

async function editRubric({ base, keep, fresh }: Round) {
  const { version, items } = await readRubric(people.tara, examId, field)
  const kept = items.flatMap(({ id, says, amount, unit }, k) => {
    const more = keep[k] ?? null
    return more === null ? [] : [{ id, says, amount: Math.max(-1, Math.min(1, amount + more)), unit }]
  })
  const edit = { version, base, items: [...kept, ...fresh.map((item) => ({ id: null, ...item }))] }
  const preview = await previewRubric(people.ines, examId, field, edit)
  const { effect } = preview
  const done = await applyRubric(people.ines, examId, field, { ...edit, effect, reason: 'fairer' }).catch((error) => {
    // an edit that edits nothing
    if (error instanceof Refusal && error.status === 422) return null
    throw error
  })
  return { preview, done }
}

it('whatever is edited, points are the new rubric’s, what was previewed is done, and nothing else changes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(round, { minLength: 2, maxLength: 4 }), async (rounds) => {
      examId = await makeExam(people.courseId, { slugs: ['alpha'] })
      submissions = await gradedClass(examId, size)
      field = await partOf(examId)
      for (const one of rounds) {
        await reviewSome(one)
        const before = await newestReviews(field)
        const { preview, done } = await editRubric(one)
        const after = await newestReviews(field)
        const rubric = await readRubric(people.tara, examId, field)
        const expected = before.map((review) => {
          const ticked = review.rubric.filter((id) => rubric.items.some((item) => item.id === id))
          const points = rubricPoints(rubric, ticked, review.adjustment, rubric.possible)
          if (points === review.points && ticked.length === review.rubric.length) return review
          const made = { version: review.version + 1, points, rubric: ticked, rubricVersion: rubric.version }
          return { ...review, ...made, cause: 'rubric', causeId: String(rubric.version), reason: 'fairer' }
        })
        expect(after).toEqual(done ? expected : before)
        const changed = after.filter((review, k) => review.version !== before[k]?.version)
        expect(preview.changed).toBe(done ? changed.length : 0)
        const rows = await query(`SELECT FROM review WHERE field = $1 AND cause = 'rubric' AND cause_id = $2`, [
          field,
          String(rubric.version),
        ])
        if (done) expect([done.changed, rows.length]).toEqual([changed.length, changed.length])
      }
    }),
    { seed: 5, numRuns: 7 },
  )
})
