import type { GoldenAdapter } from './golden.ts'
import { gates, overTime, sequenceOf, unroll } from './sequence.ts'

const order = ['r', 'z', 'n']

/** PyTorch's unit resets after the product; Cho's (`q` here) before it, and swaps z and 1 - z. */
export const gruTorch: GoldenAdapter = (golden) => {
  const { length, rows, values } = sequenceOf(golden, ['h0'])
  const before = (name: string, t: number) => (t === 1 ? 'h0' : `${name}_${t - 1}`)
  const gate = (g: string, t: number, state: string) => `sigmoid(W_${g} x[${t}] + b_${g} + U_${g} ${state} + c_${g})`
  return {
    rows,
    values: {
      ...values,
      ...gates(golden, 'w_ih', order, 'W'),
      ...gates(golden, 'w_hh', order, 'U'),
      ...gates(golden, 'b_ih', order, 'b'),
      ...gates(golden, 'b_hh', order, 'c'),
    },
    steps: unroll(length, (t) => {
      const [h, q] = [before('h', t), before('q', t)]
      return {
        [`r_${t}`]: gate('r', t, h),
        [`z_${t}`]: gate('z', t, h),
        [`n_${t}`]: `tanh(W_n x[${t}] + b_n + r_${t} .* (U_n ${h} + c_n))`,
        [`h_${t}`]: `(1 - z_${t}) .* n_${t} + z_${t} .* ${h}`,
        [`v_${t}`]: gate('r', t, q),
        [`y_${t}`]: gate('z', t, q),
        [`m_${t}`]: `tanh(W_n x[${t}] + b_n + U_n (v_${t} .* ${q}) + c_n)`,
        [`q_${t}`]: `y_${t} .* ${q} + (1 - y_${t}) .* m_${t}`,
      }
    }),
    outputs: {
      h_last: (steps) => steps(`h_${length}`),
      cho_h_last: (steps) => steps(`q_${length}`),
      h: overTime('h', length),
    },
  }
}
