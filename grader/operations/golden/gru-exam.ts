import { type GoldenAdapter, input, type RowValues } from './golden.ts'
import { overTime, sequenceOf, unroll } from './sequence.ts'

const weights = { W_o: 'Wo', U_o: 'Uo', W_i: 'Wi', U_i: 'Ui', W: 'W', U: 'U', b_o: 'bo', b_i: 'bi', b: 'b' }

/** The gated unit whose output gate o acts on the state before the product, with a sigmoid candidate. */
export const gruExam: GoldenAdapter = (golden) => {
  const { length, rows, values } = sequenceOf(golden, ['s0'])
  const shared = Object.entries(weights).map(([name, from]): [string, RowValues] => [name, input(golden, from)])
  const before = (t: number) => (t === 1 ? 's0' : `s_${t - 1}`)
  return {
    rows,
    values: { ...values, ...Object.fromEntries(shared) },
    steps: unroll(length, (t) => ({
      [`o_${t}`]: `sigmoid(W_o ${before(t)} + U_o x[${t}] + b_o)`,
      [`i_${t}`]: `sigmoid(W_i ${before(t)} + U_i x[${t}] + b_i)`,
      [`c_${t}`]: `sigmoid(W (o_${t} .* ${before(t)}) + U x[${t}] + b)`,
      [`s_${t}`]: `(1 - i_${t}) .* ${before(t)} + i_${t} .* c_${t}`,
    })),
    outputs: {
      s_last: (steps) => steps(`s_${length}`),
      o: overTime('o', length),
      i: overTime('i', length),
      cand: overTime('c', length),
      s: overTime('s', length),
    },
  }
}
