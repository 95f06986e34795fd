import { type DesignRun, runDesign } from '../backends/design.ts'
import type { BackendName } from '../backends/executor.ts'
import type { RunDesign } from './judge-layers.ts'

const mostKept = 500
const runs = new Map<string, DesignRun>()

/**
 * Runs a design on the backend, the same design only once: a class hands in the same few tables, and a regrade the same
 * ones again. What a run gives depends on table, task and backend alone; one that throws is tried again.
 */
export function runDesignOnce(backend: BackendName): RunDesign {
  return async (lines, task) => {
    const { input, output, parameterBudget } = task
    const key = JSON.stringify([backend, input, output, parameterBudget, lines])
    const known = runs.get(key)
    if (known) return known
    const run = await runDesign(lines, task, backend)
    if (runs.size >= mostKept) runs.clear()
    runs.set(key, run)
    return run
  }
}
