import type { GoldenAdapter } from './golden.ts'
import { gates, overTime, sequenceOf, unroll } from './sequence.ts'

const order = ['i', 'f', 'g', 'o']

/** PyTorch's LSTM: input, forget, candidate and output gates one below the other. */
export const lstm: GoldenAdapter = (golden) => {
  const { length, rows, values } = sequenceOf(golden, ['h0', 'c0'])
  const before = (name: string, t: number) => (t === 1 ? `${name}0` : `${name}_${t - 1}`)
  const inner = (g: string, t: number) => `W_${g} x[${t}] + b_${g} + U_${g} ${before('h', t)} + d_${g}`
  return {
    rows,
    values: {
      ...values,
      ...gates(golden, 'w_ih', order, 'W'),
      ...gates(golden, 'w_hh', order, 'U'),
      ...gates(golden, 'b_ih', order, 'b'),
      ...gates(golden, 'b_hh', order, 'd'),
    },
    steps: unroll(length, (t) => ({
      [`i_${t}`]: `sigmoid(${inner('i', t)})`,
      [`f_${t}`]: `sigmoid(${inner('f', t)})`,
      [`g_${t}`]: `tanh(${inner('g', t)})`,
      [`o_${t}`]: `sigmoid(${inner('o', t)})`,
      [`c_${t}`]: `f_${t} .* ${before('c', t)} + i_${t} .* g_${t}`,
      [`h_${t}`]: `o_${t} .* tanh(c_${t})`,
    })),
    outputs: {
      h_last: (steps) => steps(`h_${length}`),
      c_last: (steps) => steps(`c_${length}`),
      h: overTime('h', length),
      c: overTime('c', length),
    },
  }
}
