import { describe, expect, it } from 'vitest'
import type { StoredTensor } from '../../../grader/question/variant.ts'
import type { PartOfVariant } from './answer.ts'
import { relationOf } from './relation.ts'

const number = (value: number): StoredTensor => ({ shape: [], data: [value] })
const vector = (...data: number[]): StoredTensor => ({ shape: [data.length], data })
const matrix = (rows: number, ...data: number[]): StoredTensor => ({ shape: [rows, data.length / rows], data })

function variant(expected: StoredTensor, more: Partial<PartOfVariant> = {}): PartOfVariant {
  const steps = { y: expected, other: vector(7.5, 8.25), count: number(41) }
  return { seed: 's', step: 'y', bands: [0.005], steps, params: { x: vector(0.3, -0.9) }, arrangement: [], ...more }
}
const key = (given: StoredTensor, of: PartOfVariant) => relationOf(given, of)?.key ?? null

describe('how a wrong value stands to what was expected', () => {
  const expected = vector(0.412, -1.731)
  it.each([
    ['the value of another step', vector(7.5, 8.251), 'relation:step:other'],
    ['a parameter as it was given', vector(0.3, -0.9), 'relation:parameter:x'],
    ['the other sign', vector(-0.412, 1.73), 'relation:negated:'],
    ['another order', vector(-1.731, 0.412), 'relation:reordered:'],
    ['twice as much', vector(0.824, -3.462), 'relation:factor:2'],
    ['a root of two', vector(0.412 / Math.SQRT2, -1.731 / Math.SQRT2), 'relation:factor:1/√2'],
    ['a factor that nobody named', vector(0.412 * 1.37, -1.731 * 1.37), 'relation:factor:1.4'],
    ['one more everywhere', vector(1.412, -0.731), 'relation:distance:+1'],
    ['zero everywhere', vector(0, 0), 'relation:constant:0'],
    ['another shape', number(3), 'relation:shape:'],
    ['nothing', vector(0.9, 0.2), null],
  ])('%s', (_name, given, found) => expect(key(given, variant(expected))).toBe(found))

  it('is the same for two students whose numbers differ', () => {
    const one = variant(matrix(2, 1.5, 2.25, -3.125, 4))
    const two = variant(matrix(2, -0.75, 6.5, 2.875, 1.25))
    const turned = [matrix(2, 1.5, -3.125, 2.25, 4), matrix(2, -0.75, 2.875, 6.5, 1.25)] as const
    expect(key(turned[0], one)).toBe('relation:transposed:')
    expect(key(turned[1], two)).toBe(key(turned[0], one))
    const half = (of: PartOfVariant) => key(number((of.steps.y?.data[0] ?? 0) / 2), of)
    expect(half(variant(number(3.7)))).toBe('relation:factor:1/2')
    expect(half(variant(number(-12.4)))).toBe(half(variant(number(3.7))))
  })

  it('is not made up where the band is wide, or a number could be anything', () => {
    expect(key(number(0.02), variant(number(0.01)))).toBeNull()
    expect(key(number(3.9), variant(number(2.9)))).toBeNull()
    expect(key(number(4), variant(number(3), { bands: [0] }))).toBe('relation:distance:+1')
    expect(key(number(1), variant(number(3), { step: null }))).toBeNull()
  })
})
