import { planOf } from '../backends/plan-of.ts'
import type { Plan } from '../language/plan.ts'

export interface BenchProgram {
  name: string
  /** rows of a batch: about what a class hands in for one question, fewer where a row is heavy */
  rows: number
  plan: Plan
}

/** Four references of the size an exam asks for. */
export function benchPrograms(): BenchProgram[] {
  const gate = { W_o: [3, 3], U_o: [3, 2], b_o: [3], W_i: [3, 3], U_i: [3, 2], b_i: [3], W: [3, 3], U: [3, 2], b: [3] }
  const step = {
    o: 'sigmoid(W_o s + U_o x + b_o)',
    i: 'sigmoid(W_i s + U_i x + b_i)',
    c: 'sigmoid(W (o .* s) + U x + b)',
    s_next: '(1 - i) .* s + i .* c',
  }
  return [
    { name: 'GRU step, 3 units', rows: 2000, plan: planOf(step, { x: [2], s: [3], ...gate }) },
    {
      name: 'conv 3×8×8 → 4, 3×3',
      rows: 300,
      plan: planOf({ y: 'conv2d(x, w, 1, 1)' }, { x: [3, 8, 8], w: [4, 3, 3, 3] }),
    },
    {
      name: 'max-pool gradient 8×8',
      rows: 1000,
      plan: planOf({ gx: 'maxpool_grad(x, g, 2, 2)' }, { x: [8, 8], g: [4, 4] }),
    },
    {
      name: 'attention 8×16',
      rows: 1000,
      plan: planOf({ y: 'attention(Q, K, V)' }, { Q: [8, 16], K: [8, 16], V: [8, 16] }),
    },
  ]
}
