import { type Nested, stack, UnreadablePaste } from './nested.ts'

const deepest = 8
const pairs: Record<string, string> = { '[': ']', '(': ')' }

/**
 * Reads nested lists: `[[1, 2], [3, 4]]`, `((1,2),(3,4))`, numpy's print without commas, MATLAB's `[1 2; 3 4]`.
 * With `lineRows` a line end inside an innermost bracket separates rows (MATLAB); without, it wraps one row (numpy).
 * Throws UnreadablePaste.
 */
export function readBrackets(source: string, lineRows: boolean): Nested {
  let at = 0
  const list = (depth: number): Nested => {
    if (depth > deepest)
      throw new UnreadablePaste(`More than ${deepest} brackets are nested; a tensor has fewer dimensions.`)
    const close = pairs[source[at++] ?? '']
    const rows: Nested[][] = [[]]
    let separated = true
    for (;;) {
      const row = rows.at(-1) ?? []
      const character = source[at]
      if (character === undefined) throw new UnreadablePaste(`A bracket is not closed: ${close} is missing at the end.`)
      if (character === close) break
      if (pairs[character]) {
        row.push(list(depth + 1))
        separated = false
      } else if (character === ']' || character === ')') {
        throw new UnreadablePaste(`“${character}” closes a bracket that was opened with another sign.`)
      } else if (character === ',') {
        if (separated) throw new UnreadablePaste('An entry is missing before a comma.')
        separated = true
        at++
      } else if (
        character === ';' ||
        (lineRows && character === '\n' && row.every((entry) => entry.shape.length === 0))
      ) {
        if (row.length > 0) rows.push([])
        separated = true
        at++
      } else if (/\s/.test(character)) at++
      else {
        const text = entryAt(source, at)
        row.push({ shape: [], entries: [text] })
        separated = false
        at += text.length
      }
    }
    at++
    if (rows.length > 1 && rows.at(-1)?.length === 0) rows.pop()
    const stacked = rows.map((entries) => stack(entries))
    const [only] = stacked
    return rows.length === 1 && only ? only : stack(stacked)
  }
  const value = list(0)
  const rest = source.slice(at).trim()
  if (rest !== '') throw new UnreadablePaste(`I cannot read “${rest.slice(0, 20)}” after the last bracket.`)
  return value
}

/** One entry: up to a separator, but `sqrt(2)/2` keeps its bracket. */
function entryAt(source: string, at: number): string {
  const entry = /[^\s,;[\]()]+(?:\([^\s,;[\]()]*\)[^\s,;[\]()]*)*/y
  entry.lastIndex = at
  return entry.exec(source)?.[0] ?? source.charAt(at)
}
