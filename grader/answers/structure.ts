/** Why a value from the wire is refused; a sentence that names the place. */
export interface Refusal {
  ok: false
  reason: string
}

export function refuse(reason: string): Refusal {
  return { ok: false, reason }
}

/** Refuses keys that are not known. */
export function fields(json: Record<string, unknown>, known: readonly string[]): Refusal | null {
  const extra = Object.keys(json).find((key) => !known.includes(key))
  return extra === undefined ? null : refuse(`The key "${[...extra].slice(0, 24).join('')}" is not known here.`)
}

/** A string of at most `most` code points that every store and every browser can hold. */
export function text(value: unknown, name: string, most: number): { text: string } | Refusal {
  if (typeof value !== 'string') return refuse(`${name} must be a string.`)
  // a code point takes one or two UTF-16 units
  if (value.length > 2 * most || (value.length > most && [...value].length > most)) {
    return refuse(`${name} must have at most ${most} characters.`)
  }
  if (value.includes('\0')) return refuse(`${name} must not contain the NUL character.`)
  if (!value.isWellFormed()) return refuse(`${name} contains half of a character (a lone surrogate).`)
  return { text: value }
}

/** A list of at most `most` values, each read by `read`; the first refusal wins. */
export function list<T extends object>(
  value: unknown,
  name: string,
  most: number,
  read: (entry: unknown, name: string) => T | Refusal,
): { items: T[] } | Refusal {
  if (!Array.isArray(value)) return refuse(`${name} must be a list.`)
  if (value.length > most) return refuse(`${name} must have at most ${most} entries.`)
  const items: T[] = []
  for (const [k, entry] of value.entries()) {
    const item = read(entry, `${name}[${k}]`)
    if (isRefusal(item)) return item
    items.push(item)
  }
  return { items }
}

/** A shape: at most `dimensions` whole numbers ≥ 0 whose product is at most `size`. */
export function wholeNumbers(
  value: unknown,
  name: string,
  dimensions: number,
  size: number,
): { numbers: number[] } | Refusal {
  if (!Array.isArray(value) || value.length > dimensions)
    return refuse(`${name} must be a list of at most ${dimensions} numbers.`)
  if (!value.every((n) => Number.isSafeInteger(n) && n >= 0 && n <= size)) {
    return refuse(`${name} must hold whole numbers from 0 to ${size}.`)
  }
  return { numbers: value as number[] }
}

function isRefusal(value: object): value is Refusal {
  return 'ok' in value && value.ok === false
}
