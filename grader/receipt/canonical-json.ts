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
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  let text = ''
  if (Array.isArray(value)) {
    for (let k = 0; k < value.length; k++) text += `${k === 0 ? '' : ','}${write(value[k]) ?? 'null'}`
    return `[${text}]`
  }
  const record = value as Record<string, unknown>
  for (const key of Object.keys(record).sort()) {
    const item = write(record[key])
    if (item !== undefined) text += `${text === '' ? '' : ','}${quoted(key)}:${item}`
  }
  return `{${text}}`
}

// the same few names stand in every grading
const mostKept = 2000
const names = new Map<string, string>()

function quoted(name: string): string {
  const known = names.get(name)
  if (known !== undefined) return known
  const text = JSON.stringify(name)
  if (names.size < mostKept) names.set(name, text)
  return text
}
