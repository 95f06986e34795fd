import type { Executor, Executors } from '../../backends/executor.ts'
import { float64Executor } from '../../backends/float64.ts'

/** Executors for tests: float64 twice, or another one in the place of the tfjs backend. */
export function executorsWith(tfjs: Executor = float64Executor()): Executors {
  const choice = { backend: 'cpu' as const, adapter: '', ladder: [], versions: { tfjs: '', node: '' } }
  return { float64: float64Executor(), tfjs, choice }
}
