import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { closePools } from '../db/pool.ts'
import { inTransaction, query } from '../db/query.ts'
import { freshDatabase } from '../db/testing/database.ts'
import { makeExam, makeScenario, type Scenario } from '../db/testing/scenario.ts'
import { instantOf } from './local-time.ts'

let people: Scenario
beforeAll(async () => {
  await freshDatabase()
  people = await makeScenario()
})
afterAll(closePools)

/** Window times as a person enters them, many of them beside a change of clocks. */
const entered = fc
  .tuple(
    fc.constantFrom('2026-03-29', '2026-10-25', '2026-03-08', '2026-11-01', '2026-07-01'),
    fc.integer({ min: 0, max: 23 }),
    fc.integer({ min: 0, max: 59 }),
    fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'UTC'),
  )
  .map(([date, hour, minute, zone]) => {
    const meant = instantOf(`${date}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`, zone)
    return meant.kind === 'one' ? meant.instant : meant.choices[1]
  })
const seconds = fc.integer({ min: 0, max: 7200 })
const optional = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null })

const situation = fc.record({
  opensAt: optional(entered),
  window: optional(fc.integer({ min: 600, max: 40_000 })),
  durationSeconds: optional(fc.integer({ min: 60, max: 20_000 })),
  accommodation: optional(
    fc.record({
      percent: fc.constantFrom(100, 110, 125, 133, 150, 200, 75),
      extraSeconds: seconds,
      closesAt: optional(entered),
    }),
  ),
  room: optional(fc.constantFrom('A', 'B')),
  extensions: fc.array(
    fc.record({ to: fc.constantFrom('all', 'A', 'B', 'ada', 'ben'), seconds: fc.integer({ min: -300, max: 3600 }) }),
    { maxLength: 5 },
  ),
  breaks: fc.array(fc.tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 200_000 })), {
    maxLength: 3,
  }),
  /** the database's own, which must not matter */
  session: fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York'),
  startedAfter: seconds,
})
type Situation = typeof situation extends fc.Arbitrary<infer S> ? S : never

const base = Date.parse('2026-07-01T06:00Z')
const closes = (s: Situation) => (s.window === null ? null : (s.opensAt ?? base) + s.window * 1000)
const starts = (s: Situation) => (s.opensAt ?? base) + s.startedAfter * 1000

/** The rule in plain words: the earlier of duration and window, each with what was granted; breaks move both. */
function model(s: Situation): number | null {
  const window = s.opensAt === null || s.window === null ? 0 : s.window
  const usual = s.durationSeconds ?? window
  const granted = s.accommodation
    ? s.accommodation.extraSeconds + Math.ceil((usual * (s.accommodation.percent - 100)) / 100)
    : 0
  const extended = s.extensions
    .filter(({ to }) => to === 'all' || to === 'ada' || to === s.room)
    .reduce((sum, extension) => sum + extension.seconds, 0)
  const paused = s.breaks.reduce((sum, [, length]) => sum + length, 0)
  const ends: number[] = []
  if (s.durationSeconds !== null) ends.push(starts(s) + (s.durationSeconds + granted + extended) * 1000)
  const close = closes(s)
  if (s.accommodation?.closesAt != null) ends.push(s.accommodation.closesAt + extended * 1000)
  else if (close !== null) ends.push(close + (granted + extended) * 1000)
  return ends.length === 0 ? null : Math.min(...ends) + paused * 1000
}

const iso = (t: number | null) => (t === null ? null : new Date(t).toISOString())

async function stored(s: Situation): Promise<number | null> {
  const examId = await makeExam(people.courseId, {
    opensAt: iso(s.opensAt),
    closesAt: iso(closes(s)),
    durationSeconds: s.durationSeconds,
    slugs: [],
  })
  const attemptId = randomUUID()
  const ada = people.ada.personId
  await query('INSERT INTO attempt (id, exam_id, person_id, started_at) VALUES ($1, $2, $3, $4)', [
    attemptId,
    examId,
    ada,
    iso(starts(s)),
  ])
  if (s.accommodation)
    await query(
      'INSERT INTO accommodation (exam_id, person_id, percent, extra_seconds, closes_at) VALUES ($1, $2, $3, $4, $5)',
      [examId, ada, s.accommodation.percent, s.accommodation.extraSeconds, iso(s.accommodation.closesAt)],
    )
  if (s.room) await query('INSERT INTO seat (exam_id, person_id, room) VALUES ($1, $2, $3)', [examId, ada, s.room])
  for (const { to, seconds: given } of s.extensions)
    await query('INSERT INTO extension (exam_id, room, person_id, seconds) VALUES ($1, $2, $3, $4)', [
      examId,
      to === 'A' || to === 'B' ? to : null,
      to === 'ada' ? ada : to === 'ben' ? people.ben.personId : null,
      given,
    ])
  for (const [after, length] of s.breaks)
    await query('INSERT INTO attempt_break (attempt_id, started_at, ended_at) VALUES ($1, $2, $3)', [
      attemptId,
      iso(starts(s) + after * 1000),
      iso(starts(s) + (after + length) * 1000),
    ])
  const row = await inTransaction(async (run) => {
    await run(`SET LOCAL timezone = '${s.session}'`)
    return (await run<{ deadline: string | null }>('SELECT iso(attempt_deadline($1)) AS deadline', [attemptId]))[0]
  })
  return row?.deadline ? Date.parse(row.deadline) : null
}

it('the deadline is what the rule says, whatever was granted, extended and paused', async () => {
  await fc.assert(
    fc.asyncProperty(situation, async (s) => {
      expect(await stored(s)).toBe(model(s))
    }),
    { numRuns: Number(process.env.DEADLINES ?? 300), seed: 34 },
  )
}, 600_000)

it('in a break the deadline moves with the time, and stands again after it', async () => {
  const examId = await makeExam(people.courseId, { durationSeconds: 3600, slugs: [] })
  const [attempt] = await query<{ id: string }>(
    'INSERT INTO attempt (exam_id, person_id) VALUES ($1, $2) RETURNING id',
    [examId, people.ben.personId],
  )
  const now = async () => {
    const [row] = await query<{ left: number; deadline: string }>(
      `SELECT extract(epoch FROM d - clock_timestamp())::float8 AS left, d::text AS deadline FROM attempt_deadline($1) d`,
      [attempt?.id],
    )
    return row ?? { left: Number.NaN, deadline: '' }
  }
  await query(`INSERT INTO attempt_break (attempt_id, started_at) VALUES ($1, clock_timestamp() - interval '10 min')`, [
    attempt?.id,
  ])
  const first = await now()
  expect(first.left).toBeGreaterThan(4195)
  const second = await now()
  expect(second.left).toBeCloseTo(first.left, 0)
  expect(second.deadline).not.toBe(first.deadline)
  await query('UPDATE attempt_break SET ended_at = clock_timestamp() WHERE attempt_id = $1', [attempt?.id])
  expect((await now()).deadline).toBe((await now()).deadline)
  await expect(
    query('UPDATE attempt_break SET ended_at = clock_timestamp() WHERE attempt_id = $1', [attempt?.id]),
  ).rejects.toMatchObject({ code: '23001' })
})
