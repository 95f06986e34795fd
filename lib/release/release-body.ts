import { z } from 'zod'
import { shows } from './shows.ts'

const note = z.string().trim().max(2_000).default('')
const moment = z.iso.datetime({ offset: true })

/** A decision that names a scope alone: it takes effect at once, and leaves no room for requests. */
const byScope = z.strictObject({ scope: z.enum(['none', 'computed', 'all']), note })

/** What is shown, from when, and until when students may ask for another look. */
const byOption = z.strictObject({
  shows,
  /** null: at once */
  at: moment.nullable().default(null),
  /** null: nobody may ask */
  requestsUntil: moment.nullable().default(null),
  /** parts that one student may ask about; null: all */
  requestsAtMost: z.number().int().min(1).max(1_000).nullable().default(null),
  note,
  /** though something is not finished yet */
  anyway: z.boolean().default(false),
  /** students get a message when it takes effect */
  tell: z.boolean().default(true),
})

export const releaseBody = z.union([byOption, byScope])
export type ReleaseBody = z.input<typeof releaseBody>
export type Options = z.output<typeof byOption>
