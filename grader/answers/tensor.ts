import { readBrackets } from './brackets.ts'
import { readLatexGrid } from './latex-grid.ts'
import { readLines, splits, withoutHeading } from './lines.ts'
import { type Nested, UnreadablePaste } from './nested.ts'
import { readNumber, shorten } from './number.ts'
import { bare } from './wrapping.ts'

/** `cells` row-major, as typed; a blank cell is ''. */
export type TensorReading =
  | { ok: true; shape: number[]; cells: string[] }
  | { ok: false; reason: 'empty' | 'unreadable'; message: string }

const longest = 200_000
const mostCells = 4096
const longestCell = 64

/**
 * Reads a paste from Python, numpy, torch, MATLAB, a spreadsheet, CSV, LaTeX or Markdown into cells. Where it can be
 * read in more than one way, the way that gives `expectedShape` is taken; else the shape is the paste's own. Never throws.
 */
export function readTensor(text: string, expectedShape?: readonly number[]): TensorReading {
  if (text.length > longest) return unreadable(`This is too long for a tensor of ${mostCells} entries.`)
  if (text.trim() === '') return { ok: false, reason: 'empty', message: 'Nothing is written here yet.' }
  if (/\.\.\.|…|\\[clvd]?dots/.test(text)) return unreadable('The paste is abbreviated with dots; print every entry.')
  let first: Nested | null = null
  let problem = ''
  for (const read of candidates(text)) {
    try {
      const nested = read()
      checkEntries(nested)
      const fitted = expectedShape ? shapeFor(nested.shape, expectedShape) : nested.shape
      if (fitted) return { ok: true, shape: fitted, cells: nested.entries }
      first ??= nested
    } catch (error) {
      if (!(error instanceof UnreadablePaste)) throw error
      problem ||= error.message
    }
  }
  return first ? { ok: true, shape: first.shape, cells: first.entries } : unreadable(problem)
}

function candidates(text: string): (() => Nested)[] {
  const source = bare(text)
  if (/\\begin\s*\{/.test(source)) return [() => readLatexGrid(source)]
  if (/^[[(]/.test(source)) {
    return [
      () => readBrackets(source, false),
      () => readBrackets(source, true),
      // rows printed one by one
      () => readBrackets(`[${source}]`, false),
    ]
  }
  // rows of a LaTeX matrix without what stands around them
  if (/&|\\\\/.test(source)) return [() => readLatexGrid(`\\begin{matrix}${source}\\end{matrix}`)]
  const lines = withoutHeading(source.split('\n').filter((line) => line.trim() !== '' || line.includes('\t')))
  const cut = splits(lines).map((split) => () => readLines(lines, split))
  // MATLAB's rows without their brackets
  return source.includes(';') ? [...cut, () => readBrackets(`[${source}]`, true)] : cut
}

function checkEntries(nested: Nested): void {
  if (nested.entries.length > mostCells) {
    throw new UnreadablePaste(`There are ${nested.entries.length} entries; at most ${mostCells} can be read.`)
  }
  const columns = nested.shape.at(-1) ?? 1
  nested.entries.forEach((entry, k) => {
    const cell = unquoted(entry)
    nested.entries[k] = cell
    const reading = readNumber(cell, { special: true })
    if (cell.length > longestCell || (!reading.ok && reading.reason === 'unreadable')) {
      const row = Math.floor(k / columns) + 1
      throw new UnreadablePaste(
        `“${shorten(cell)}” in row ${row}, entry ${(k % columns) + 1} is not a number I can read.`,
      )
    }
  })
}

/** The expected shape where the paste's has the same entries in the same order, else null. */
function shapeFor(shape: readonly number[], expected: readonly number[]): number[] | null {
  const long = (dimensions: readonly number[]) => dimensions.filter((n) => n !== 1).join()
  if (long(shape) === long(expected)) return [...expected]
  // slices of a tensor, one below the other
  const rows = expected.slice(0, -1).reduce((product, n) => product * n, 1)
  return expected.length > 2 && shape.length === 2 && shape[0] === rows && shape[1] === expected.at(-1)
    ? [...expected]
    : null
}

function unquoted(entry: string): string {
  return /^(["']).*\1$/.test(entry) && entry.length > 1 ? entry.slice(1, -1).trim() : entry
}

function unreadable(message: string): TensorReading {
  return { ok: false, reason: 'unreadable', message }
}
