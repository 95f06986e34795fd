import type { BinaryOperator, Expression } from '../../language/ast.ts'
import { printLatex } from '../../language/print-latex.ts'
import type { TensorType } from '../../language/types.ts'

/** The kinds of slips, the commonest first: where there are more than a question keeps, the first ones stay. */
export const slipKinds = [
  'term',
  'factor',
  'sign',
  'transpose',
  'activation',
  'root',
  'variance',
  'average',
  'complement',
  'gate',
  'rounding',
  'count',
  'axis',
  'order',
  'product',
  'extreme',
  'logarithm',
  'convolution',
] as const

export type SlipKind = (typeof slipKinds)[number]

/** An operation done wrong: what stands in place of a node, and what to say of it, as the end of “In $c$ you …”. */
export interface Slip {
  kind: SlipKind
  node: Expression
  says: string
}

/** The type of an expression that reads parameters and steps; null where it has none. */
export type TypeOf = (expression: Expression) => TensorType | null

/** What can go wrong at one node of a step; `outermost` where it is all that the step, or an entry of it, is. */
export type SlipRule = (node: Expression, typeOf: TypeOf, outermost: boolean) => Slip[]

const nowhere = { start: 0, end: 0 }
const longestShown = 48

export function call(name: string, ...args: Expression[]): Expression {
  return { kind: 'call', name, args, span: nowhere }
}

export function binary(operator: BinaryOperator, left: Expression, right: Expression): Expression {
  return { kind: 'binary', operator, left, right, implicit: operator === '*', span: nowhere }
}

export function number(value: number): Expression {
  return { kind: 'number', text: String(value), span: nowhere }
}

export function transposed(operand: Expression): Expression {
  return { kind: 'transpose', operand, span: nowhere }
}

/** An expression set in a sentence, or other words where it would be too long to read there. */
export function math(expression: Expression, otherwise: string): string {
  const latex = printLatex(expression).replaceAll('{{', '{ {')
  return latex.length <= longestShown ? `$${latex}$` : otherwise
}

export function isNumber(node: Expression, value?: number): boolean {
  return node.kind === 'number' && (value === undefined || Number(node.text) === value)
}

/** The rank of an expression's value; null where it has no type. */
export function rankOf(node: Expression, typeOf: TypeOf): number | null {
  return typeOf(node)?.shape.length ?? null
}

export function isScalar(node: Expression, typeOf: TypeOf): boolean {
  return rankOf(node, typeOf) === 0
}
