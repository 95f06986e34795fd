import { z } from 'zod'

/** The address of one answer. */
export const answerParams = z.strictObject({
  submissionId: z.uuid(),
  /** 'slug.name' */
  field: z.string().min(1).max(200),
})
