import { createHash } from 'node:crypto'

/** Whole numbers without bias, the same on every machine. */
export interface Random {
  /** a whole number from 0 to count − 1; count ≤ 2^32 */
  below(count: number): number
}

/**
 * xoshiro128** (Blackman and Vigna, 2018), its state the first 128 bits of the SHA-256 of a text: what is drawn depends
 * on the text alone.
 */
export function randomFrom(text: string): Random {
  const digest = createHash('sha256').update(text, 'utf8').digest()
  let [a, b, c, d] = [0, 4, 8, 12].map((offset) => digest.readUInt32LE(offset)) as [number, number, number, number]
  if ((a | b | c | d) === 0) a = 1
  const next = (): number => {
    const scrambled = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotate(d, 11)
    return scrambled
  }
  return {
    below(count) {
      if (!Number.isInteger(count) || count < 1 || count > 2 ** 32) throw new RangeError(`cannot draw below ${count}`)
      const limit = 2 ** 32 - (2 ** 32 % count)
      for (;;) {
        const value = next()
        if (value < limit) return value % count
      }
    },
  }
}

function rotate(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by))
}

/** A random order of 0 … count − 1 (Fisher and Yates). */
export function shuffled(count: number, random: Random): number[] {
  const order = Array.from({ length: count }, (_, k) => k)
  for (let k = count - 1; k > 0; k--) {
    const other = random.below(k + 1)
    const held = order[k] as number
    order[k] = order[other] as number
    order[other] = held
  }
  return order
}
