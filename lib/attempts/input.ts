import { z } from 'zod'

export const attemptParams = z.strictObject({ id: z.uuid() })
export const examParams = z.strictObject({ examId: z.uuid() })
export const emptyBody = z.strictObject({})

export const startBody = z.strictObject({
  /** the access code, where the exam has one */
  code: z.string().max(200).optional(),
  /** which attempt is meant, where another one is: asked for twice it is begun once */
  number: z.number().int().min(1).max(10_000).optional(),
})
export type StartBody = z.infer<typeof startBody>

const count = z.number().int().min(0).max(2_000_000_000)
const fieldKey = z.string().min(1).max(200)

/** At most 50 edits at a time; `value` is checked against the kind of its field. */
export const savesBody = z.strictObject({
  epoch: count,
  saves: z
    .array(z.strictObject({ field: fieldKey, revision: count, opId: z.uuid(), value: z.unknown() }))
    .min(1)
    .max(50)
    .refine((saves) => new Set(saves.map((save) => save.opId)).size === saves.length, 'Every opId may occur once.'),
})
export type SavesBody = z.infer<typeof savesBody>

/** The client's newest revision of every field it ever saved. */
export const submissionBody = z.strictObject({
  epoch: count,
  revisions: z
    .record(fieldKey, count)
    .refine((revisions) => Object.keys(revisions).length <= 2_000, 'Too many fields.'),
})
export type SubmissionBody = z.infer<typeof submissionBody>
