import { describe, expect, it } from 'vitest'
import type { Alternative } from '../question/definition.ts'
import { explain } from './naming.ts'
import type { Reading } from './reading.ts'

const alternative = (id: string, earns = 0): Alternative => ({
  id,
  kind: 'mistake',
  steps: [],
  says: id,
  earns,
  line: 1,
  column: 1,
})
const tensor = (...data: number[]) => ({ shape: [data.length], data })
const read = (...values: number[]): Reading => ({
  state: 'read',
  shape: [values.length],
  values,
  cells: values.map(() => 'filled'),
  decimals: values.map(() => 2),
  message: null,
})
const undecided = () => 0
const truth = tensor(1, 2)
const bands = [0.01, 0.01]
const named = (
  reading: Reading,
  values: Record<string, number[]>,
  evidence = undecided as (a: Alternative) => number,
) =>
  explain(
    reading,
    truth,
    bands,
    Object.entries(values).map(([id, data], k) => ({
      alternative: alternative(id, 0.1 * (k + 1)),
      value: tensor(...data),
    })),
    evidence,
    0.005,
  )

describe('naming', () => {
  it('names what has the value, within its band', () => {
    expect(named(read(1.5, 2.5), { a: [1.5, 2.5], b: [3, 3] })).toMatchObject({ named: { id: 'a' }, earns: 0.1 })
    expect(named(read(1.509, 2.5), { a: [1.5, 2.5] })).toMatchObject({ named: { id: 'a' } })
    expect(named(read(1.52, 2.5), { a: [1.5, 2.5] })).toBe(null)
    expect(named(read(1.5, 2), { a: [1.5, 2.5] })).toBe(null)
  })

  it('names nothing that is hardly farther from the truth', () => {
    expect(named(read(1.012, 2), { a: [1.02, 2] })).toBe(null)
    expect(named(read(1.02, 2), { a: [1.02, 2] })).toMatchObject({ named: { id: 'a' } })
  })

  it('reaches a little farther than the band, for a mistake may pass roundings on more strongly', () => {
    expect(named(read(1.064, 2), { a: [1.05, 2] })).toMatchObject({ named: { id: 'a' } })
    expect(named(read(1.066, 2), { a: [1.05, 2] })).toBe(null)
  })

  it('names nothing where two mistakes are as near, and pays the smaller share', () => {
    expect(named(read(1.505, 2.5), { a: [1.5, 2.5], b: [1.51, 2.5] })).toEqual({ named: null, earns: 0.1 })
    expect(named(read(1.5, 2.5), { a: [1.5, 2.5], b: [1.5, 2.5] })).toEqual({ named: null, earns: 0.1 })
  })

  it('names the nearer of two where one is clearly nearer', () => {
    expect(named(read(1.5, 2.5), { a: [1.508, 2.5], b: [1.5, 2.5] })).toMatchObject({ named: { id: 'b' } })
  })

  it('lets the other answers decide between mistakes that look alike here', () => {
    expect(named(read(1.5, 2.5), { a: [1.5, 2.5], b: [1.5, 2.5] }, ({ id }) => (id === 'b' ? 1 : -1))).toMatchObject({
      named: { id: 'b' },
    })
  })

  it('takes a value of another shape for what it is', () => {
    expect(
      explain(
        read(4, 5, 6),
        truth,
        bands,
        [{ alternative: alternative('longer'), value: tensor(4, 5, 6) }],
        undecided,
        0,
      ),
    ).toMatchObject({ named: { id: 'longer' } })
  })

  it('matches a mistake that is not exact to the decimals that were asked for', () => {
    const candidates = [{ alternative: alternative('mean'), value: tensor(1.25, 3.75) }]
    expect(explain(read(1, 4), tensor(2, 9), [0, 0], candidates, undecided, 0.5)).toMatchObject({
      named: { id: 'mean' },
    })
    expect(explain(read(1, 5), tensor(2, 9), [0, 0], candidates, undecided, 0.5)).toBe(null)
    expect(
      explain(
        read(4, 4),
        tensor(2, 9),
        [0, 0],
        [{ alternative: alternative('exact'), value: tensor(4, 5) }],
        undecided,
        0.5,
      ),
    ).toBe(null)
  })
})
