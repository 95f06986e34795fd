/** What a client needs of an answer: names of types (`a|b`: either) where it needs a value, a list by its one member. */
export type Shape = string | [Shape] | { [member: string]: Shape }

const typeOf = (value: unknown) => (value === null ? 'null' : typeof value)

/** Where an answer is not as a client reads it; what it has beyond that, the client does not look at. */
export function misread(value: unknown, shape: Shape, at = ''): string[] {
  if (typeof shape === 'string')
    return shape.split('|').includes(typeOf(value)) ? [] : [`${at} is ${typeOf(value)}, not ${shape}`]
  if (Array.isArray(shape)) {
    if (!Array.isArray(value) || value.length === 0) return [`${at} is no list of anything`]
    return value.flatMap((one, place) => misread(one, shape[0], `${at}.${place}`))
  }
  if (typeOf(value) !== 'object') return [`${at} is ${typeOf(value)}, not an object`]
  const members = value as Record<string, unknown>
  return Object.entries(shape).flatMap(([name, inner]) => misread(members[name], inner, `${at}.${name}`))
}

/** The value at a place such as `results.0.outcome`. */
export function valueAt(json: unknown, at: string): unknown {
  return at.split('.').reduce((value, key) => (value as Record<string, unknown> | undefined)?.[key], json)
}
