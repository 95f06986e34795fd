import { grid, type Nested } from './nested.ts'

type Split = (line: string) => string[]

/** Reads lines of cells. Throws UnreadablePaste where rows differ in length. */
export function readLines(lines: readonly string[], split: Split): Nested {
  return grid(withoutBlankEnd(lines.map(split)))
}

/** The ways to cut these lines into cells, the likeliest first. */
export function splits(lines: readonly string[]): Split[] {
  const text = lines.join('\n')
  if (text.includes('\t')) return [(line) => line.split('\t').map((cell) => cell.trim())]
  if (text.includes(';')) return [(line) => line.split(';').map((cell) => cell.trim())]
  if (lines.every((line) => /^\s*\|.*\|\s*$/.test(line))) return [markdownCells]
  const spaces: Split = (line) => line.trim().split(/\s+/)
  if (!text.includes(',')) return [spaces]
  const commas: Split = (line) => line.split(',').map((cell) => cell.trim())
  const decimalCommas = lines.every((line) => spaces(line).every((cell) => /^[^,]*\d,\d[^,]*$|^[^,]+$/.test(cell)))
  if (!decimalCommas) return [commas]
  // `1,5 2,5` can only be two numbers with decimal commas; `1,5` alone may be two cells or one
  return lines.some((line) => spaces(line).length > 1) ? [spaces] : [commas, spaces]
}

/** Lines of a Markdown table without its rule and its heading. */
export function withoutHeading(lines: readonly string[]): string[] {
  const rule = lines.findIndex((line) => /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/.test(line) && line.includes('|'))
  if (rule < 0) return [...lines]
  const heading = lines.slice(0, rule)
  const body = lines.slice(rule + 1)
  return heading.some((line) => /\d/.test(line)) ? [...heading, ...body] : body
}

function markdownCells(line: string): string[] {
  return line
    .trim()
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim())
}

/** `1,2,` on every line ends each row with a separator; it does not add an empty column. */
function withoutBlankEnd(rows: string[][]): string[][] {
  const ended = rows.every((row) => row.length > 1 && row.at(-1) === '')
  const blank = rows.every((row) => row.every((cell) => cell === ''))
  return ended && !blank ? rows.map((row) => row.slice(0, -1)) : rows
}
