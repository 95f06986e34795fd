import type { Expression } from '../../../language/ast.ts'
import { parseFormula } from '../../../language/parse-formula.ts'
import type { FormulaSymbol } from '../../../question/definition.ts'
import type { FormulaField } from '../judge-formula.ts'

interface Given {
  equals: string
  /** names of numbers in -3..3, or whole symbols */
  symbols: readonly (string | FormulaSymbol)[]
  mistakes?: Readonly<Record<string, string>>
  target?: string
  form?: FormulaField['form']
}

export function symbolOf(name: string, more: Partial<FormulaSymbol> = {}): FormulaSymbol {
  return { name, aliases: [], latex: null, shape: [], domain: { low: -3, high: 3, integer: false }, ...more }
}

/** A formula field as a question would have it. */
export function formulaField({ equals, symbols: given, mistakes = {}, target, form }: Given): FormulaField {
  const symbols = given.map((one) => (typeof one === 'string' ? symbolOf(one) : one))
  const read = (source: string): Expression => {
    const outcome = parseFormula(source, 'text', { symbols })
    if (!outcome.ok) throw new Error(outcome.problem.message)
    return outcome.value
  }
  const place = { line: 1, column: 1 }
  return {
    ...place,
    kind: 'formula',
    name: 'formula',
    label: 'Formula',
    points: 1,
    after: [],
    source: equals,
    target: target ?? null,
    symbols,
    equals: read(equals),
    accept: [],
    ...(form ? { form } : {}),
    mistakes: Object.entries(mistakes).map(([id, source]) => ({
      ...place,
      id,
      says: `It is ${id}.`,
      earns: 0.5,
      source,
      expression: read(source),
    })),
  }
}
