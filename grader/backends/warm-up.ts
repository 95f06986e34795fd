import type { Plan } from '../language/plan.ts'
import type { Executors } from './executor.ts'
import { probe } from './probe.ts'
import { randomBatch } from './random-batch.ts'

/**
 * Runs the probe, and the given plans, once on both executions, so that shaders are compiled and code is hot before the
 * first submission comes. A plan that can not run is left to its first grading to report. Gives the milliseconds taken.
 */
export async function warmUp({ float64, tfjs }: Executors, plans: readonly Plan[] = []): Promise<number> {
  const start = performance.now()
  await probe(tfjs)
  for (const plan of plans) {
    const batch = randomBatch(plan, 2)
    await Promise.allSettled([float64.run(plan, batch), tfjs.run(plan, batch)])
  }
  return performance.now() - start
}
