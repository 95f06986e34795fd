/**
 * A value as JSON with one spelling: keys in the order of their UTF-16 units, no spaces. What JSON cannot hold becomes
 * what a store of JSON gives back (-0 is 0, NaN and infinities are null, undefined is left out), so that a value and
 * its stored copy are the same text. Letters stay as they are: differently composed ones are different input.
 */
export function canonicalJson(value: unknown): string {
  return write(value) ?? 'null'
}

function write(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value === 0 ? 0 : value) : 'null'
  if (Array.isArray(value)) return `[${Array.from(value, (item) => write(item) ?? 'null').join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const record = value as Record<string, unknown>
  const entries: string[] = []
  for (const key of Object.keys(record).sort()) {
    const text = write(record[key])
    if (text !== undefined) entries.push(`${JSON.stringify(key)}:${text}`)
  }
  return `{${entries.join(',')}}`
}
