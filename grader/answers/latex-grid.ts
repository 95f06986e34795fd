import { grid, type Nested, UnreadablePaste } from './nested.ts'

const environment =
  /\\begin\s*\{([a-zA-Z]*matrix|array)\*?\}\s*(?:\[[a-z]\])?\s*(?:\{[|lcr@{}\s]*\})?([\s\S]*?)\\end\s*\{\1\*?\}/

/** Reads `\begin{bmatrix}1 & 2\\ 3 & 4\end{bmatrix}` (any matrix environment, or array). Throws UnreadablePaste. */
export function readLatexGrid(source: string): Nested {
  // the pattern reads on to the end of the text from every \begin
  if (source.split('\\begin').length > 3)
    throw new UnreadablePaste('There is more than one environment; paste one matrix.')
  const match = source.includes('\\end') ? environment.exec(source) : null
  if (!match) throw new UnreadablePaste('The LaTeX environment is not a matrix, or it is not closed.')
  const around = source.replace(match[0], '').replace(/\\(?:left|right|[[\]()])|[$[\]().|\s]/g, '')
  if (around !== '')
    throw new UnreadablePaste(`I cannot read “${around.slice(0, 20)}” beside the matrix; paste one matrix.`)
  const body = (match[2] ?? '')
    .replace(/\\hline/g, '')
    .trim()
    .replace(/\\\\\s*(?:\[[^\]]*\])?\s*$/, '')
  const rows = body.split(/\\\\(?:\[[^\]]*\])?/).map((row) => row.split('&').map((cell) => cell.trim()))
  return grid(rows)
}
