import { describe, expect, it } from 'vitest'
import type { Batch, BatchRun, Executor } from '../../backends/executor.ts'
import type { Evidence } from './evidence.ts'
import { agreesWith } from './second-execution.ts'

/** Two points with two entries each. */
const expected = (value: number[], error = [0, 0, 0, 0]): Evidence => ({
  plan: { steps: [{ name: 'value' }] } as unknown as Evidence['plan'],
  rows: 2,
  parameters: { x: { shape: [], data: Float64Array.of(1, 2) } },
  value: Float64Array.from(value),
  error: Float64Array.from(error),
})

async function agrees(evidence: Evidence, found: number[] | null) {
  const batches: Batch[] = []
  const executor: Executor = {
    name: 'cpu',
    async run(_plan, batch): Promise<BatchRun> {
      batches.push(batch)
      return found ? { value: { shape: [2], data: Float64Array.from(found) } } : {}
    },
  }
  const says = await agreesWith(evidence, executor)
  expect(batches).toEqual([{ rows: 2, parameters: evidence.parameters }])
  return says
}

describe('a formula that a backend executes once more', () => {
  it('agrees where every value is what it should be, nearly', async () => {
    expect(await agrees(expected([1, 2, 3, 4]), [1, 2, 3, 4])).toBe(true)
    expect(await agrees(expected([0, 0, 0, 0]), [9e-7, 0, 0, -9e-7])).toBe(true)
    expect(await agrees(expected([0, 0, 0, 0]), [1.1e-6, 0, 0, 0])).toBe(false)
    expect(await agrees(expected([0, 0, 0, 0]), [0, 0, 0, -1.1e-6])).toBe(false)
  })

  it('may stray by thirty-two times what is expected of float32', async () => {
    const error = [0, 1e-3, 0, 0]
    expect(await agrees(expected([0, 0, 0, 0], error), [0, 0.0319, 0, 0])).toBe(true)
    expect(await agrees(expected([0, 0, 0, 0], error), [0, 0.0321, 0, 0])).toBe(false)
    expect(await agrees(expected([0, 0, 0, 0], error), [0.0319, 0, 0, 0])).toBe(false)
  })

  it('may stray for the sake of the largest entry at the same point', async () => {
    expect(await agrees(expected([1000, 0, 0, 0]), [1000, 0.0099, 0, 0])).toBe(true)
    expect(await agrees(expected([-1000, 0, 0, 0]), [-1000, 0.0099, 0, 0])).toBe(true)
    expect(await agrees(expected([0, 1000, 0, 0]), [0.0099, 1000, 0, 0])).toBe(true)
    expect(await agrees(expected([0, 0, 1000, 0]), [0, 0, 1000, 0.0099])).toBe(true)
    expect(await agrees(expected([1000, 0, 0, 0]), [1000, 0.0101, 0, 0])).toBe(false)
    expect(await agrees(expected([1000, 0, 0, 0]), [1000, 0, 0.0099, 0])).toBe(false)
    expect(await agrees(expected([0, 0, 1000, 0]), [0.0099, 0, 1000, 0])).toBe(false)
  })

  it('does not agree where it gives no number, or another size', async () => {
    expect(await agrees(expected([1, 2, 3, 4]), [1, Number.NaN, 3, 4])).toBe(false)
    expect(await agrees(expected([1, 2, 3, 4]), [1, 2, 3])).toBe(false)
    expect(await agrees(expected([1, 2, 3, 4]), null)).toBe(false)
  })

  it('may give anything where nothing can be expected, which makes no other value sure', async () => {
    const some = expected([Number.NaN, 2, 3, Number.NaN])
    expect(await agrees(some, [77, 2, 3, Number.NaN])).toBe(true)
    expect(await agrees(some, [77, 2.1, 3, 0])).toBe(false)
  })

  it('has a value', async () => {
    const none = { ...expected([1, 2, 3, 4]), plan: { steps: [] } as unknown as Evidence['plan'] }
    await expect(agreesWith(none, { name: 'cpu', run: async () => ({}) })).rejects.toThrow('without a value')
  })
})
