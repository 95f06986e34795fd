import type { Tensor } from '@tensorflow/tfjs'
import { describe, expect, it } from 'vitest'
import { windowsOf } from '../operations/windows.ts'
import { extractWindows } from '../operations/windows-tfjs.ts'
import { product, windowEntries } from './design-windows.ts'
import { startBackend } from './start-backend.ts'

const tf = await startBackend('wasm')
const counted = (shape: number[]) =>
  tf.tensor(
    Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => 1 + (i % 97)),
    shape,
  )

describe('the entries of windows', () => {
  it.each([
    { map: [5, 7], kernel: [1, 1], stride: 1 },
    { map: [6, 6], kernel: [3, 3], stride: 1 },
    { map: [6, 7], kernel: [2, 2], stride: 2 },
    { map: [9, 8], kernel: [3, 5], stride: 2 },
    { map: [11, 10], kernel: [2, 4], stride: 3 },
    { map: [7, 7], kernel: [2, 1], stride: 4 },
  ] as const)('of $kernel with stride $stride on $map are those of the operations', ({ map, kernel, stride }) => {
    const windows = windowsOf(map, kernel, { stride })
    const x = counted([1, 3, ...map])
    const found = tf.stack(windowEntries(tf, x, windows), 1)
    const wanted = extractWindows(tf, x, windows)
    expect([...found.dataSync()]).toEqual([...wanted.dataSync()])
  })
})

describe('a product', () => {
  it('has the value and the gradients that tfjs gives it', () => {
    const [a, b] = [counted([4, 5]), counted([5, 3])]
    const gradients = (multiply: (a: Tensor, b: Tensor) => Tensor) =>
      tf.valueAndGrads((l: Tensor, r: Tensor) => tf.sum(tf.square(multiply(l, r))))([a, b])
    const own = gradients((l, r) => product(tf, l, r))
    const theirs = gradients((l, r) => tf.matMul(l, r))
    expect(own.value.dataSync()).toEqual(theirs.value.dataSync())
    for (const [i, gradient] of own.grads.entries()) expect(gradient.dataSync()).toEqual(theirs.grads[i]?.dataSync())
  })
})
