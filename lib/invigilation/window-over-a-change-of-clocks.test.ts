import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closePools } from '../db/pool.ts'
import { query } from '../db/query.ts'
import { freshDatabase } from '../db/testing/database.ts'
import { makeExam, makeScenario, type Scenario } from '../db/testing/scenario.ts'
import type { Refusal } from '../http/refusal.ts'
import { setAccommodations } from './set-accommodations.ts'
import { setWindow } from './set-window.ts'

let people: Scenario
beforeAll(async () => {
  await freshDatabase()
  people = await makeScenario()
})
afterAll(closePools)

const at = (local: string, choice: 0 | 1 | null = null) => ({ local, choice })

/** Hours from opening to closing of an exam whose times were typed, and what a student has who begins as it opens. */
async function hours(
  zone: string,
  opens: string,
  closes: string,
  percent = 100,
  durationSeconds: number | null = null,
) {
  const examId = await makeExam(people.courseId, { durationSeconds, slugs: [] })
  const set = await setWindow(people.ines, examId, { zone, opens: at(opens), closes: at(closes) })
  const { personId } = people.ada
  await setAccommodations(people.ines, examId, { students: [{ personId, percent, extraMinutes: 0, room: '' }] })
  await query('INSERT INTO attempt (exam_id, person_id, started_at) VALUES ($1, $2, $3)', [
    examId,
    personId,
    set.opensAt,
  ])
  const [deadline] = await query<{ given: number }>(
    `SELECT extract(epoch FROM attempt_deadline(id) - started_at)::float8 / 3600 AS given FROM attempt WHERE exam_id = $1`,
    [examId],
  )
  return { window: (Date.parse(set.closesAt ?? '') - Date.parse(set.opensAt ?? '')) / 3_600_000, ...deadline }
}

describe('a window that is typed as local times', () => {
  it.each([
    ['put back', 'Europe/Berlin', '2027-10-31T01:30', '2027-10-31T03:30', 3],
    ['put forward', 'Europe/Berlin', '2027-03-28T01:30', '2027-03-28T03:30', 1],
    ['put back', 'America/New_York', '2027-11-07T00:30', '2027-11-07T02:30', 3],
    ['put forward', 'America/New_York', '2027-03-14T01:30', '2027-03-14T03:30', 1],
    ['left alone', 'America/New_York', '2027-03-28T01:30', '2027-03-28T03:30', 2],
  ])('while clocks are %s in %s lasts as long as it lasts', async (_how, zone, opens, closes, lasts) => {
    expect(await hours(zone, opens, closes)).toEqual({ window: lasts, given: lasts })
    // half as much again is of the time that passes, not of what clocks show
    expect(await hours(zone, opens, closes, 150)).toEqual({ window: lasts, given: lasts * 1.5 })
    // a duration is time that passes, and ends with the window where that is earlier
    expect(await hours(zone, opens, closes, 100, 2 * 3600)).toMatchObject({ given: Math.min(lasts, 2) })
  })

  it.each([
    ['Europe/Berlin', '2027-10-31T02:30', 'put back', ['2027-10-31T00:30:00.000Z', '2027-10-31T01:30:00.000Z']],
    ['Europe/Berlin', '2027-03-28T02:30', 'put forward', ['2027-03-28T00:30:00.000Z', '2027-03-28T01:30:00.000Z']],
    ['America/New_York', '2027-11-07T01:30', 'put back', ['2027-11-07T05:30:00.000Z', '2027-11-07T06:30:00.000Z']],
    ['America/New_York', '2027-03-14T02:30', 'put forward', ['2027-03-14T06:30:00.000Z', '2027-03-14T07:30:00.000Z']],
  ])(
    'and in %s at %s is not one instant says why, stores nothing and offers both',
    async (zone, local, how, choices) => {
      const examId = await makeExam(people.courseId, { slugs: [] })
      const later = at('2027-12-01T12:00')
      const typed = (choice: 0 | 1 | null) =>
        setWindow(people.ines, examId, { zone, opens: at(local, choice), closes: later })
      const refusal = await typed(null).then(
        () => null,
        (error: unknown) => error as Refusal,
      )
      expect(refusal).toMatchObject({ status: 409, field: 'opens', details: { choices } })
      expect(refusal?.message).toContain(`Clocks are ${how} then`)
      expect(await query('SELECT 1 FROM exam WHERE id = $1 AND opens_at IS NULL', [examId])).toHaveLength(1)
      for (const choice of [0, 1] as const) expect((await typed(choice)).opensAt).toBe(choices[choice])
    },
  )
})
