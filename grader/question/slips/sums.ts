import type { Expression } from '../../language/ast.ts'
import { binary, isNumber, math, type Slip, type SlipRule } from './slip.ts'

/** A sum or difference with a wrong sign, the wrong way round, without one of its terms, or without “1 −”. */
export const slipsOfSums: SlipRule = (node) => {
  if (node.kind === 'negate') {
    return [{ kind: 'sign', node: node.operand, says: `left out the minus sign of ${math(node.operand, 'a term')}.` }]
  }
  if (node.kind !== 'binary' || (node.operator !== '+' && node.operator !== '-')) return []
  const { left, right, operator } = node
  const slips: Slip[] = []
  const forgotten = (term: Expression, rest: Expression) => {
    // a bare “1” is no way to work anything out
    if (isNumber(rest)) return
    const what = math(term, 'one of the terms')
    const says = operator === '-' ? `did not subtract ${what}.` : `left out the term ${what}.`
    slips.push({ kind: 'term', node: rest, says })
  }
  if (operator === '-' && isNumber(left, 1)) {
    const says = `used ${math(right, 'the value itself')} where ${math(node, 'its complement')} belongs.`
    slips.push({ kind: 'complement', node: right, says })
  } else forgotten(right, left)
  if (operator === '+' && !isSum(left)) forgotten(left, right)
  const turned = binary(operator === '+' ? '-' : '+', left, right)
  slips.push({ kind: 'sign', node: turned, says: `turned the sign of ${math(right, 'a term')} round.` })
  if (operator === '-') {
    const says = `subtracted the other way round; it is ${math(node, 'the first less the second')}.`
    slips.push({ kind: 'sign', node: binary('-', right, left), says })
  }
  return slips
}

function isSum(node: Expression): boolean {
  return node.kind === 'binary' && (node.operator === '+' || node.operator === '-')
}
