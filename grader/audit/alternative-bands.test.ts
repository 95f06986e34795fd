import { describe, expect, it } from 'vitest'
import { parsed, questionWith } from '../question/testing/read-sample.ts'
import type { VariantKey } from '../question/variant.ts'
import { makePool } from './make-pool.ts'
import { executorsWith } from './testing/executors.ts'

async function keysOf(lines: string, answers = 'y: { points: 1 }'): Promise<VariantKey[]> {
  const source = questionWith(
    `parameters:\n  x: decimals([2], 1, 9, 1)\n  A: decimals([3, 2], 1, 9, 1)\n${lines}`,
    undefined,
    answers,
  )
  const options = { count: 4, seedPrefix: 's', executors: executorsWith(), maximumTries: 20 }
  return (await makePool(parsed(source), options)).accepted.map(({ key }) => key)
}

describe('the bands of an alternative', () => {
  it('are measured on its own computation', async () => {
    const keys = await keysOf('reference:\n  u: x / 3\n  y: u / 10\nmistakes:\n  m: { steps: { y: 10 u }, says: No }')
    expect(keys).toHaveLength(4)
    for (const { bands, alternativeBands } of keys) {
      // half a unit of y, and half a unit of u passed on
      for (const band of bands.y ?? []) expect(band).toBeCloseTo(0.0005 + 0.00005, 9)
      for (const band of alternativeBands?.m?.y ?? [0]) expect(band).toBeCloseTo(0.0005 + 0.005, 4)
    }
  })

  it('are kept only where they are others than the truth’s', async () => {
    const keys = await keysOf('reference:\n  u: x / 3\n  y: 2 u\nmistakes:\n  m: { steps: { y: 2 u + 1 }, says: No }')
    for (const key of keys) expect(key.alternativeBands).toEqual({})
  })

  it('have the size of its value, where that has another shape', async () => {
    const answers = 'y: { points: 1, resizable: true }'
    const mistake = 'mistakes:\n  m: { steps: { y: "[x; x[1]] / 3" }, says: No }'
    const keys = await keysOf(`reference:\n  y: x / 3\n${mistake}`, answers)
    for (const key of keys) expect(key.alternativeBands?.m?.y).toHaveLength(3)
  })

  it('keep alternatives apart that its roundings would mix up', async () => {
    const lines = (gap: string) => `reference:
  u: x / 3
  y: u / 10
mistakes:
  m: { steps: { y: 10 u }, says: No }
  k: { steps: { y: 10 u + ${gap} }, says: No }`
    expect(await keysOf(lines('0.009'))).toHaveLength(4)
    // six bands of the truth, but less than one of what either leads to
    expect(await keysOf(lines('0.0035'))).toHaveLength(0)
  })

  it('keep an alternative away from the truth that its roundings could reach', async () => {
    const lines = (gap: string) => `reference:
  u: x / 3
  y: u / 10
mistakes:
  m: { steps: { y: u / 10 + 10 (u - x / 3) + ${gap} }, says: No }`
    expect(await keysOf(lines('0.009'))).toHaveLength(4)
    expect(await keysOf(lines('0.005'))).toHaveLength(0)
  })
})
