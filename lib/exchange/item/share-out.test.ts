import fc from 'fast-check'
import { expect, it } from 'vitest'
import { shareAlike, shareOut } from './share-out.ts'

it('shares points out and loses none', () => {
  expect(shareAlike(1, 3)).toEqual([0.34, 0.33, 0.33])
  expect(shareAlike(2, 4)).toEqual([0.5, 0.5, 0.5, 0.5])
  expect(shareOut(4, [1, 2, 1, 1])).toEqual([0.8, 1.6, 0.8, 0.8])
  expect(shareOut(1, [2, 1])).toEqual([0.67, 0.33])
  expect(shareOut(1, [0, 0])).toEqual([0.5, 0.5])
  expect(shareAlike(0.3333, 1)).toEqual([0.3333])
  expect(shareAlike(0.01, 3)).toEqual([0.01, 0.01, 0.01])
})

it('keeps the sum of any points', () => {
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 10_000 }), fc.integer({ min: 2, max: 90 }), (hundredths, among) => {
      const shares = shareAlike(hundredths / 100, among)
      expect(Math.round(shares.reduce((sum, share) => sum + share * 100, 0))).toBe(hundredths)
      expect(Math.max(...shares) - Math.min(...shares)).toBeLessThan(0.011)
    }),
    { seed: 70, numRuns: 200 },
  )
})
