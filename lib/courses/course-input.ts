import { z } from 'zod'

export const courseParams = z.strictObject({ courseId: z.uuid() })
export const coursePersonParams = z.strictObject({ courseId: z.uuid(), personId: z.uuid() })
