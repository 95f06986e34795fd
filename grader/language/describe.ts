import type { Expression } from './ast.ts'
import { printText } from './print-text.ts'

/** `W is 3×3`, `x has 2 entries`, `k is a number`: one side of a message about shapes. */
export function describeShape(expression: Expression, shape: readonly (number | string)[], side: string): string {
  const text = printText(expression)
  const name = text.length <= 32 ? text : side
  if (shape.length === 0) return `${name} is a number`
  if (shape.length === 1) return `${name} has ${shape[0]} ${shape[0] === 1 ? 'entry' : 'entries'}`
  return `${name} is ${shape.join('×')}`
}

/** Why two shapes do not go together: `W is 3×3 but x has 2 entries.` */
export function describeMisfit(
  left: { expression: Expression; shape: readonly (number | string)[] },
  right: { expression: Expression; shape: readonly (number | string)[] },
): string {
  const first = describeShape(left.expression, left.shape, 'the left side')
  return sentence(`${first} but ${describeShape(right.expression, right.shape, 'the right side')}.`)
}

export function sentence(text: string): string {
  return text.startsWith('the ') ? `T${text.slice(1)}` : text
}
