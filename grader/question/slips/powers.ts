import { printText } from '../../language/print-text.ts'
import { binary, isNumber, math, type Slip, type SlipRule } from './slip.ts'

/** A square or root left out, base and exponent exchanged, an exponent that became a factor. */
export const slipsOfPowers: SlipRule = (node) => {
  if (node.kind === 'call' && node.name === 'sqrt' && node.args[0]) {
    return [{ kind: 'root', node: node.args[0], says: `did not take the root of ${math(node.args[0], 'the sum')}.` }]
  }
  if (node.kind !== 'binary') return []
  const { left, right, operator } = node
  const unsquared: Slip = { kind: 'root', node: left, says: `did not square ${math(left, 'the value')}.` }
  if (operator === '.*' && printText(left) === printText(right)) return [unsquared]
  if (operator !== '^' && operator !== '.^') return []
  if (isNumber(right, 2)) {
    return [unsquared, { kind: 'root', node: binary('*', right, left), says: 'doubled where a square belongs.' }]
  }
  const factor = `multiplied by ${math(right, 'the exponent')} where it is an exponent.`
  return [
    { kind: 'order', node: binary(operator, right, left), says: 'exchanged base and exponent.' },
    { kind: 'root', node: binary('*', left, right), says: factor },
  ]
}
