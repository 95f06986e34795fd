type Known = readonly (number | undefined)[]

const folds: Record<string, (...values: number[]) => number> = {
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
  power: (a, b) => a ** b,
  negate: (a) => -a,
  floor: Math.floor,
  ceil: Math.ceil,
  abs: Math.abs,
  sign: Math.sign,
  min: Math.min,
  max: Math.max,
  mod: (a, b) => a - b * Math.floor(a / b),
}

/** The value of an operation on scalars that are known before anything runs; undefined where it cannot be known. */
export function fold(operation: string, values: Known): number | undefined {
  const compute = Object.hasOwn(folds, operation) ? folds[operation] : undefined
  if (!compute || values.length === 0) return undefined
  const numbers = values.filter((value) => value !== undefined)
  if (numbers.length < values.length) return undefined
  const result = compute(...numbers)
  return Number.isFinite(result) ? result : undefined
}
