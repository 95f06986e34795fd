import type { Expression } from '../../language/ast.ts'
import { binary, isScalar, math, rankOf, type Slip, type SlipRule, transposed } from './slip.ts'

/** Matrix products: a transpose too many or too few, factors exchanged, the entry-wise product, a gate on the wrong side. */
export const slipsOfProducts: SlipRule = (node, typeOf) => {
  if (node.kind === 'transpose') return [untransposed(node.operand)]
  if (node.kind === 'call' && node.name === 'transpose' && node.args[0]) return [untransposed(node.args[0])]
  if (node.kind !== 'binary') return []
  const { left, right, operator } = node
  if (operator === '.*') return entrywise(left, right, (each) => rankOf(each, typeOf))
  if (operator !== '*' || isScalar(left, typeOf) || isScalar(right, typeOf)) return []
  const slips: Slip[] = []
  for (const [factor, put] of [
    [left, (other: Expression) => binary('*', other, right)],
    [right, (other: Expression) => binary('*', left, other)],
  ] as const) {
    if (factor.kind !== 'name' || rankOf(factor, typeOf) !== 2) continue
    slips.push({ kind: 'transpose', node: put(transposed(factor)), says: `transposed ${math(factor, 'a matrix')}.` })
  }
  if (right.kind === 'binary' && right.operator === '.*') {
    const says = `multiplied by ${math(right.left, 'the gate')} after the matrix product; it belongs inside.`
    slips.push({ kind: 'gate', node: binary('.*', right.left, binary('*', left, right.right)), says })
    const other = `multiplied by ${math(right.right, 'the gate')} after the matrix product; it belongs inside.`
    slips.push({ kind: 'gate', node: binary('.*', right.right, binary('*', left, right.left)), says: other })
  }
  const exchanged = 'multiplied the matrices in the other order.'
  slips.push({ kind: 'order', node: binary('*', right, left), says: exchanged })
  const each = 'multiplied entry by entry where a matrix product belongs.'
  slips.push({ kind: 'product', node: binary('.*', left, right), says: each })
  return slips
}

function untransposed(operand: Expression): Slip {
  return { kind: 'transpose', node: operand, says: `did not transpose ${math(operand, 'the matrix')}.` }
}

function entrywise(left: Expression, right: Expression, rank: (node: Expression) => number | null): Slip[] {
  const slips: Slip[] = []
  if (rank(left) === 2 && rank(right) === 2) {
    const says = 'took the matrix product where the product of entries belongs.'
    slips.push({ kind: 'product', node: binary('*', left, right), says })
  }
  if (right.kind === 'binary' && right.operator === '*' && rank(right.left) === 2) {
    const says = `multiplied by ${math(left, 'the gate')} before the matrix product; it belongs after it.`
    slips.push({ kind: 'gate', node: binary('*', right.left, binary('.*', left, right.right)), says })
  }
  return slips
}
