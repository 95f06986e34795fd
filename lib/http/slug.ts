import { z } from 'zod'

/** A name for files and addresses. */
export const slug = z
  .string()
  .trim()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use lower-case letters, digits and hyphens.')
  .max(80, 'At most 80 characters.')
