import { describe, expect, it } from 'vitest'
import { byAxes, permutedMessage } from './axes.ts'

describe('dimensions with names', () => {
  const axes = ['height', 'width', 'channels']

  it('are put into the order of the question', () => {
    expect(byAxes([32, 14, 15], ['C', 'H', 'W'], axes)).toEqual([14, 15, 32])
    expect(byAxes([32, 14, 15], ['Channels', 'HEIGHT', 'width'], axes)).toEqual([14, 15, 32])
  })

  it('stay as typed where there are no names, too few, or names of nothing', () => {
    expect(byAxes([1, 2, 3], null, axes)).toEqual([1, 2, 3])
    expect(byAxes([1, 2], ['H', 'W'], axes)).toEqual([1, 2])
    expect(byAxes([1, 2, 3], ['H', 'W', 'K'], axes)).toEqual([1, 2, 3])
    // more than a letter must be the whole name
    expect(byAxes([1, 2, 3], ['W', 'H', 'cha'], axes)).toEqual([1, 2, 3])
  })

  it('stay as typed where a name could be two axes', () => {
    expect(byAxes([1, 2], ['H', 'x'], ['height', 'hidden'])).toEqual([1, 2])
    expect(byAxes([7, 8], ['b', 'a'], ['a', 'b'])).toEqual([8, 7])
  })
})

describe('the right sizes in another order', () => {
  it('are told apart from other sizes', () => {
    expect(permutedMessage([3, 4], [4, 3], [])).toBe('These are the right sizes in another order.')
    expect(permutedMessage([3, 5], [4, 3], [])).toBeNull()
    expect(permutedMessage([3, 4], [3, 4], [])).toBeNull()
    expect(permutedMessage([3, 4, 1], [3, 4], [])).toBeNull()
    // sizes are compared as numbers: sorted as texts, 10 would come before 9
    expect(permutedMessage([9, 10], [10, 9], [])).toBe('These are the right sizes in another order.')
    expect(permutedMessage([1, 11], [11, 1], [])).toBe('These are the right sizes in another order.')
    expect(permutedMessage([3, 3, 4], [3, 4, 4], [])).toBeNull()
  })

  it('name the order that was asked for', () => {
    expect(permutedMessage([3, 4], [4, 3], ['rows', 'columns'])).toBe(
      'These are the right sizes in another order. The order asked for is (rows, columns).',
    )
  })

  it('name channels that came first, or last', () => {
    expect(permutedMessage([32, 14, 15], [14, 15, 32], [])).toBe(
      'These are the right sizes, but with channels first (C, H, W) where channels last (H, W, C) was asked for.',
    )
    expect(permutedMessage([14, 15, 32], [32, 14, 15], ['C', 'H', 'W'])).toBe(
      'These are the right sizes, but with channels last (H, W, C) where channels first (C, H, W) was asked for. The order asked for is (C, H, W).',
    )
    expect(permutedMessage([15, 14, 32], [14, 15, 32], [])).toBe('These are the right sizes in another order.')
    expect(permutedMessage([4, 1, 2, 3], [1, 2, 3, 4], [])).toBe('These are the right sizes in another order.')
  })

  it('do not speak of channels where a square may be turned either way', () => {
    // 14 × 14 × 32 as 32 × 14 × 14 is channels first; 32 × 32 × 14 as 14 × 32 × 32 too
    expect(permutedMessage([32, 14, 14], [14, 14, 32], [])).toBe('These are the right sizes in another order.')
    expect(permutedMessage([14, 14, 32], [32, 14, 14], [])).toBe('These are the right sizes in another order.')
  })
})
