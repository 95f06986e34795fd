import type { TensorType } from '../../language/types.ts'

/** A type in words: `number`, `vector of 3 whole numbers`, `3×4 matrix of numbers`. */
export function describeType({ shape, integer }: TensorType): string {
  const numbers = integer ? 'whole numbers' : 'numbers'
  if (shape.length === 0) return integer ? 'whole number' : 'number'
  if (shape.length === 1) return `vector of ${shape[0]} ${shape[0] === 1 ? numbers.slice(0, -1) : numbers}`
  return `${shape.join('×')} ${shape.length === 2 ? 'matrix' : 'tensor'} of ${numbers}`
}
