import type { BackendName, Executor } from '../backends/executor.ts'
import { float64Executor } from '../backends/float64.ts'
import { gpuAdapter } from '../backends/gpu.ts'
import { offerSoftwareGpu } from '../backends/software-gpu.ts'
import { tfjsExecutor } from '../backends/tfjs.ts'
import { reason } from '../backends/unavailable.ts'

export const backendNames = ['webgpu', 'wasm', 'cpu'] as const satisfies BackendName[]

/** float64 and every one of the named tfjs backends that can start here; says which can not, and why. */
export async function startableBackends(
  say: (line: string) => void,
  names: readonly BackendName[] = backendNames,
): Promise<Executor[]> {
  offerSoftwareGpu()
  const executors: Executor[] = [float64Executor()]
  for (const name of names) {
    try {
      const adapter = name === 'webgpu' ? await gpuAdapter() : undefined
      if (adapter === null) throw new Error('there is no GPU adapter')
      executors.push(await tfjsExecutor(name))
      say(adapter ? `webgpu runs on ${adapter.description}` : `${name} runs`)
    } catch (error) {
      say(`${name} can not start here: ${reason(error)}`)
    }
  }
  return executors
}
