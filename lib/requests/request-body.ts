import { z } from 'zod'

export const requestParams = z.strictObject({ requestId: z.uuid() })

/** Markdown with math. */
export const said = z.string().trim().min(1, 'Write what it is about.').max(5_000)
/** the newest message that was seen */
export const seen = z.number().int().min(1).max(1_000)
