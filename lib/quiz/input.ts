import { z } from 'zod'

export const checkParams = z.strictObject({ id: z.uuid(), slug: z.string().min(1).max(200) })

const count = z.number().int().min(0).max(2_000_000_000)

/** The client's newest revision of every field of the question: what it shows is what is checked. */
export const checkBody = z.strictObject({
  revisions: z
    .record(z.string().min(1).max(200), count)
    .refine((revisions) => Object.keys(revisions).length <= 500, 'Too many fields.'),
})
export type CheckBody = z.infer<typeof checkBody>

/** What the grading process is asked. */
export const checkRequest = z.strictObject({ checkId: z.uuid() })
