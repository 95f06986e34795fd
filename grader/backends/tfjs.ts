import type { Plan } from '../language/plan.ts'
import { sizeOf } from '../language/types.ts'
import type { Tfjs } from '../operations/operation.ts'
import type { BackendName, Batch, BatchRun, Executor } from './executor.ts'
import { readBack } from './read-back.ts'
import { startBackend } from './start-backend.ts'
import { type RowBlock, runBlock } from './tfjs-row-block.ts'

// entries of all instructions of a block together; the windows of a convolution take some ten times their map
const entriesPerBlock = 2 ** 22

/**
 * The execution on a tfjs backend: all rows of a batch in the same tensors, one readback a block of rows.
 * Throws BackendUnavailable where the backend can not start here; a run throws BackendLost where a readback takes longer
 * than `limit` milliseconds.
 */
export async function tfjsExecutor(name: BackendName, limit = Number.POSITIVE_INFINITY): Promise<Executor> {
  const tf = await startBackend(name)
  return { name, run: (plan, batch) => runTfjs(tf, name, limit, plan, batch) }
}

async function runTfjs(tf: Tfjs, name: BackendName, limit: number, plan: Plan, batch: Batch): Promise<BatchRun> {
  const run = Object.fromEntries(
    plan.steps.map((step) => [
      step.name,
      { shape: step.type.shape, data: new Float64Array(batch.rows * sizeOf(step.type.shape)) },
    ]),
  )
  const entries = plan.instructions.reduce((sum, { type }) => sum + sizeOf(type.shape), 1)
  const height = Math.max(1, Math.floor(entriesPerBlock / entries))
  for (let from = 0; from < batch.rows && plan.steps.length > 0; from += height) {
    await runInto(tf, name, limit, plan, batch, { from, to: Math.min(from + height, batch.rows) }, run)
  }
  return run
}

async function runInto(
  tf: Tfjs,
  name: BackendName,
  limit: number,
  plan: Plan,
  batch: Batch,
  block: RowBlock,
  run: BatchRun,
): Promise<void> {
  // several executors may live in one process: the backend is chosen anew, without a pause before the kernels run
  if (tf.getBackend() !== name) void tf.setBackend(name)
  let rows: number[] = []
  const values = tf.tidy(() => {
    const result = runBlock(tf, plan, batch, block)
    rows = result.rows
    return result.values
  })
  try {
    const data = await readBack(values.data<'float32'>(), name, limit)
    let at = 0
    for (const [index, step] of plan.steps.entries()) {
      const size = sizeOf(step.type.shape)
      const length = (rows[index] ?? 0) * size
      const into = run[step.name]?.data
      for (let row = block.from; row < block.to; row++) {
        const start = length === size ? at : at + (row - block.from) * size
        into?.set(data.subarray(start, start + size), row * size)
      }
      at += length
    }
  } finally {
    values.dispose()
  }
}
