import { erf64, erfc64 } from '../../operations/erfc-float64.ts'

/** A function of one number with the relative error of its float64 value, in units of the last place. */
interface ScalarFunction {
  value(x: number): number
  units: number
}

/** What float64 knows to compute; the other functions are built from these. */
export const scalarFunctions: Readonly<Record<string, ScalarFunction>> = {
  exp: { value: Math.exp, units: 4 },
  log: { value: Math.log, units: 4 },
  ln: { value: Math.log, units: 4 },
  sqrt: { value: Math.sqrt, units: 1 },
  sin: { value: Math.sin, units: 4 },
  cos: { value: Math.cos, units: 4 },
  tan: { value: Math.tan, units: 6 },
  sinh: { value: Math.sinh, units: 6 },
  cosh: { value: Math.cosh, units: 6 },
  tanh: { value: Math.tanh, units: 6 },
  sigmoid: { value: (x) => (x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x))), units: 8 },
  softplus: { value: (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))), units: 8 },
  erf: { value: erf64, units: 64 },
  Phi: { value: (x) => erfc64(-x / Math.SQRT2) / 2, units: 128 },
  phi: { value: (x) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI), units: 64 },
}
