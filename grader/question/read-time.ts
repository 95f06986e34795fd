import { isScalar } from 'yaml'
import type { Entry, Reader } from './reader.ts'

/** An instant in one fixed form, so that two of them compare as text. */
export function readTime(reader: Reader, entry: Entry | undefined): string | null {
  if (!entry) return null
  const text = isScalar(entry.node) && typeof entry.node.value === 'string' ? entry.node.value : ''
  const zoned = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)$/.test(text)
  const milliseconds = zoned ? Date.parse(text) : Number.NaN
  if (Number.isFinite(milliseconds)) return new Date(milliseconds).toISOString()
  return reader.problem(
    entry.node ?? entry.keyNode,
    `${entry.key} must be a time with its zone, such as 2026-09-01T09:00:00Z.`,
  )
}
