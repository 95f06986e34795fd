import type { Expression } from '../../language/ast.ts'
import { call, math, number, type Slip, type SlipRule, type TypeOf, transposed } from './slip.ts'

/** A layer written as one call: without its bias, with transposed weights, a turned kernel, no stride, no padding. */
export const slipsOfLayers: SlipRule = (node, typeOf) => {
  if (node.kind !== 'call') return []
  const [first, second, third, fourth] = node.args
  const put = (position: number, other: Expression): Expression => ({
    ...node,
    args: node.args.map((arg, k) => (k === position ? other : arg)),
  })
  const slips: Slip[] = []
  if (node.name === 'dense' && first && second && third) {
    const zeros = filled('zeros', third, typeOf)
    if (zeros)
      slips.push({ kind: 'term', node: put(2, zeros), says: `left out the bias ${math(third, 'of the layer')}.` })
    const says = `transposed ${math(second, 'the weights')}.`
    slips.push({ kind: 'transpose', node: put(1, transposed(second)), says })
  }
  if (node.name === 'layernorm' && second && third) {
    const [ones, zeros] = [filled('ones', second, typeOf), filled('zeros', third, typeOf)]
    if (ones)
      slips.push({ kind: 'factor', node: put(1, ones), says: `left out the scale ${math(second, 'of the layer')}.` })
    if (zeros)
      slips.push({ kind: 'term', node: put(2, zeros), says: `left out the shift ${math(third, 'of the layer')}.` })
  }
  if (node.name === 'conv2d' && second) {
    const turned = `turned ${math(second, 'the kernel')} by 180°; it is laid on as it stands.`
    slips.push({ kind: 'convolution', node: put(1, call('flip', second)), says: turned })
    if (third)
      slips.push({ kind: 'convolution', node: put(2, number(1)), says: 'moved the kernel one cell at a time.' })
    if (fourth) slips.push({ kind: 'convolution', node: put(3, number(0)), says: 'left out the border of zeros.' })
  }
  return slips
}

/** Zeros or ones in the shape of a vector or a scalar. */
function filled(name: 'zeros' | 'ones', like: Expression, typeOf: TypeOf): Expression | null {
  const shape = typeOf(like)?.shape
  if (!shape) return null
  return shape.length === 0 ? number(name === 'ones' ? 1 : 0) : call(name, ...shape.map(number))
}
