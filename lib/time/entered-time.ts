import { z } from 'zod'
import { invalid, Refusal } from '../http/refusal.ts'
import { instantOf, isZone } from './local-time.ts'

export const zoneName = z.string().max(80).refine(isZone, 'This time zone is not known.')

/** A local time as a person entered it; null: none. */
export const enteredTime = z
  .strictObject({
    local: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'Write the date and the time.'),
    /** which of two instants was meant, where the answer was that there are two */
    choice: z
      .union([z.literal(0), z.literal(1)])
      .nullable()
      .default(null),
  })
  .nullable()
export type EnteredTime = z.output<typeof enteredTime>

/** The instant that was meant; where there are two, or none, the choice is given back to whoever entered it. */
export function readInstant(field: string, given: EnteredTime, zone: string): string | null {
  if (given === null) return null
  const time = Date.parse(`${given.local}Z`)
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 16) !== given.local)
    throw invalid('There is no such day or time.', field)
  const meant = instantOf(given.local, zone)
  if (meant.kind === 'one') return new Date(meant.instant).toISOString()
  const choices = meant.choices.map((instant) => new Date(instant).toISOString())
  if (given.choice !== null) return choices[given.choice] ?? null
  const message =
    meant.kind === 'twice'
      ? 'Clocks are put back then, so this time comes twice. Choose one.'
      : 'Clocks are put forward then, so this time does not exist. Choose one beside it.'
  throw new Refusal(409, meant.kind, message, { field, details: { choices } })
}
