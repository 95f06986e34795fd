import { z } from 'zod'
import { parseRawAnswer } from '../../grader/answers/parse.ts'
import type { FieldKind, RawAnswer } from '../../grader/answers/raw-answer.ts'
import { invalid } from '../http/refusal.ts'

/** The student's own mark on a question to come back to; never handed in. */
const flag = z.strictObject({ kind: z.literal('flag'), on: z.boolean() })
export type Flag = z.infer<typeof flag>

/** Text as Postgres can keep it: without NUL, and without halves of surrogate pairs. */
function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\u0000', '').toWellFormed()
  if (Array.isArray(value)) return value.map(storable)
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, storable(member)]))
  return value
}

/** A value to be saved for a key: an answer of the field's kind exactly as typed, a flag, or null to clear. */
export function readValue(key: string, kind: FieldKind | 'flag', value: unknown): RawAnswer | Flag | null {
  if (value === null) return null
  if (kind === 'flag') {
    const parsed = flag.safeParse(value)
    if (!parsed.success) throw invalid('A flag is { kind: "flag", on: true or false }.', key)
    return parsed.data
  }
  const parsed = parseRawAnswer(storable(value), kind)
  if (!parsed.ok) throw invalid(parsed.reason, key)
  return parsed.value
}
