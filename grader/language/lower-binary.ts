import type { Expression } from './ast.ts'
import { describeMisfit } from './describe.ts'
import { Fault } from './fault.ts'
import type { ExpressionLowering } from './lower-expression.ts'
import type { Value } from './lowering.ts'
import { printText } from './print-text.ts'
import { elementwiseShape, productShape } from './product-shape.ts'

type Binary = Extract<Expression, { kind: 'binary' }>

const elementwise: Partial<Record<Binary['operator'], string>> = {
  '+': 'add',
  '-': 'subtract',
  '.*': 'multiply',
  './': 'divide',
  '.^': 'power',
}

/** Settles by shapes what an operator means, and emits it. */
export function lowerBinary(lowering: ExpressionLowering, node: Binary): Value {
  const { left, right, operator, span } = node
  if (operator === '^' && left.kind === 'name' && left.name === 'e' && !lowering.isValue('e')) {
    return lowering.out.apply('exp', [lowering.value(right)], span)
  }
  const a = lowering.value(left)
  const b = lowering.value(right)
  const operation = elementwise[operator]
  if (operation) {
    requireFit(lowering, node, a, b)
    return lowering.out.apply(operation, [a, b], span)
  }
  if (operator === '*') return product(lowering, node, a, b)
  if (operator === '/') {
    const matrices = a.type.shape.length > 1 && b.type.shape.length > 0
    if (matrices) throw new Fault('type', 'A matrix cannot be divided with /; write ./ to divide entry by entry.', span)
    requireFit(lowering, node, a, b)
    return lowering.out.apply('divide', [a, b], span)
  }
  return power(lowering, node, a, b)
}

function requireFit(lowering: ExpressionLowering, node: Binary, a: Value, b: Value): void {
  if (elementwiseShape(a.type.shape, b.type.shape)) return
  throw misfit(lowering, node, a, b)
}

function misfit(lowering: ExpressionLowering, { left, right, span }: Binary, a: Value, b: Value): Fault {
  const first = { expression: left, shape: lowering.out.named(a.type.shape) }
  return new Fault('type', describeMisfit(first, { expression: right, shape: lowering.out.named(b.type.shape) }), span)
}

function product(lowering: ExpressionLowering, node: Binary, a: Value, b: Value): Value {
  const [one, two] = [a.type.shape, b.type.shape]
  if (one.length === 0 || two.length === 0) return lowering.out.apply('multiply', [a, b], node.span)
  if (productShape(one, two)) return lowering.out.apply('matmul', [a, b], node.span)
  if (one.length !== 1 || two.length !== 1) throw misfit(lowering, node, a, b)
  const [x, y] = [printText(node.left), printText(node.right)]
  const short = x.length + y.length <= 40
  const sides = short ? `${x} and ${y}` : 'Both sides'
  const advice = short ? `write ${x} .* ${y} (⊙)` : 'write .* (⊙)'
  throw new Fault('type', `${sides} are vectors: ${advice} to multiply them entry by entry.`, node.span)
}

function power(lowering: ExpressionLowering, node: Binary, a: Value, b: Value): Value {
  const { shape } = a.type
  if (shape.length === 0 || (shape.length === 1 && b.type.shape.length === 0)) {
    return lowering.out.apply('power', [a, b], node.span)
  }
  const exponent = node.right.kind === 'number' ? Number(node.right.text) : Number.NaN
  if (shape.length === 2 && shape[0] === shape[1] && Number.isInteger(exponent) && exponent >= 1 && exponent <= 8) {
    let result = a
    for (let i = 1; i < exponent; i++) result = lowering.out.apply('matmul', [result, a], node.span)
    return result
  }
  throw new Fault('type', 'A matrix has no such power; write .^ for the power of every entry.', node.span)
}
