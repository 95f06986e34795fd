import { type Arithmetic, NotExact } from './arithmetic.ts'

/**
 * n/d with d > 0, in lowest terms only where it would grow long otherwise. d = 0 marks no number: n = 0 outside a
 * domain, n = 1 a division by zero.
 */
export interface Rational {
  n: bigint
  d: bigint
}

/** No numerator or denominator may need more bits. */
const mostBits = 8192n
const bound = 1n << mostBits
const outside: Rational = { n: 0n, d: 0n }
const pole: Rational = { n: 1n, d: 0n }

/** What may still be spent on long numbers. */
export interface Work {
  left: number
}

/** Exact arithmetic. Where the work is used up, and for anything irrational, NotExact is thrown. */
export function rationalArithmetic(work: Work): Arithmetic<Rational> {
  const make = (n: bigint, d: bigint): Rational => {
    if (d === 0n) return pole
    if (d === 1n) return checked(n, d)
    if (d > 0n && d < small && n < small && n > -small) return { n, d }
    return checked(...lowest(n, d))
  }
  const checked = (n: bigint, d: bigint): Rational => {
    if (n > small || n < -small || d > small) {
      if (n > bound || n < -bound || d > bound) throw new NotExact('too many digits')
      // Reducing a fraction of b bits takes about b steps, each longer for longer numbers.
      const length = bits(n) + bits(d)
      work.left -= length * (1 + length / 2000)
      if (work.left < 0) throw new NotExact('too much work')
    }
    return { n, d }
  }
  const both = (a: Rational, b: Rational, compute: () => Rational): Rational => {
    if (a.d === 0n) return a
    return b.d === 0n ? b : compute()
  }
  return {
    number: fromNumber,
    add: (a, b) =>
      both(a, b, () => (a.d === 1n && b.d === 1n ? checked(a.n + b.n, 1n) : make(a.n * b.d + b.n * a.d, a.d * b.d))),
    subtract: (a, b) =>
      both(a, b, () => (a.d === 1n && b.d === 1n ? checked(a.n - b.n, 1n) : make(a.n * b.d - b.n * a.d, a.d * b.d))),
    multiply: (a, b) => both(a, b, () => make(a.n * b.n, a.d * b.d)),
    divide: (a, b) => both(a, b, () => make(a.n * b.d, a.d * b.n)),
    power: (a, b) =>
      both(a, b, () => {
        const [exponent, one] = lowest(b.n, b.d)
        if (one !== 1n) throw new NotExact('a root')
        const size = exponent < 0n ? -exponent : exponent
        if (BigInt(Math.ceil(bits(a.n) + bits(a.d))) * size > mostBits * 2n) throw new NotExact('a large power')
        return exponent < 0n ? make(a.d ** size, a.n ** size) : make(a.n ** size, a.d ** size)
      }),
    floor: (a) => (a.d === 0n ? a : { n: floorDivide(a.n, a.d), d: 1n }),
    apply(name) {
      throw new NotExact(name)
    },
    compare(a, b) {
      if (a.d === 0n || b.d === 0n) return null
      const [left, right] = [a.n * b.d, b.n * a.d]
      return left < right ? -1 : left > right ? 1 : 0
    },
    either: (a) => a,
    unknown: outside,
    outside,
    state: (a) => (a.d !== 0n ? 'number' : a.n === 0n ? 'domain' : 'pole'),
  }
}

/** The decimal a double is written as: 0.1 is 1/10. Doubles that are binary fractions with few bits are themselves. */
export function fromNumber(value: number): Rational {
  if (Number.isInteger(value)) return { n: BigInt(value), d: 1n }
  if (!Number.isFinite(value)) return outside
  const [mantissa = '0', exponent = '0'] = String(value).split('e')
  const [whole = '0', fraction = ''] = mantissa.split('.')
  const scale = Number(exponent) - fraction.length
  const digits = BigInt(whole + fraction)
  const d = 10n ** BigInt(-scale)
  const divisor = gcd(digits < 0n ? -digits : digits, d)
  return { n: digits / divisor, d: d / divisor }
}

export function toNumber({ n, d }: Rational): number {
  return d === 0n ? Number.NaN : Number(n) / Number(d)
}

/** The same number in lowest terms, with a positive denominator. */
function lowest(n: bigint, d: bigint): [bigint, bigint] {
  const divisor = gcd(n < 0n ? -n : n, d < 0n ? -d : d)
  return d < 0n ? [-n / divisor, -d / divisor] : [n / divisor, d / divisor]
}

const small = 1n << 62n
const safe = BigInt(Number.MAX_SAFE_INTEGER)

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b]
  while (x > safe || y > safe) {
    if (y === 0n) return x
    ;[x, y] = [y, x % y]
  }
  let [p, q] = [Number(x), Number(y)]
  while (q !== 0) [p, q] = [q, p % q]
  return BigInt(p)
}

function floorDivide(n: bigint, d: bigint): bigint {
  const quotient = n / d
  return n < 0n && quotient * d !== n ? quotient - 1n : quotient
}

function bits(n: bigint): number {
  return n > -small && n < small ? 64 : n.toString(16).length * 4
}
