import { sizeOf } from '../language/types.ts'
import { compareRuns } from './agreement.ts'
import type { Batch, Executor } from './executor.ts'
import { runFloat64 } from './float64.ts'
import { planOf } from './plan-of.ts'

const shapes = { x: [2, 5, 5], w: [2, 2, 3, 3], h: [4, 4], g: [2, 2], Q: [2, 3], K: [4, 3], V: [4, 2], v: [4] }

/** What a backend is most likely to get wrong: batched products, windows, an all-negative max-pool with a tie, tails. */
const steps = {
  map: 'conv2d(x, w, 2, 1)',
  routed: 'maxpool_grad(-abs(floor(2 h)) - 1, g, 2, 2)',
  weights: 'softmax(Q K^T / sqrt(3))',
  mixed: 'weights V',
  tail: 'gelu(2 v - 4)',
  gate: 'sigmoid(v) .* tanh(v)',
}

function probeBatch(): Batch {
  const rows = 3
  const parameters = Object.entries(shapes).map(([name, shape], k) => {
    const data = Float64Array.from({ length: rows * sizeOf(shape) }, (_, i) => 2 * Math.sin(7 * i + k + 1))
    return [name, { shape, data }] as const
  })
  return { rows, parameters: Object.fromEntries(parameters) }
}

/** Runs a small program on an executor; gives its largest distance from float64, or the steps that disagree. */
export async function probe(executor: Executor): Promise<{ deviation: number; disagreeing: string[] }> {
  const [plan, batch] = [planOf(steps, shapes), probeBatch()]
  const found = Object.entries(compareRuns(plan, runFloat64(plan, batch), await executor.run(plan, batch)))
  return {
    deviation: Math.max(...found.map(([, step]) => step.deviation)),
    disagreeing: found.filter(([, step]) => !step.agrees).map(([name]) => name),
  }
}
