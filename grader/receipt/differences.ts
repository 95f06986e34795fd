import { canonicalJson } from './canonical-json.ts'

export interface Difference {
  /** where, as a path: `fields.s_next.verdict` */
  at: string
  /** canonical JSON of what is there; '' where there is nothing */
  before: string
  after: string
}

/** The places in which two values differ as JSON. Items of a list go by the name of their field where they have one. */
export function differences(before: unknown, after: unknown, at = ''): Difference[] {
  const [a, b] = [text(before), text(after)]
  if (a === b) return []
  const [these, those] = [children(before), children(after)]
  if (!these || !those) return [{ at, before: a, after: b }]
  return [...new Set([...these.keys(), ...those.keys()])].flatMap((key) =>
    differences(these.get(key), those.get(key), at === '' ? key : `${at}.${key}`),
  )
}

function text(value: unknown): string {
  return value === undefined ? '' : canonicalJson(value)
}

/** The parts of an object or of a list of fields; a list of anything else is one value. */
function children(value: unknown): Map<string, unknown> | null {
  if (typeof value !== 'object' || value === null) return null
  if (!Array.isArray(value)) return new Map(Object.entries(value))
  const names = value.map((item: unknown) => (item as { field?: unknown } | null)?.field)
  const named = names.every((name) => typeof name === 'string') && new Set(names).size === names.length
  return named && names.length > 0 ? new Map(value.map((item, k) => [String(names[k]), item])) : null
}
