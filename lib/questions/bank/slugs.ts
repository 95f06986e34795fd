import { z } from 'zod'
import { questionSlug } from '../preview-question.ts'

/** Questions that something is done with at once. */
export const someSlugs = z
  .array(questionSlug)
  .min(1, 'Choose a question.')
  .max(500)
  .transform((slugs) => [...new Set(slugs)])
