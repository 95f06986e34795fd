import type { Executors } from '../backends/executor.ts'
import { BackendLost } from '../backends/unavailable.ts'
import type { RunDesign } from './judge-layers.ts'
import { runDesignOnce } from './run-design-once.ts'

/** Runs designs on the backend in use, and where it does not answer any more, on the next one down. */
export function designOn(executors: Executors, runOn: typeof runDesignOnce = runDesignOnce): RunDesign {
  return async (lines, field) => {
    for (;;) {
      const { backend } = executors.choice
      try {
        return await runOn(backend)(lines, field)
      } catch (error) {
        if (!(error instanceof BackendLost) || !executors.giveUp) throw error
        await executors.giveUp(backend, error)
      }
    }
  }
}
