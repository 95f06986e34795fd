import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Principal } from '../auth/principal.ts'
import { closePools } from '../db/pool.ts'
import { query } from '../db/query.ts'
import { sendingQueue } from '../db/queue.ts'
import { freshDatabase } from '../db/testing/database.ts'
import { enrol, makeExam, makePerson, makeScenario } from '../db/testing/scenario.ts'
import { Refusal } from '../http/refusal.ts'
import { closeOverdue } from './close-overdue.ts'
import { requireOwnAttempt } from './facts.ts'
import { type SavesReply, saveResponses } from './save-responses.ts'
import { startAttempt } from './start-attempt.ts'
import { submitAttempt } from './submit-attempt.ts'
import { takeOver } from './take-over.ts'

/** What clients, staff and the clock may do at the same time to one attempt. `field` 0..3; a repeated `op` is a resend. */
const action = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('save' as const),
      epoch: fc.integer({ min: 1, max: 2 }),
      saves: fc.array(fc.record({ field: fc.nat(3), revision: fc.integer({ min: 1, max: 4 }), op: fc.nat(5) }), {
        minLength: 1,
        maxLength: 4,
      }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('submit' as const),
      epoch: fc.integer({ min: 1, max: 2 }),
      revision: fc.nat(2),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'take over' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'deadline passes' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'finalise' as const }) },
)
const schedules = fc.array(fc.array(action, { minLength: 4, maxLength: 14 }), { minLength: 20, maxLength: 20 })

interface Sitting {
  person: Principal
  attemptId: string
  keys: string[]
}

let courseId: string
let examId: string

beforeAll(async () => {
  await freshDatabase()
  courseId = (await makeScenario()).courseId
  examId = await makeExam(courseId)
})
afterAll(async () => {
  await (await sendingQueue()).stop({ graceful: false })
  await closePools()
})

async function sit(): Promise<Sitting> {
  const person = await makePerson('Racer')
  await enrol(courseId, person, 'student')
  const { attemptId } = await startAttempt(person, examId)
  const { kinds } = await requireOwnAttempt(person, attemptId)
  return { person, attemptId, keys: [...kinds.keys()] }
}

interface Acknowledged {
  replies: SavesReply[]
  submissions: { submissionId: string; revisions: Record<string, number>; epoch: number }[]
}

/** Everything at once; a refusal is an answer like any other. */
async function race(
  { person, attemptId, keys }: Sitting,
  schedule: (typeof action extends fc.Arbitrary<infer A> ? A : never)[],
): Promise<Acknowledged> {
  const ops = Array.from({ length: 6 }, () => randomUUID())
  const acknowledged: Acknowledged = { replies: [], submissions: [] }
  const steps = schedule.map(async (step) => {
    if (step.do === 'save') {
      const unique = new Map(step.saves.map((save) => [save.op, save]))
      const saves = [...unique.values()].map(({ field, revision, op }) => {
        const key = keys[field] ?? ''
        const text = `${step.epoch}/${revision} ${randomUUID()}`
        // an operation belongs to one field: its number names both
        const opId = `${(ops[op] ?? '').slice(0, -1)}${field}`
        return {
          field: key,
          revision,
          opId,
          value: key.endsWith('.y') ? { kind: 'number', text } : { kind: 'text', markdown: text },
        }
      })
      acknowledged.replies.push(await saveResponses(person, attemptId, { epoch: step.epoch, saves }))
    } else if (step.do === 'submit') {
      const revisions: Record<string, number> = step.revision > 0 ? { [keys[0] ?? '']: step.revision } : {}
      const { submissionId } = await submitAttempt(person, attemptId, { epoch: step.epoch, revisions })
      acknowledged.submissions.push({ submissionId, revisions, epoch: step.epoch })
    } else if (step.do === 'take over') await takeOver(person, attemptId)
    else if (step.do === 'deadline passes')
      await query(`UPDATE attempt SET started_at = started_at - interval '1 day' WHERE id = $1`, [attemptId])
    else await closeOverdue(attemptId)
  })
  for (const result of await Promise.allSettled(steps))
    if (result.status === 'rejected' && !(result.reason instanceof Refusal)) throw result.reason
  return acknowledged
}

interface Event {
  id: string
  field: string
  epoch: number
  revision: number
  late: boolean
  opId: string
}

async function check({ attemptId }: Sitting, { replies, submissions }: Acknowledged) {
  const events = await query<Event>(
    'SELECT id, field, epoch, revision, late, op_id AS "opId" FROM save_event WHERE attempt_id = $1 ORDER BY id',
    [attemptId],
  )
  const byOp = new Map(events.map((event) => [event.opId, event]))
  expect(byOp.size).toBe(events.length)

  // The newest in-time edit of every field is its response, and nothing else is.
  const newest = new Map<string, Event>()
  for (const event of events) {
    const held = newest.get(event.field)
    const newer = !held || event.epoch > held.epoch || (event.epoch === held.epoch && event.revision > held.revision)
    if (!event.late && newer) newest.set(event.field, event)
  }
  const expected = [...newest.values()].map((event) => event.id).sort()
  const responses = await query<{ id: string }>('SELECT save_event_id AS id FROM response WHERE attempt_id = $1', [
    attemptId,
  ])
  expect(responses.map((response) => response.id).sort()).toEqual(expected)

  // What was acknowledged is there, as it was acknowledged.
  for (const { opId, outcome, field } of replies.flatMap((reply) => reply.results)) {
    const event = byOp.get(opId)
    expect(event?.field).toBe(field)
    expect(event?.late).toBe(outcome === 'closed')
  }

  // One submission at most, exactly where the attempt is closed; frozen is what was saved, with one job to grade it.
  const [attempt] = await query<{ state: string }>('SELECT state FROM attempt WHERE id = $1', [attemptId])
  const frozen = await query<{ id: string }>('SELECT id FROM submission WHERE attempt_id = $1', [attemptId])
  expect(frozen).toHaveLength(attempt?.state === 'closed' ? 1 : 0)
  for (const { submissionId } of submissions) expect(submissionId).toBe(frozen[0]?.id)
  if (!frozen[0]) return
  const answers = await query<{ id: string }>(
    'SELECT save_event_id AS id FROM submission_answer WHERE submission_id = $1',
    [frozen[0].id],
  )
  expect(answers.map((answer) => answer.id).sort()).toEqual(expected)
  const jobs = await query(`SELECT id FROM pgboss.job WHERE name = 'grade' AND data->>'submissionId' = $1`, [
    frozen[0].id,
  ])
  expect(jobs).toHaveLength(1)

  // Nothing is accepted after the close: under the lock, late edits come after all others.
  const firstLate = events.findIndex((event) => event.late)
  if (firstLate >= 0) expect(events.slice(firstLate).every((event) => event.late)).toBe(true)
}

describe('a thousand schedules of saving, handing in, taking over and closing at the same time', () => {
  it('lose nothing that was acknowledged, take nothing after the close, and freeze once', async () => {
    let races = 0
    await fc.assert(
      fc.asyncProperty(schedules, async (parallel) => {
        await Promise.all(
          parallel.map(async (schedule) => {
            const sitting = await sit()
            await check(sitting, await race(sitting, schedule))
            races += 1
          }),
        )
      }),
      { numRuns: 52, seed: 20_260, endOnFailure: true },
    )
    expect(races).toBeGreaterThan(1_000)
  }, 240_000)
})
