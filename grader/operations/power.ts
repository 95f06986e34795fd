import { allInteger } from './check.ts'
import { binary } from './elementwise.ts'

export const power = binary({
  name: 'power',
  summary: 'The left entry to the power of the right one, entry by entry; 0^0 is 1.',
  example: 't^(-1/2)',
  // 0^0 is 1 and has the slope 0, as in torch
  gradient({ known: [, exponent] }) {
    const general = 'g .* x_2 .* x_1 .^ (x_2 - 1)'
    const flows: Record<number, string | null> = { 0: null, 1: 'g', 2: '2 g .* x_1' }
    const first = exponent === undefined ? `cases(0 if x_2 = 0, ${general})` : general
    return [
      exponent !== undefined && exponent in flows ? (flows[exponent] ?? null) : first,
      'cases(0 if x_1 = 0, g .* y .* ln(x_1))',
    ]
  },
  // an integer to a known power ≥ 0 stays one; 2^(-1) does not
  integers: (args, known) => allInteger(args) && (known[1] ?? -1) >= 0,
  float64: (a, b) => a ** b,
  tfjs: (tf, a, b) => tf.pow(a, b),
})
