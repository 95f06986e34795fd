import { setImmediate as turn } from 'node:timers/promises'
import type { Executor, Executors } from '../../grader/backends/executor.ts'

function yielding(executor: Executor): Executor {
  return {
    get name() {
      return executor.name
    },
    async run(plan, batch) {
      await turn()
      return executor.run(plan, batch)
    },
  }
}

/** The same executors, letting the process breathe before each run: heartbeats and requests go on through a long audit. */
export function yieldingExecutors({ float64, tfjs, ...others }: Executors): Executors {
  return { float64: yielding(float64), tfjs: yielding(tfjs), ...others }
}
