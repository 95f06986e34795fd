import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closePools } from '../db/pool.ts'
import { query } from '../db/query.ts'
import { sendingQueue } from '../db/queue.ts'
import { freshDatabase } from '../db/testing/database.ts'
import { gradeAsStored } from '../db/testing/graded.ts'
import { makeExam, makeScenario, type Scenario } from '../db/testing/scenario.ts'
import { staffResult } from '../grading/staff-result.ts'
import { releaseExam } from '../release/release-exam.ts'
import { appendReviews } from '../review/append-reviews.ts'
import { scoreReview } from '../review/score-review.ts'
import { handedIn } from '../review/testing/handed-in.ts'
import { attemptPoints } from './attempt-points.ts'
import { causes } from './change.ts'
import { examPoints } from './exam-points.ts'

let people: Scenario
let examId: string
let slug: string

beforeAll(async () => {
  await freshDatabase()
  people = await makeScenario()
  examId = await makeExam(people.courseId, { slugs: ['alpha'] })
  const [question] = await query<{ slug: string }>('SELECT slug FROM exam_question WHERE exam_id = $1', [examId])
  slug = question?.slug ?? ''
})
afterAll(async () => {
  await (await sendingQueue()).stop({ graceful: false })
  await closePools()
})

const sat = async () => {
  const [one] = await handedIn(people.courseId, examId, 1)
  if (!one) throw new Error('nobody sat')
  return one
}

type Step =
  | { does: 'grade'; y: number; why: number | null }
  | { does: 'review'; field: 'y' | 'why'; points: number | null; cause: 'person' | 'rubric' | 'group' | 'request' }

const quarters = fc.integer({ min: 0, max: 4 }).map((n) => n / 4)
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({
      does: fc.constant('grade' as const),
      y: fc.double({ min: 0, max: 1, noNaN: true }),
      why: fc.option(quarters),
    }),
    fc.record({
      does: fc.constant('review' as const),
      field: fc.constantFrom('y' as const, 'why' as const),
      points: fc.option(quarters),
      cause: fc.constantFrom('person' as const, 'rubric' as const, 'group' as const, 'request' as const),
    }),
  ),
  { minLength: 1, maxLength: 10 },
)

describe('the changes of an attempt’s points', () => {
  it('lead from nothing to what every field has now, whatever graders and people decided, in whatever order', async () => {
    const { attemptId, submissionId } = await sat()
    const versions = { y: 0, why: 0 }
    let grader = 0
    const take = async (step: Step) => {
      if (step.does === 'grade') {
        grader += 1
        const why = { verdict: step.why === null ? 'review' : 'right', score: step.why } as const
        return gradeAsStored(submissionId, { y: { verdict: 'partial', score: step.y }, why }, `g${grader}`)
      }
      const { field: name, points, cause } = step
      const row = { submissionId, field: `${slug}.${name}`, version: versions[name], reviewerId: people.tara.personId }
      versions[name] += 1
      const rest = { rubric: [], rubricVersion: 0, adjustment: 0, comment: '', reason: 'r', causeId: null }
      expect(await appendReviews(query, [{ ...row, ...rest, points, cause }])).toHaveLength(1)
    }
    await fc.assert(
      fc.asyncProperty(steps, async (given) => {
        for (const step of given) await take(step)
        const { submissions } = await attemptPoints(people.ines, attemptId)
        const has = new Map<string, number | null>()
        for (const { field, before, after, total } of submissions[0]?.changes ?? []) {
          expect(before).toBe(has.get(field) ?? null)
          expect(after).not.toBe(before)
          has.set(field, after)
          expect(total).toBeCloseTo(
            [...has.values()].reduce<number>((sum, one) => sum + (one ?? 0), 0),
            9,
          )
        }
        const now = await staffResult(people.ines, attemptId)
        for (const { name, earned } of now.questions[0]?.fields ?? [])
          expect(has.get(`${slug}.${name}`) ?? null).toBe(earned)
      }),
      { seed: 11, numRuns: 12, endOnFailure: true },
    )
  })

  it('say who, why and by what', async () => {
    const { attemptId, submissionId } = await sat()
    await scoreReview(people.tara, { submissionId, field: `${slug}.why`, version: 0, points: 0.5 })
    await scoreReview(people.ines, { submissionId, field: `${slug}.y`, version: 0, points: 0, reason: 'Copied.' })
    await gradeAsStored(submissionId, { y: { score: 0.5 }, why: { score: null, verdict: 'review' } }, 'newer')
    await releaseExam(people.ines, examId, { scope: 'all', note: 'At last.' })
    const { parts, submissions } = await attemptPoints(people.tara, attemptId)
    expect(parts.map(({ field, points }) => [field, points])).toEqual([
      [`${slug}.y`, 2],
      [`${slug}.why`, 1],
    ])
    expect(submissions[0]?.changes).toMatchObject([
      { field: `${slug}.y`, cause: 'grading', by: null, before: null, after: 2, total: 2, grader: 'test' },
      { field: `${slug}.why`, cause: 'person', by: 'Tara', before: null, after: 0.5, total: 2.5 },
      { field: `${slug}.y`, cause: 'person', by: 'Ines', reason: 'Copied.', before: 2, after: 0, total: 0.5 },
    ])
    expect(submissions[0]?.releases).toMatchObject([{ scope: 'all', by: 'Ines', note: 'At last.' }])
  })

  it('name the late answer that was let count, and who let it', async () => {
    const { attemptId, submissionId } = await sat()
    const [decision] = await query<{ id: string }>(
      `WITH e AS (INSERT INTO save_event (attempt_id, field, epoch, revision, op_id, value, late)
         VALUES ($1, $2, 1, 9, $3, '{"kind": "number", "text": "1"}', true) RETURNING id)
       INSERT INTO late_decision (submission_id, field, save_event_id, accepted, person_id, reason)
       SELECT $4, $2, id, true, $5, 'The network failed.' FROM e RETURNING id`,
      [attemptId, `${slug}.y`, randomUUID(), submissionId, people.tara.personId],
    )
    // as the grading process stores it: the key says which decision the answers are of
    for (const [score, grader] of [
      [0.25, 'test'],
      [0.5, 'newer'],
    ] as const)
      await query(
        `INSERT INTO grading (submission_id, exam_question_id, question_version_id, idempotence_key, result)
         SELECT submission_id, exam_question_id, question_version_id, submission_id || '/' || exam_question_id || '/v/' || $2 || '/late-' || $3,
           jsonb_set(result, '{fields,0,score}', $4) FROM grading WHERE submission_id = $1 ORDER BY id LIMIT 1`,
        [submissionId, grader, decision?.id, String(score)],
      )
    const { submissions } = await attemptPoints(people.ines, attemptId)
    expect(submissions[0]?.changes).toMatchObject([
      { cause: 'grading', after: 2 },
      { cause: 'late', causeId: decision?.id, by: 'Tara', reason: 'The network failed.', before: 2, after: 0.5 },
      { cause: 'again', causeId: null, by: null, reason: '', before: 0.5, after: 1 },
    ])
  })

  it('are for the staff of the course', async () => {
    const { attemptId } = await sat()
    await expect(attemptPoints(null, attemptId)).rejects.toMatchObject({ status: 401 })
    await expect(attemptPoints(people.ada, attemptId)).rejects.toMatchObject({ status: 403 })
    await expect(attemptPoints(people.outsider, attemptId)).rejects.toMatchObject({ status: 404 })
    await expect(attemptPoints(people.ines, randomUUID())).rejects.toMatchObject({ status: 404 })
  })
})

