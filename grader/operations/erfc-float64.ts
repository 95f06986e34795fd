const twoOverRootPi = 2 / Math.sqrt(Math.PI)
// below it the series of erf converges fast and erfc = 1 - erf loses little; above it the continued fraction does
const border = 2

/** The error function to about 1e-16: its series near 0 (all terms of one sign), 1 - erfc further out. */
export function erf64(x: number): number {
  if (Number.isNaN(x)) return x
  const size = Math.abs(x)
  const value = size < border ? series(size) : 1 - fraction(size)
  return x < 0 ? -value : value
}

/** 1 - erf(x) with its relative precision kept in the right tail, where 1 - erf(x) would cancel. */
export function erfc64(x: number): number {
  if (Number.isNaN(x)) return x
  if (x < 0) return 2 - erfc64(-x)
  return x < 0.5 ? 1 - series(x) : fraction(x)
}

/** erf(x) = 2/√π e^(-x²) Σ 2ⁿ x^(2n+1) / (1·3·…·(2n+1)) */
function series(x: number): number {
  let term = x
  let sum = x
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= (2 * x * x) / (2 * n + 1)
    sum += term
  }
  return twoOverRootPi * Math.exp(-x * x) * sum
}

/** erfc(x) = e^(-x²)/√π · 1/(x + ½/(x + 1/(x + (3/2)/(x + …)))), from the back; the smaller x, the more terms. */
function fraction(x: number): number {
  if (x > 27.3) return 0
  const terms = Math.ceil(20 + 240 / (x * x))
  let tail = x
  for (let n = terms; n >= 1; n--) tail = x + n / 2 / tail
  return squareExponential(x) / (Math.sqrt(Math.PI) * tail)
}

/** e^(-x²) without the error of rounding x²: x is split so that the square of its head is exact. */
function squareExponential(x: number): number {
  const head = Math.fround(x)
  return Math.exp(-head * head) * Math.exp(-(x - head) * (x + head))
}
