import { printShape } from '../language/types.ts'
import { permutedMessage } from './axes.ts'
import { floatNoise } from './distance.ts'
import type { Facts } from './judge-computed.ts'

/** A sentence on a wrong answer that can be said without knowing how it came about, or null. */
export function wrongMessage({ field, reading, truth }: Facts): string | null {
  if (field.kind === 'shape') {
    if (reading.values.length !== truth.data.length) {
      return `The shape has ${count(truth.data.length, 'dimension')}; you gave ${reading.values.length}.`
    }
    return permutedMessage(reading.values, truth.data, field.axes)
  }
  if (reading.shape.join() !== truth.shape.join()) {
    return otherShape(truth.shape, reading.shape)
  }
  return tooCoarse(field.decimals, reading.decimals, reading.values, truth.data)
}

/** With one axis a size alone would read as a value, so it is called a shape and written as one. */
function otherShape(right: readonly number[], own: readonly number[]): string {
  if (right.length !== 1 && own.length !== 1)
    return `The right answer is ${printShape(right)}; yours is ${printShape(own)}.`
  const written = (shape: readonly number[]) => (shape.length === 1 ? `[${shape[0]}]` : printShape(shape))
  return `The right shape is ${written(right)}; yours is ${written(own)}.`
}

/** Every filled cell is the truth rounded to fewer decimals than were asked for. */
function tooCoarse(
  asked: number,
  decimals: readonly (number | null)[],
  values: readonly number[],
  truth: readonly number[],
): string | null {
  const typed = decimals.flatMap((places) => (places === null ? [] : [places]))
  const fewest = Math.min(...typed)
  if (typed.length === 0 || fewest >= asked) return null
  const rounded = values.every((value, cell) => {
    const right = truth[cell] ?? Number.NaN
    const unit = 10 ** -(decimals[cell] ?? asked)
    return Number.isNaN(value) || Math.abs(value - right) <= unit / 2 + floatNoise(right)
  })
  return rounded ? `This is right to ${count(fewest, 'decimal')}, but ${asked} were asked for.` : null
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`
}
