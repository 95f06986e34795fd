import { Fault } from './fault.ts'
import type { Token } from './token.ts'
import type { LatexReader } from './tokenise-latex.ts'

/** Lines of one formula: their signs & only say where they stand. */
const aligned = /^(aligned|align|split|gathered|gather|equation|alignat|multline)$/
const known = /^([dr]?cases|[bpvV]?matrix|smallmatrix|array)$/
const caseLike = /^(array|aligned|matrix|gathered|split)$/

/** `\begin{cases}` becomes `cases(…)`, a matrix a bracket. Whether the command began one. */
export function readEnvironment(reader: LatexReader, command: string, start: number, asCases = false): boolean {
  const { source } = reader
  if (command === '\\' || command === 'end' || command === 'cr') {
    throw new Fault('parse', `“\\${command}” has no meaning here.`, { start, end: source.at })
  }
  if (command !== 'begin') return false
  const name = source.argument().replace('*', '')
  const opened = { start, end: source.at }
  if (name === 'array') source.argument()
  if (!(asCases ? caseLike : known).test(name) && !aligned.test(name)) {
    throw new Fault('parse', `The environment ${name.slice(0, 20)} is not part of these formulas.`, opened)
  }
  const rows = reader.nested(opened, () => readRows(reader, name, opened))
  if (asCases || name.endsWith('cases')) emitCases(reader, rows, start)
  else if (aligned.test(name)) for (const cell of rows.flat()) reader.tokens.push(...cell)
  else emitMatrix(reader, rows, start)
  return true
}

function readRows(reader: LatexReader, name: string, opened: { start: number; end: number }): Token[][][] {
  const { source } = reader
  const rows: Token[][][] = [[]]
  const atBreak = () => source.text[source.at] === '&' || ['\\', 'end', 'cr'].includes(source.command() ?? '')
  for (;;) {
    let stopped = false
    const cell = reader.capture(() => {
      stopped = reader.readUntil(atBreak)
    })
    if (!stopped) throw new Fault('parse', 'This \\begin has no \\end.', opened)
    rows.at(-1)?.push(cell)
    const command = source.command()
    source.at += command === null ? 1 : command.length + 1
    if (command === '\\' || command === 'cr') rows.push([])
    if (command === 'end') {
      const ended = source.argument().replace('*', '')
      if (ended !== name)
        throw new Fault('parse', `\\end{${name}} was expected.`, { start: opened.start, end: source.at })
      return rows.filter((row) => row.some((filled) => filled.length > 0))
    }
  }
}

function emitMatrix(reader: LatexReader, rows: Token[][][], start: number): void {
  reader.symbols('[', start)
  rows.forEach((row, i) => {
    if (i > 0) reader.symbols(';', start)
    row.forEach((cell, j) => {
      if (j > 0) reader.symbols(',', start)
      reader.tokens.push(...cell)
    })
  })
  reader.symbols(']', start)
}

function emitCases(reader: LatexReader, rows: Token[][][], start: number): void {
  const end = reader.source.at
  reader.emit('name', 'cases', start, end)
  reader.symbols('(', start)
  rows.forEach(([value = [], condition = [], more], i) => {
    if (more) throw new Fault('parse', 'A case has a value and a condition, no more.', { start, end })
    if (i > 0) reader.symbols(',', start)
    reader.tokens.push(...(value.at(-1)?.text === ',' ? value.slice(0, -1) : value))
    const when = isWord(condition[0], 'if') ? condition.slice(1) : condition
    if (when.length === 0 || isWord(when[0], 'otherwise')) return
    reader.emit('name', 'if', start, end)
    reader.tokens.push(...when)
  })
  reader.symbols(')', start)
}

function isWord(token: Token | undefined, word: string): boolean {
  return token?.kind === 'name' && token.text === word
}
