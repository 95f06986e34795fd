import type { Expression } from '../language/ast.ts'
import type { Generator } from './definition.ts'
import { evaluateNumber, LiteralProblem, literalFunctions } from './evaluate.ts'
import { suggestion } from './nearest.ts'

/** How each generator is written, for messages and for the guide. */
export const generatorForms: Readonly<Record<Exclude<Generator['kind'], 'fixed'>, string>> = {
  integer: 'integer(low, high)',
  integers: 'integers([sizes], low, high)',
  decimal: 'decimal(low, high, places)',
  decimals: 'decimals([sizes], low, high, places)',
  pick: 'pick(value, value, …)',
  distinct: 'distinct([sizes], low, high)',
  bits: 'bits([sizes], probability)',
}

const names = Object.keys(generatorForms)

/** Reads a parameter's right-hand side; what is no generator call is a literal. Throws LiteralProblem. */
export function readGenerator(expression: Expression): Generator {
  if (expression.kind !== 'call') return { kind: 'fixed', value: expression }
  const { name, args, span } = expression
  const form = Object.hasOwn(generatorForms, name) ? generatorForms[name as keyof typeof generatorForms] : null
  if (form === null) {
    if (literalFunctions.includes(name)) return { kind: 'fixed', value: expression }
    throw new LiteralProblem(
      `There is no generator “${name}”.${suggestion(name, names)} Generators are ${names.join(', ')}.`,
      span,
    )
  }
  const [first, second, third, fourth] = args
  const wrong = () => new LiteralProblem(`Write ${form}.`, span)
  if (name === 'pick') {
    if (args.length === 0) throw wrong()
    return { kind: 'pick', values: args }
  }
  if (name === 'integer' || name === 'decimal') {
    if (!first || !second || args.length !== (name === 'integer' ? 2 : 3)) throw wrong()
    if (name === 'integer') return { kind: 'integer', low: first, high: second }
    return { kind: 'decimal', low: first, high: second, places: places(third, wrong) }
  }
  const shape = first?.kind === 'bracket' && first.rows.length === 1 ? first.rows[0] : undefined
  if (!shape || shape.length === 0 || !second) throw wrong()
  if (name === 'bits') {
    const probability = args.length === 2 ? evaluateNumber(second, {}) : Number.NaN
    if (!(probability > 0 && probability < 1))
      throw new LiteralProblem('The probability must lie between 0 and 1.', span)
    return { kind: 'bits', shape, probability }
  }
  if (!third || args.length !== (name === 'decimals' ? 4 : 3)) throw wrong()
  if (name === 'decimals') return { kind: 'decimals', shape, low: second, high: third, places: places(fourth, wrong) }
  return name === 'distinct'
    ? { kind: 'distinct', shape, low: second, high: third }
    : { kind: 'integers', shape, low: second, high: third }
}

function places(expression: Expression | undefined, wrong: () => LiteralProblem): number {
  if (!expression) throw wrong()
  const value = evaluateNumber(expression, {})
  if (Number.isInteger(value) && value >= 0 && value <= 9) return value
  throw new LiteralProblem('The number of places must be a whole number from 0 to 9.', expression.span)
}

/** The expressions of a generator that may read integer parameters declared before. */
export function generatorExpressions(generator: Generator): Expression[] {
  switch (generator.kind) {
    case 'integer':
    case 'decimal':
      return [generator.low, generator.high]
    case 'integers':
    case 'decimals':
    case 'distinct':
      return [...generator.shape, generator.low, generator.high]
    case 'bits':
      return generator.shape
    case 'pick':
      return generator.values
    case 'fixed':
      return [generator.value]
  }
}
