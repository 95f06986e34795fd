import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RawAnswer } from '../answers/raw-answer.ts'
import { cellsWithin, partialShare } from './partial-credit.ts'
import { readComputed } from './reading.ts'
import { desk, fieldOf } from './testing/desk.ts'
import { maxPool } from './testing/questions.ts'
import { typed, work } from './testing/student.ts'

const { variant, key, grade } = desk(maxPool, 'pool')
const truth = key.expected.dh?.data ?? []
const grid = (values: (number | string)[]): RawAnswer => ({ kind: 'tensor', shape: [4, 4], cells: values.map(String) })
const score = async (values: (number | string)[]) => fieldOf(await grade({ dh: grid(values) }), 'dh').score

describe('a grid whose right answer is mostly zeros', () => {
  it('is worth all when all is right', async () => {
    expect(await score(truth)).toBe(1)
  })

  it('is worth nothing when all is zero, or blank, or one value', async () => {
    expect(await score(truth.map(() => 0))).toBe(0)
    expect(await score(truth.map(() => ''))).toBe(0)
    for (const value of truth) expect(await score(truth.map(() => value))).toBe(0)
    expect(await score([0, ...Array(15).fill('')])).toBe(0)
  })

  it('counts only what goes beyond the zeros', async () => {
    const peaks = truth.flatMap((value, k) => (value === 0 ? [] : [k]))
    expect(peaks).toHaveLength(4)
    expect(await score(truth.map((value, k) => (k === peaks[0] ? value : 0)))).toBeCloseTo(1 / 4)
    expect(await score(truth.map((value, k) => (k === peaks[0] ? 0 : value)))).toBeCloseTo(3 / 4)
  })

  it('still names the mistake', async () => {
    const spread = await grade(typed(maxPool, variant, work(maxPool, variant, { alternative: 'spread' })))
    expect(fieldOf(spread, 'dh')).toMatchObject({ verdict: 'mistake', score: 0.5, named: { id: 'spread' } })
  })
})

describe('partialShare', () => {
  const share = (value: number[], cells: string[]) => {
    const tensor = { shape: [value.length], data: value }
    const field = {
      name: 'y',
      label: 'y',
      points: 1,
      after: [],
      line: 1,
      column: 1,
      kind: 'tensor' as const,
      step: 'y',
      decimals: 2,
      resizable: false,
    }
    const reading = readComputed(field, { kind: 'tensor', shape: [value.length], cells }, [value.length])
    const bands = value.map(() => 0.005)
    return partialShare(reading, cellsWithin(reading, tensor, bands), tensor, bands)
  }

  it('takes one cell for one blank', () => {
    expect(share([1.5, 2.5, 3.5], ['1.5', '', '3.5'])).toBeCloseTo(2 / 3)
    expect(share([1.5, 1.5, 3.5, 4.5], ['1.5', '', '3.5', '4.5'])).toBeCloseTo(3 / 4)
    expect(share([1.5, 2.5], ['1.5', ''])).toBeCloseTo(1 / 2)
  })

  it('pays nothing for a mask of ones', () => {
    expect(share([0, 1, 1, 1, 0], ['1', '1', '1', '1', '1'])).toBe(0)
    expect(share([0, 1, 1, 1, 0], ['0', '1', '1', '1', '1'])).toBeCloseTo(1 / 2)
  })

  it('pays for right cells that are all alike because the right answer is', () => {
    expect(share([1, 1, 1], ['1', '1', ''])).toBeCloseTo(2 / 3)
  })

  it('never pays for a constant, and never more than the right cells are worth', () => {
    const value = fc
      .array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 8 })
      .filter((all) => new Set(all).size > 1)
    fc.assert(
      fc.property(
        value,
        fc.integer({ min: 0, max: 3 }),
        (all, n) =>
          share(
            all,
            all.map(() => String(n)),
          ) === 0,
      ),
      { seed: 1 },
    )
    const both = value.chain((all) =>
      fc.tuple(
        fc.constant(all),
        fc.array(fc.constantFrom('', '0', '1', '2', 'x'), { minLength: all.length, maxLength: all.length }),
      ),
    )
    fc.assert(
      fc.property(
        both,
        ([all, cells]) => share(all, cells) <= all.filter((n, k) => cells[k] === String(n)).length / all.length + 1e-12,
      ),
      { seed: 2 },
    )
  })
})
