import { z } from 'zod'
import { questionSlug } from '../preview-question.ts'

export const questionParams = z.strictObject({ slug: questionSlug })

/** SHA-256 of a text, hex. */
export const versionHash = z.string().regex(/^[0-9a-f]{64}$/)

export const versionParams = z.strictObject({ slug: questionSlug, version: versionHash })
