import type { Expression, Outcome } from './ast.ts'
import { canonicalName } from './names.ts'
import { type Notation, parseFormula } from './parse-formula.ts'
import type { FormulaScope } from './vocabulary.ts'

/** Where a formula is asked for: what may be used, and what it defines, as it is printed before the box. */
export interface FormulaTask extends FormulaScope {
  target?: string | null
}

/**
 * Reads the formula of an answer. People repeat what is printed before the box: `GELU(x) = …`, `W' = …`. Where the
 * left side of a single equation is that target, or nothing the question declares, the right side is the answer.
 */
export function parseFormulaAnswer(source: string, notation: Notation, task: FormulaTask): Outcome<Expression> {
  const equals = equalsSigns(source)
  const [at] = equals
  if (at !== undefined && equals.length === 1 && task.target && plain(source.slice(0, at)) === plain(task.target)) {
    return rightSide(source, at, notation, task)
  }
  const read = parseFormula(source, notation, withTarget(task))
  if (read.ok || at === undefined || equals.length > 1 || read.problem.span.start >= at) return read
  if (!/^[^=]*\p{L}/u.test(source)) return read
  const right = rightSide(source, at, notation, task)
  return right.ok ? right : read
}

/** The scope with the target as one more name, so that an equation in any arrangement can be read. */
function withTarget(task: FormulaTask): FormulaScope {
  const name = task.target ? canonicalName(task.target) : null
  const declared = task.symbols.some((symbol) =>
    [symbol.name, ...(symbol.aliases ?? [])].some((one) => canonicalName(one) === name),
  )
  return name === null || declared ? task : { ...task, symbols: [...task.symbols, { name }] }
}

/** Reads what stands after the sign; spans still point into the whole source. */
function rightSide(source: string, at: number, notation: Notation, task: FormulaTask): Outcome<Expression> {
  return parseFormula(' '.repeat(at + 1) + source.slice(at + 1), notation, task)
}

/** Where a lone `=` stands that is no part of `<=`, `>=`, `!=`, `==`. */
function equalsSigns(source: string): number[] {
  return [...source.matchAll(/(?<![<>!=])=(?!=)/g)].map((match) => match.index)
}

/** A target as compared: without styles, braces, spaces and sizes. */
function plain(source: string): string {
  return source
    .replace(/\\(?:left|right|operatorname\*?|mathrm|mathbf|mathbb|mathit|text|,|;|!|:| )/g, '')
    .replace(/\^\s*\{?\s*(?:\\prime)\s*\}?/g, "'")
    .replace(/[\s{}\\$]/g, '')
}