describe('the changes of an exam’s points', () => {
  it('come newest first and page by page, each once', async () => {
    const seen: string[] = []
    let after: string | undefined
    await handedIn(people.courseId, examId, 60)
    do {
      const { changes, next } = await examPoints(people.ines, examId, after ? { after } : {})
      seen.push(...changes.map(({ at, field, student: of, after: now }) => `${at} ${of?.attemptId} ${field} ${now}`))
      after = next ?? undefined
    } while (after)
    expect(new Set(seen).size).toBe(seen.length)
    const times = seen.map((one) => one.slice(0, 24))
    expect(times).toEqual(times.toSorted().reverse())
    const [count] = await query<{ n: number }>(
      `SELECT ((SELECT count(*) FROM point_change WHERE exam_id = $1) + (SELECT count(*) FROM release WHERE exam_id = $1))::int AS n`,
      [examId],
    )
    expect(seen).toHaveLength(count?.n ?? -1)
  })

  it('can be asked for by student, part, cause and time', async () => {
    const { personId, attemptId, submissionId } = await sat()
    await query('UPDATE person SET name = $2 WHERE id = $1', [personId, 'Zoë 100 %_'])
    await scoreReview(people.tara, { submissionId, field: `${slug}.why`, version: 0, points: 1 })
    const mine = await examPoints(people.ines, examId, { student: 'zoë 100 %_' })
    expect(mine.changes.map(({ cause }) => cause)).toEqual(['person', 'grading'])
    expect(mine.changes[0]).toMatchObject({ student: { personId, attemptId, attempt: null }, by: 'Tara', total: 3 })
    const part = await examPoints(people.ines, examId, { student: 'zoë', part: `${slug}.why` })
    expect(part.changes).toHaveLength(1)
    for (const cause of [...causes, 'release'] as const) {
      const { changes } = await examPoints(people.ines, examId, { cause })
      expect(
        changes.every((change) => change.cause === cause),
        cause,
      ).toBe(true)
    }
    const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
    const on = async (from: string, to: string, zone = 'UTC') =>
      (await examPoints(people.ines, examId, { student: 'zoë', from, to, zone })).changes.length
    expect(await Promise.all([on(day(-1), day(0)), on(day(1), day(2)), on(day(-3), day(-2))])).toEqual([2, 0, 0])
    const local = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Pacific/Kiritimati' }).format(new Date())
    expect(await on(local, local, 'Pacific/Kiritimati')).toBe(2)
    await expect(on(day(0), day(0), 'Mars/North')).rejects.toMatchObject({ status: 422 })
    await expect(examPoints(people.ines, examId, { after: 'x' })).rejects.toMatchObject({ status: 422 })
  })

  it('have names, so they are for instructors', async () => {
    await expect(examPoints(null, examId)).rejects.toMatchObject({ status: 401 })
    await expect(examPoints(people.ada, examId)).rejects.toMatchObject({ status: 403 })
    await expect(examPoints(people.tara, examId)).rejects.toMatchObject({ status: 403 })
    await expect(examPoints(people.outsider, examId)).rejects.toMatchObject({ status: 404 })
    await expect(examPoints(people.adam, examId)).resolves.toBeTruthy()
  })
})
