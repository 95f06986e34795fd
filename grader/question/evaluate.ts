import type { Expression, Span } from '../language/ast.ts'
import type { StoredTensor } from './variant.ts'

/** A size, limit or literal that cannot be worked out; `span` is where in the expression. */
export class LiteralProblem extends Error {
  readonly span: Span

  constructor(message: string, span: Span) {
    super(message)
    this.span = span
  }
}

const functions: Record<string, (...args: number[]) => number> = {
  floor: Math.floor,
  ceil: Math.ceil,
  round: Math.round,
  abs: Math.abs,
  sqrt: Math.sqrt,
  min: Math.min,
  max: Math.max,
}

export const literalFunctions = Object.keys(functions)

/**
 * The value of an expression of numbers, integer parameters drawn before, `+ − * / ^` and a few functions: what sizes
 * and limits of generators are written in. Throws LiteralProblem.
 */
export function evaluateNumber(expression: Expression, scope: Readonly<Record<string, number>>): number {
  const value = evaluate(expression, scope)
  if (!Number.isFinite(value)) throw new LiteralProblem('This is not a finite number.', expression.span)
  return value
}

function evaluate(expression: Expression, scope: Readonly<Record<string, number>>): number {
  switch (expression.kind) {
    case 'number':
      return Number(expression.text)
    case 'negate':
      return -evaluate(expression.operand, scope)
    case 'name': {
      const value = Object.hasOwn(scope, expression.name) ? scope[expression.name] : undefined
      if (value === undefined) {
        throw new LiteralProblem(`“${expression.name}” is no integer parameter declared before.`, expression.span)
      }
      return value
    }
    case 'binary': {
      const left = evaluate(expression.left, scope)
      const right = evaluate(expression.right, scope)
      if (expression.operator === '+') return left + right
      if (expression.operator === '-') return left - right
      if (expression.operator === '*' || expression.operator === '.*') return left * right
      if (expression.operator === '/' || expression.operator === './') return left / right
      return left ** right
    }
    case 'call': {
      const apply = Object.hasOwn(functions, expression.name) ? functions[expression.name] : undefined
      if (apply && expression.args.length > 0) return apply(...expression.args.map((arg) => evaluate(arg, scope)))
      throw new LiteralProblem(
        `“${expression.name}(…)” cannot be used here; allowed are ${literalFunctions.join(', ')}.`,
        expression.span,
      )
    }
    default:
      throw new LiteralProblem(
        'Only numbers, integer parameters, + - * / ^ and brackets can be used here.',
        expression.span,
      )
  }
}

/** The value of a literal: a number, or a bracket `[1, 2]` (vector) or `[1, 2; 3, 4]` (matrix). Throws LiteralProblem. */
export function evaluateLiteral(expression: Expression, scope: Readonly<Record<string, number>>): StoredTensor {
  if (expression.kind === 'negate' && expression.operand.kind === 'bracket') {
    const { shape, data } = evaluateLiteral(expression.operand, scope)
    return { shape, data: data.map((value) => 0 - value) }
  }
  if (expression.kind !== 'bracket') return { shape: [], data: [evaluateNumber(expression, scope) + 0] }
  const rows = expression.rows.map((row) => row.map((entry) => evaluateNumber(entry, scope) + 0))
  const width = rows[0]?.length ?? 0
  if (width === 0 || rows.some((row) => row.length !== width)) {
    throw new LiteralProblem('Every row of a bracket needs the same number of entries.', expression.span)
  }
  // A single column `[1; 2]` is the vector that it looks like.
  const vector = rows.length === 1 || width === 1
  return { shape: vector ? [rows.length * width] : [rows.length, width], data: rows.flat() }
}
