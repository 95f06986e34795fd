import type { Executor, Executors } from '../../backends/executor.ts'
import { float64Executor } from '../../backends/float64.ts'

/** Executors for tests: float64 twice, or another one in the place of the tfjs backend. */
export function executorsWith(tfjs: Executor = float64Executor()): Executors {
  const choice = { backend: 'cpu' as const, adapter: '', ladder: [], versions: { tfjs: '', node: '' } }
  return { float64: float64Executor(), tfjs, choice }
}

/** A backend that is off in the last entry of every step. */
export function offAtTheEnd(): Executor {
  const honest = float64Executor()
  return {
    name: 'wasm',
    async run(plan, batch) {
      const run = await honest.run(plan, batch)
      for (const { data } of Object.values(run)) data[data.length - 1] = (data.at(-1) ?? 0) + 0.01
      return run
    },
  }
}
