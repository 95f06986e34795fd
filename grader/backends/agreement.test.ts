import { describe, expect, it } from 'vitest'
import { agrees, compareRuns } from './agreement.ts'
import { planOf } from './plan-of.ts'

describe('agrees', () => {
  it('allows float32 rounding, also of a small entry beside a large one', () => {
    expect(agrees([1, 300, 0.002], [1.0000001, 300.00002, 0.00202])).toBe(true)
  })

  it('notices an entry that is off by more', () => {
    expect(agrees([1, 2, 3], [1, 2.01, 3])).toBe(false)
    expect(agrees([0, 0], [0, 1e-4])).toBe(false)
  })

  it('never holds for what is not finite, nor for another length', () => {
    expect(agrees([Number.NaN], [Number.NaN])).toBe(false)
    expect(agrees([Infinity], [Infinity])).toBe(false)
    expect(agrees([Infinity], [1])).toBe(false)
    expect(agrees([1], [Number.NaN])).toBe(false)
    expect(agrees([Number.NaN], [1])).toBe(false)
    expect(agrees([1], [])).toBe(false)
  })

  it('never holds for what float32 cannot hold, even where both executions are float64', () => {
    expect(agrees([3e38], [3e38])).toBe(true)
    expect(agrees([1e300], [1e300])).toBe(false)
  })
})

describe('compareRuns', () => {
  it('tells per step and row where the executions part', () => {
    const plan = planOf({ a: 'x', b: '2 x' }, { x: [] })
    const tensor = (...data: number[]) => ({ shape: [], data: Float64Array.from(data) })
    const found = compareRuns(plan, { a: tensor(1, 2), b: tensor(2, 4) }, { a: tensor(1, 2), b: tensor(2, 5) })
    expect(found.a).toEqual({ deviation: 0, agrees: true, rows: [true, true] })
    expect(found.b).toEqual({ deviation: 1, agrees: false, rows: [true, false] })
    expect(compareRuns(plan, { a: tensor(1) }, {}).a?.agrees).toBe(false)
  })
})
