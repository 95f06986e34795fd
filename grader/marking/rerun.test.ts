import { describe, expect, it } from 'vitest'
import type { Batch, BatchRun, Executors } from '../backends/executor.ts'
import { planOf } from '../backends/plan-of.ts'
import type { Variant } from '../question/variant.ts'
import { type Run, rerun, rerunInFloat64 } from './rerun.ts'
import { paperExecutors } from './testing/desk.ts'

const plan = planOf({ a: '2 x', b: 'a + n' }, { x: [2], n: [] })

const runOf = (x: number[], overrides?: Record<string, number[]>): Run => ({
  variant: { params: { x: { shape: [2], data: x }, n: { shape: [], data: [1] } } } as unknown as Variant,
  ...(overrides ? { overrides: new Map(Object.entries(overrides)) } : {}),
})

/** What each executor was asked; the second one gives it as it is changed here. */
function asked(change: (run: BatchRun) => BatchRun = (run) => run) {
  const { float64, tfjs, choice } = paperExecutors()
  const batches: Record<'float64' | 'tfjs', Batch[]> = { float64: [], tfjs: [] }
  const executors: Executors = {
    choice,
    float64: {
      name: 'float64',
      run: (of, batch) => {
        batches.float64.push(batch)
        return float64.run(of, batch)
      },
    },
    tfjs: {
      name: 'cpu',
      run: async (of, batch) => {
        batches.tfjs.push(batch)
        return change(await tfjs.run(of, batch))
      },
    },
  }
  return { batches, executors }
}

describe('many rows executed as one batch', () => {
  it('come back row by row', async () => {
    const { batches, executors } = asked()
    const results = await rerun(plan, [runOf([1, 2]), runOf([3, 4])], executors)
    expect(results.map(({ value }) => value('a'))).toEqual([
      [2, 4],
      [6, 8],
    ])
    expect(results[1]?.value('b')).toEqual([7, 9])
    expect(results.map(({ certain }) => certain('b'))).toEqual([true, true])
    expect(batches.float64).toHaveLength(1)
    expect(batches.tfjs).toEqual(batches.float64)
    expect(batches.float64[0]).toMatchObject({ rows: 2, parameters: { x: { shape: [2] }, n: { shape: [] } } })
  })

  it('have own values in place of steps, each row its own', async () => {
    const { batches, executors } = asked()
    const results = await rerun(plan, [runOf([1, 2], { a: [10, Number.NaN] }), runOf([3, 4])], executors)
    expect(results.map(({ value }) => value('b'))).toEqual([
      [11, 5],
      [7, 9],
    ])
    expect(Object.keys(batches.float64[0]?.overrides ?? {})).toEqual(['a'])
  })

  it('leave out own values of another size, and of steps that there are not', async () => {
    const { executors } = asked()
    const [only] = await rerun(plan, [runOf([1, 2], { a: [1, 2, 3], z: [1, 2] })], executors)
    expect(only?.value('b')).toEqual([3, 5])
  })

  it('are certain where the second execution agrees, row by row', async () => {
    const { executors } = asked(({ a, ...rest }) => ({ ...rest, a: { shape: [2], data: Float64Array.of(2, 4, 6, 9) } }))
    const results = await rerun(plan, [runOf([1, 2]), runOf([3, 4])], executors)
    expect(results.map(({ certain }) => certain('a'))).toEqual([true, false])
    expect(results.map(({ certain }) => certain('b'))).toEqual([true, true])
    expect(results[0]?.certain('z')).toBe(false)
    expect(results[0]?.value('z')).toBeNull()
  })

  it('are not executed where there are none', async () => {
    const { batches, executors } = asked()
    expect(await rerun(plan, [], executors)).toEqual([])
    expect(await rerunInFloat64(plan, [], executors)).toEqual([])
    expect(batches).toEqual({ float64: [], tfjs: [] })
  })

  it('are not certain where one execution alone is asked', async () => {
    const { batches, executors } = asked()
    const [only] = await rerunInFloat64(plan, [runOf([1, 2], { a: [5, 6] })], executors)
    expect(only?.value('b')).toEqual([6, 7])
    expect(only?.certain('b')).toBe(false)
    expect(batches.tfjs).toEqual([])
  })
})
