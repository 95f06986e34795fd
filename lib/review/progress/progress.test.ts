import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Principal } from '../../auth/principal.ts'
import { closePools } from '../../db/pool.ts'
import { query } from '../../db/query.ts'
import { sendingQueue } from '../../db/queue.ts'
import { freshDatabase } from '../../db/testing/database.ts'
import { enrol, makeExam, makePerson, makeScenario, type Scenario } from '../../db/testing/scenario.ts'
import { appendReviews } from '../append-reviews.ts'
import { scoreReview } from '../score-review.ts'
import { handedIn } from '../testing/handed-in.ts'
import { forecast, type ReviewProgress, reviewProgress } from './review-progress.ts'

let people: Scenario
let theo: Principal
let examId: string
let field: string
let progress: ReviewProgress

/** 44 answers: Tara gave half of hers full points quickly and carefully, Theo almost none; four wait. */
beforeAll(async () => {
  await freshDatabase()
  people = await makeScenario()
  theo = await makePerson('Theo')
  await enrol(people.courseId, theo, 'ta')
  examId = await makeExam(people.courseId, { slugs: ['alpha'] })
  const [question] = await query<{ slug: string }>('SELECT slug FROM exam_question WHERE exam_id = $1', [examId])
  field = `${question?.slug}.why`
  const sat = await handedIn(people.courseId, examId, 44)
  const row = {
    field,
    version: 0,
    rubric: [],
    rubricVersion: 0,
    adjustment: 0,
    comment: '',
    reason: '',
    cause: 'person' as const,
  }
  const review = (k: number, who: Principal, points: number, seconds: number | null) =>
    appendReviews(query, [
      { ...row, submissionId: sat[k]?.submissionId ?? '', reviewerId: who.personId, points, seconds },
    ])
  for (let k = 0; k < 20; k += 1) await review(k, people.tara, k % 2 ? 1 : 0.5, k === 3 ? 900 : 20 + (k % 5))
  for (let k = 20; k < 40; k += 1) await review(k, theo, k % 10 ? 0 : 0.5, k < 29 ? 1 : 30 + (k % 3))
  await appendReviews(query, [
    {
      ...row,
      submissionId: sat[0]?.submissionId ?? '',
      version: 1,
      reviewerId: people.ines.personId,
      points: 0,
      cause: 'rubric',
    },
  ])
  progress = await reviewProgress(people.ines, examId)
})
afterAll(async () => {
  await (await sendingQueue()).stop({ graceful: false })
  await closePools()
})

describe('how reviewing goes', () => {
  it('is told part by part and person by person: what people did, not what a rubric brought with it', () => {
    expect(progress).toMatchObject({ title: 'Test exam', waiting: 4, done: 40 })
    expect(progress.parts).toMatchObject([
      { field, label: 'Why', points: 1, waiting: 4, done: 40, work: { n: 40, mean: 0.4 } },
    ])
    expect(progress.people.map(({ name, n }) => [name, n])).toEqual([
      ['Tara', 20],
      ['Theo', 20],
    ])
    const tara = progress.parts[0]?.reviewers[0]
    // sums of squares are rounded in the order the rows come in
    expect(tara).toMatchObject({ name: 'Tara', n: 20, mean: 0.75, spread: expect.closeTo(0.25, 9), median: 22 })
    expect(tara?.p90).toBeCloseTo(24, 9)
  })

  it('shows who scores unlike the others', () => {
    const distances = progress.parts[0]?.reviewers.map(({ name, distance, far }) => [
      name,
      Math.sign(distance ?? 0),
      far,
    ])
    expect(distances).toEqual([
      ['Tara', 1, true],
      ['Theo', -1, true],
    ])
  })

  it('shows answers that took very long, by pseudonym, and streaks that were very fast', () => {
    expect(progress.slow).toMatchObject([{ field, name: 'Tara', seconds: 900 }])
    expect(progress.slow[0]?.code).toMatch(/^[A-Z][a-z]{4}-[A-Z][a-z]{4}$/)
    expect(JSON.stringify(progress)).not.toContain('Student')
    expect(progress.streaks).toMatchObject([{ field, name: 'Theo', n: 9, seconds: 1 }])
  })

  it('says when it ends at this pace', () => {
    expect(progress.pace.halfHours).toHaveLength(24)
    expect(progress.pace.lately).toBe(40)
    expect(Date.parse(progress.ends ?? '') - Date.parse(progress.pace.now)).toBe(180_000)
    expect(forecast('2026-01-01T00:00:00Z', 0, 5)).toBeNull()
    expect(forecast('2026-01-01T00:00:00Z', 5, 0)).toBeNull()
  })

  it('counts an answer once, however often it is decided', async () => {
    const [first] = await query<{ id: string }>(
      'SELECT submission_id AS id FROM review WHERE reviewer_id = $1 ORDER BY id DESC LIMIT 1',
      [theo.personId],
    )
    await scoreReview(people.ines, { submissionId: first?.id ?? '', field, version: 1, points: 1, reason: 'r' })
    const now = await reviewProgress(people.ines, examId)
    expect([now.done, now.pace.lately, now.people.length]).toEqual([40, 40, 3])
  })

  it('is for instructors', async () => {
    await expect(reviewProgress(people.tara, examId)).rejects.toMatchObject({ status: 403 })
    await expect(reviewProgress(people.outsider, examId)).rejects.toMatchObject({ status: 404 })
    await expect(reviewProgress(null, examId)).rejects.toMatchObject({ status: 401 })
  })

  it('is an empty page where nothing was handed in', async () => {
    const empty = await reviewProgress(people.ines, await makeExam(people.courseId))
    expect(empty).toMatchObject({ waiting: 0, done: 0, ends: null, parts: [], people: [], slow: [], streaks: [] })
  })
})
