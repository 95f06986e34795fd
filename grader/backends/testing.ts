import { expect } from 'vitest'
import type { BackendName, Executor } from './executor.ts'
import { float64Executor } from './float64.ts'
import { gpuAdapter } from './gpu.ts'
import { tfjsExecutor } from './tfjs.ts'
import { reason } from './unavailable.ts'

/** Every executor that can start here. float64, cpu and wasm must; a missing GPU is said aloud. */
export async function startableExecutors(): Promise<Executor[]> {
  const names: BackendName[] = ['cpu', 'wasm']
  return [float64Executor(), ...(await Promise.all(names.map(tfjsExecutor))), ...(await gpuExecutor())]
}

async function gpuExecutor(): Promise<Executor[]> {
  try {
    if (!(await gpuAdapter())) throw new Error('there is no adapter')
    return [await tfjsExecutor('webgpu')]
  } catch (error) {
    process.stderr.write(`NOT TESTED on webgpu: ${reason(error)}\n`)
    return []
  }
}

/** Entries within float32 error on tfjs, within rounding in float64. */
export function expectClose(executor: Executor, actual: ArrayLike<number>, wanted: readonly number[]): void {
  const [relative, absolute] = executor.name === 'float64' ? [1e-12, 1e-14] : [2e-6, 2e-6]
  expect(actual.length).toBe(wanted.length)
  for (const [i, value] of wanted.entries()) {
    const distance = Math.abs((actual[i] ?? Number.NaN) - value)
    expect(distance, `entry ${i} is ${actual[i]}, not ${value}`).toBeLessThanOrEqual(
      relative * Math.abs(value) + absolute,
    )
  }
}
