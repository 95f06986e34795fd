import type { Tensor } from '@tensorflow/tfjs'
import { printShape, type TensorType, TypeProblem } from '../language/types.ts'
import { ranked, requireScalar, sameShape } from './check.ts'
import { reshaped } from './gradient-texts.ts'
import { reshapeRows } from './rows.ts'
import { axis } from './tensor64.ts'

/** A batch with channels: N×C (features) or N×C×H×W (maps). */
export function channelsOf(name: string, type: TensorType): readonly number[] {
  return ranked(name, type, [2, 4], 'a batch N×C or N×C×H×W')
}

/** Refuses what is neither a scalar nor one number a channel. */
export function checkPerChannel(name: string, what: string, type: TensorType, channels: number): void {
  if (type.shape.length === 0 || sameShape(type.shape, [channels])) return
  throw new TypeProblem(
    `${what} of ${name} must be a scalar or have ${channels} entries, not shape ${printShape(type.shape)}.`,
  )
}

export function checkEpsilon(name: string, type: TensorType | undefined): void {
  if (type) requireScalar(name, type, 'ε')
}

/** The channel of every entry, in row-major order. */
export function channelAt(shape: readonly number[]): (entry: number) => number {
  const inner = shape.slice(2).reduce((a, b) => a * b, 1)
  return (entry) => Math.floor(entry / inner) % axis(shape, 1)
}

/** One number a channel (or a scalar a row) against a batch of maps. */
export function perChannelTfjs(x: Tensor, rank: number): Tensor {
  return reshapeRows(
    x,
    x.rank === 1 ? Array<number>(rank).fill(1) : [1, axis(x.shape, 1), ...Array<number>(rank - 2).fill(1)],
  )
}

/** Texts for gradient rules: the sum of every channel, one number a channel in every entry, and the entries a channel. */
export function channelTexts(shape: readonly number[]) {
  const [n, channels] = [axis(shape, 0), axis(shape, 1)]
  const inner = shape.slice(2).reduce((a, b) => a * b, 1)
  if (shape.length === 2) {
    return { entries: n, sum: (e: string) => `sum_columns(${e})`, wide: (v: string) => `outer(ones(${n}), ${v})` }
  }
  return {
    entries: n * inner,
    sum: (e: string) =>
      `sum_rows(${reshaped(`sum_columns(${reshaped(e, [n, channels * inner])})`, [channels, inner])})`,
    wide: (v: string) => reshaped(`outer(ones(${n}), flatten(outer(${v}, ones(${inner}))))`, shape),
  }
}
