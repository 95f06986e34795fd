import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Principal } from '../auth/principal.ts'
import { closePools } from '../db/pool.ts'
import { query } from '../db/query.ts'
import { sendingQueue } from '../db/queue.ts'
import { freshDatabase } from '../db/testing/database.ts'
import { enrol, makeExam, makePerson, makeScenario, type Scenario } from '../db/testing/scenario.ts'
import { reopenAttempt } from '../invigilation/reopen-attempt.ts'
import { claimNext } from './claim-next.ts'
import { releaseClaims } from './release-claims.ts'
import { scoreReview } from './score-review.ts'
import { handedIn } from './testing/handed-in.ts'

let people: Scenario
let theo: Principal
let examId: string
let slug: string
let students: { personId: string; attemptId: string; submissionId: string }[]

beforeAll(async () => {
  await freshDatabase()
  people = await makeScenario()
  theo = await makePerson('Theo')
  await enrol(people.courseId, theo, 'ta')
  examId = await makeExam(people.courseId, { slugs: ['alpha'] })
  students = await handedIn(people.courseId, examId, 6)
  slug = (await query<{ slug: string }>('SELECT slug FROM exam_question WHERE exam_id = $1', [examId]))[0]?.slug ?? ''
})
afterAll(async () => {
  await (await sendingQueue()).stop({ graceful: false })
  await closePools()
})

const field = () => `${slug}.why`
const ids = (claims: { submissionId: string }[]) => claims.map(({ submissionId }) => submissionId)
const clear = () => query('UPDATE review_entry SET claimed_by = NULL, claimed_until = NULL')

describe('the queue of a part', () => {
  it('gives nobody what another has, and everybody the same order', async () => {
    const [first, second] = await Promise.all([
      claimNext(people.tara, examId, { field: field(), count: 2 }),
      claimNext(theo, examId, { field: field(), count: 2 }),
    ])
    expect(new Set([...ids(first), ...ids(second)]).size).toBe(4)
    const again = await claimNext(people.tara, examId, { field: field(), count: 2 })
    expect(ids(again)).toEqual(ids(first))
    expect((again[0]?.claimedUntil ?? '') > (first[0]?.claimedUntil ?? '')).toBe(true)
    await clear()
    const all = await claimNext(people.tara, examId, { field: field(), count: 5 })
    await clear()
    expect(ids(await claimNext(theo, examId, { field: field(), count: 5 }))).toEqual(ids(all))
    await clear()
  })

  it('gives an answer away once its claim is over or given back', async () => {
    const mine = await claimNext(people.tara, examId, { field: field() })
    await query(
      `UPDATE review_entry SET claimed_until = clock_timestamp() - interval '1 second' WHERE claimed_by = $1`,
      [people.tara.personId],
    )
    expect(ids(await claimNext(theo, examId, { field: field() }))).toEqual(ids(mine))
    expect(await releaseClaims(theo, examId)).toEqual({ released: 1 })
    expect(ids(await claimNext(people.tara, examId, { field: field() }))).toEqual(ids(mine))
    await clear()
  })

  it('passes by what is decided, until the decision is taken back', async () => {
    const [first] = await claimNext(people.tara, examId, { field: field() })
    const score = { submissionId: first?.submissionId ?? '', field: field() }
    await scoreReview(people.tara, { ...score, version: 0, points: 1 })
    expect(ids(await claimNext(people.tara, examId, { field: field(), count: 5 }))).not.toContain(score.submissionId)
    await scoreReview(people.tara, { ...score, version: 1, points: null, reason: 'Wrong student' })
    await clear()
    expect(ids(await claimNext(theo, examId, { field: field() }))).toEqual([score.submissionId])
    await clear()
  })

  it('keeps a part for those it is assigned to, and for instructors', async () => {
    await query(
      `INSERT INTO review_assignment (exam_question_id, field, person_id)
       SELECT id, slug || '.why', $2 FROM exam_question WHERE exam_id = $1`,
      [examId, theo.personId],
    )
    const refused = { status: 403, code: 'not-assigned' }
    await expect(claimNext(people.tara, examId, { field: field() })).rejects.toMatchObject(refused)
    const score = { submissionId: students[0]?.submissionId ?? '', field: field(), version: 0, points: 0 }
    await expect(scoreReview(people.tara, score)).rejects.toMatchObject(refused)
    expect(await claimNext(theo, examId, { field: field() })).toHaveLength(1)
    expect(await claimNext(people.ines, examId, { field: field() })).toHaveLength(1)
    expect(await claimNext(people.tara, examId, { field: `${slug}.y` })).toEqual([])
    await query('DELETE FROM review_assignment')
  })

  it('has nothing of an attempt that is opened again', async () => {
    const [student] = students
    await reopenAttempt(people.ines, student?.attemptId ?? '', { minutes: 10, reason: 'Wrong button' })
    expect(await query('SELECT FROM review_entry WHERE submission_id = $1', [student?.submissionId])).toEqual([])
  })

  it('is nobody else’s: students and other courses', async () => {
    await expect(claimNext(people.ada, examId, { field: field() })).rejects.toMatchObject({ status: 403 })
    await expect(claimNext(people.outsider, examId, { field: field() })).rejects.toMatchObject({ status: 404 })
    await expect(claimNext(null, examId, { field: field() })).rejects.toMatchObject({ status: 401 })
    await expect(claimNext(people.tara, randomUUID(), { field: field() })).rejects.toMatchObject({ status: 404 })
    await expect(claimNext(people.tara, examId, { field: 'nothing.why' })).rejects.toMatchObject({ status: 404 })
  })
})
