import { z } from 'zod'
import { oneName } from '../roster/one-name.ts'
import { foldAddress } from '../roster/person-row.ts'
import { readNumber } from '../roster/student-number.ts'

const cell = z.string().max(2_000).optional()

/** A row of a list of times and rooms; what has no column is not there, and stays as it is. */
export const timeRow = z.strictObject({
  line: z.number().int().min(0),
  email: cell,
  number: cell,
  percent: cell,
  extraMinutes: cell,
  room: cell,
  reason: cell,
})
export type TimeRow = z.output<typeof timeRow>

export interface TimeEntry {
  line: number
  email: string | null
  number: string | null
  percent: number | undefined
  extraMinutes: number | undefined
  room: string | undefined
  reason: string | undefined
}

/**
 * A share of the usual time as people write it: `125`, `125 %`, `+25 %`, and 1.25, which is what a spreadsheet holds where it
 * shows 125 %. An empty cell is the usual time.
 */
export function readPercent(text: string): number | null {
  const found = /^(\+)?\s*(\d{1,4}(?:[.,]\d{1,4})?)\s*%?$/.exec(text.trim())
  if (text.trim() === '') return 100
  if (!found) return null
  const value = Number(found[2]?.replace(',', '.'))
  const percent = found[1] ? 100 + value : value < 10 ? value * 100 : value
  const whole = Math.round(percent)
  return Math.abs(whole - percent) < 1e-6 && whole >= 100 && whole <= 1000 ? whole : null
}

/** Minutes on top: `15`, `15 min`; an empty cell is none. */
export function readMinutes(text: string): number | null {
  const found = /^(\d{1,5})(?:[.,]0+)?\s*(?:m|min|mins|minutes?|minuten?)?\.?$/i.exec(text.trim())
  if (text.trim() === '') return 0
  const minutes = Number(found?.[1] ?? Number.NaN)
  return minutes <= 10_080 ? minutes : null
}

export function readTime(row: TimeRow): { ok: true; entry: TimeEntry } | { ok: false; problem: string } {
  const refuse = (problem: string) => ({ ok: false as const, problem })
  const email = row.email?.trim() ? foldAddress(row.email) : null
  const number = readNumber(row.number ?? '') || null
  if (row.email?.trim() && !email) return refuse(`“${oneName(row.email).slice(0, 100)}” is no e-mail address.`)
  if (!email && !number) return refuse('There is neither an e-mail address nor a student number.')
  const percent = row.percent === undefined ? undefined : readPercent(row.percent)
  if (percent === null)
    return refuse(`“${oneName(row.percent ?? '').slice(0, 40)}” is no share of time between 100 and 1000 %.`)
  const extraMinutes = row.extraMinutes === undefined ? undefined : readMinutes(row.extraMinutes)
  if (extraMinutes === null)
    return refuse(`“${oneName(row.extraMinutes ?? '').slice(0, 40)}” is no number of minutes up to 10080.`)
  const room = row.room === undefined ? undefined : oneName(row.room)
  if ((room ?? '').length > 80) return refuse('The room is longer than 80 characters.')
  const reason = row.reason === undefined ? undefined : oneName(row.reason)
  if ((reason ?? '').length > 1_000) return refuse('The reason is longer than 1000 characters.')
  return { ok: true, entry: { line: row.line, email, number, percent, extraMinutes, room, reason } }
}
