/** Draws that come out the same for the same seed. */
export interface Draw {
  chance(share: number): boolean
  /** 0 … n − 1 */
  below(n: number): number
  one<T>(of: readonly T[]): T
}

/** mulberry32, by T. Ettinger: small and good enough to make up a class. */
export function drawing(seed: number): Draw {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (n: number) => Math.floor(next() * n)
  return {
    chance: (share) => next() < share,
    below,
    one: (of) => {
      const drawn = of[below(of.length)]
      if (drawn === undefined) throw new Error('Nothing to draw from.')
      return drawn
    },
  }
}
