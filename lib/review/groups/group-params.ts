import { z } from 'zod'
import { partParams } from '../rubric/require-part.ts'

/** The address of a group of answers. */
export const groupParams = partParams.extend({ groupId: z.string().min(1).max(60) })
