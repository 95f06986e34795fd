import type { z } from 'zod'
import { invalid } from './refusal.ts'

/** Parses input at a boundary; a Refusal names the first thing that is wrong and where. */
export function parse<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const where = issue?.path.join('.') ?? ''
  throw invalid(where ? `${where}: ${issue?.message}` : (issue?.message ?? 'The request is not as expected.'), where)
}
