import { describeShape, sentence } from '../../language/describe.ts'
import type { Side } from './side.ts'

/** `W s is a vector of k entries; a matrix was asked for.`, with the question's letters for sizes. */
export function shapeMessage(
  wanted: readonly number[],
  { expression, shape }: Side,
  sizes: ReadonlyMap<string, number>,
  side = 'the answer',
): string {
  const letters = new Map([...sizes].map(([letter, size]) => [size, letter]))
  const named = (dimensions: readonly number[]) => dimensions.map((size) => letters.get(size) ?? size)
  const what = (dimensions: readonly (number | string)[]) =>
    dimensions.length === 0
      ? 'a number'
      : dimensions.length === 1
        ? `a vector of ${dimensions[0]} entries`
        : `a ${dimensions.join('×')} matrix`
  return sentence(`${describeShape(expression, named(shape), side)}; ${what(named(wanted))} was asked for.`)
}
