const longest = 160

/** A piece of a question in a sentence: on one line, and not longer than one reads there. */
export function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line
}

export const quoted = (text: string): string => `“${shortened(text)}”`

/** Names in a row; nothing is said of none. */
export const listed = (names: readonly (string | number)[], none = 'nothing'): string =>
  names.length === 0 ? none : names.join(', ')

/** A number of things, in words that go with it. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`

interface Paired<T> {
  added: T[]
  gone: T[]
  kept: { was: T; is: T }[]
}

/** What came, went and stayed between two lists whose entries have a name. */
export function paired<T>(before: readonly T[], after: readonly T[], nameOf: (entry: T) => string): Paired<T> {
  const [was, is] = [before, after].map((list) => new Map(list.map((entry) => [nameOf(entry), entry]))) as [
    Map<string, T>,
    Map<string, T>,
  ]
  return {
    added: [...is].flatMap(([name, entry]) => (was.has(name) ? [] : [entry])),
    gone: [...was].flatMap(([name, entry]) => (is.has(name) ? [] : [entry])),
    kept: [...is].flatMap(([name, entry]) => {
      const former = was.get(name)
      return former === undefined ? [] : [{ was: former, is: entry }]
    }),
  }
}
