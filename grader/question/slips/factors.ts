import type { Expression } from '../../language/ast.ts'
import { binary, isNumber, isScalar, math, type Slip, type SlipRule } from './slip.ts'

/** A product or quotient without one of its factors, or a quotient the wrong way round. */
export const slipsOfFactors: SlipRule = (node, typeOf) => {
  if (node.kind !== 'binary') return []
  const { left, right, operator } = node
  const forgotten = (factor: Expression, rest: Expression): Slip[] => {
    // “27” alone is no way to work out 27 C²
    if (isNumber(rest)) return []
    return [{ kind: 'factor', node: rest, says: `left out the factor ${math(factor, 'in front')}.` }]
  }
  switch (operator) {
    case '*':
      return [
        ...(isScalar(left, typeOf) ? forgotten(left, right) : []),
        ...(isScalar(right, typeOf) ? forgotten(right, left) : []),
      ]
    case '.*':
      return [...forgotten(right, left), ...forgotten(left, right)]
    case '/':
    case './':
      return [
        ...(isNumber(left)
          ? []
          : [
              {
                kind: 'factor' as const,
                node: left,
                says: `did not divide by ${math(right, 'the denominator')}.`,
              },
            ]),
        {
          kind: 'factor',
          node: binary(operator === '/' ? '*' : '.*', left, right),
          says: `multiplied by ${math(right, 'the denominator')} in place of dividing.`,
        },
        ...(isNumber(left) && isNumber(right)
          ? []
          : [
              {
                kind: 'order' as const,
                node: binary('./', right, left),
                says: `divided the other way round: ${math(left, 'the first')} stands above the line.`,
              },
            ]),
      ]
    default:
      return []
  }
}
