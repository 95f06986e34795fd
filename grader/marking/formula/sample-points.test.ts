import { describe, expect, it } from 'vitest'
import { drawSizes } from './formula-symbols.ts'
import { samplePoints } from './sample-points.ts'
import { seeded } from './seeded.ts'

const scalar = (name: string, low: number, high: number, integer = false) => ({
  name,
  shape: [],
  domain: { low, high, integer },
})

function take(count: number, ...given: Parameters<typeof samplePoints>) {
  const points = samplePoints(...given)
  return Array.from({ length: count }, () => points.next().value)
}

describe('samplePoints', () => {
  const symbols = [scalar('t', 1, 20, true), scalar('T', 5, 30, true), scalar('x', 0.05, 4)]
  const points = take(60, symbols, new Map(), [0, 3], seeded('points'))
  const value = (point: (typeof points)[number], name: string) => point?.values.get(name)?.data[0] ?? Number.NaN

  it('stays in the ranges', () => {
    for (const point of points) {
      for (const { name, domain } of symbols) {
        expect(value(point, name)).toBeGreaterThanOrEqual(domain.low)
        expect(value(point, name)).toBeLessThanOrEqual(domain.high)
        if (domain.integer) expect(Number.isInteger(value(point, name))).toBe(true)
      }
    }
  })

  it('looks at coincidences, ends and the constants of the formulas', () => {
    const special = points.filter((point) => point?.special)
    expect(special.some((point) => value(point, 't') === value(point, 'T'))).toBe(true)
    expect(special.some((point) => value(point, 't') === 1 && value(point, 'T') === 5)).toBe(true)
    expect(special.some((point) => value(point, 'x') === 3)).toBe(true)
  })

  it('draws the same points for the same seed', () => {
    const again = take(60, symbols, new Map(), [0, 3], seeded('points'))
    expect(again).toEqual(points)
    expect(take(60, symbols, new Map(), [0, 3], seeded('others'))).not.toEqual(points)
  })
})

describe('drawSizes', () => {
  it('gives different letters different sizes, and others in the second draw', () => {
    const tensor = { name: 'W', shape: ['d', 'k', 4], domain: { low: 0, high: 1, integer: false } }
    const [first, second] = [drawSizes([tensor], 0), drawSizes([tensor], 1)]
    expect(new Set([...first.values(), 1, 4]).size).toBe(4)
    expect(new Set([...second.values(), 1, 4]).size).toBe(4)
    for (const letter of ['d', 'k']) expect(first.get(letter)).not.toBe(second.get(letter))
  })
})
