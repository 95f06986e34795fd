/** What a paste holds: entries are text, row-major; `shape` is that of the outermost list. */
export interface Nested {
  shape: number[]
  entries: string[]
}

/** Why a paste could not be read; the message is a whole sentence. */
export class UnreadablePaste extends Error {}

/** Stacks parts of one shape along a new first axis. Throws UnreadablePaste and names the row that differs. */
export function stack(parts: readonly Nested[]): Nested {
  const [first] = parts
  if (!first) return { shape: [0], entries: [] }
  parts.forEach((part, k) => {
    if (part.shape.length !== first.shape.length) {
      throw new UnreadablePaste(`Entry ${k + 1} of a list is ${kindOf(part)} but the first is ${kindOf(first)}.`)
    }
    if (part.shape.join() !== first.shape.join()) {
      throw new UnreadablePaste(`Row ${k + 1} has ${count(part.shape[0])} but row 1 has ${count(first.shape[0])}.`)
    }
  })
  return { shape: [parts.length, ...first.shape], entries: parts.flatMap((part) => part.entries) }
}

/** Rows of a grid of cells. One line is a vector. */
export function grid(rows: readonly (readonly string[])[]): Nested {
  const parts = rows.map((row) => ({ shape: [row.length], entries: [...row] }))
  const [only] = parts
  return parts.length === 1 && only ? only : stack(parts)
}

function kindOf(part: Nested): string {
  return part.shape.length === 0 ? 'a number' : 'a list'
}

function count(entries = 0): string {
  return entries === 1 ? '1 entry' : `${entries} entries`
}
