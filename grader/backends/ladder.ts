import type { BackendChoice, BackendName, Executor, Executors } from './executor.ts'
import { float64Executor } from './float64.ts'
import { gpuAdapter, releaseGpu } from './gpu.ts'
import { probe } from './probe.ts'
import { tfjsVersion } from './start-backend.ts'
import { tfjsExecutor } from './tfjs.ts'
import { BackendUnavailable, reason } from './unavailable.ts'

const rungs: readonly BackendName[] = ['webgpu', 'wasm', 'cpu']
const probeSeconds = 120

/** What the ladder needs of a machine; tests put their own in its place. */
export interface Machine {
  adapter: typeof gpuAdapter
  start: (name: BackendName) => Promise<Executor>
}

const thisMachine: Machine = { adapter: gpuAdapter, start: tfjsExecutor }

/**
 * Starts the two executions. tfjs runs on WebGPU where a real adapter is, else on wasm, else on its cpu backend: the first
 * whose kernels agree with float64. `REFEREE_BACKEND` names one that must be taken (also WebGPU on a software adapter).
 * Throws BackendUnavailable, with the whole ladder, where none, or not the one asked for, can start.
 */
export async function startExecutors(
  env: Readonly<Record<string, string | undefined>> = process.env,
  machine: Machine = thisMachine,
): Promise<Executors> {
  const forced = forcedBackend(env.REFEREE_BACKEND)
  const ladder: string[] = []
  for (const name of forced ? [forced] : rungs) {
    const taken = await tryRung(name, forced !== null, machine, ladder)
    if (!taken) continue
    for (const rest of forced ? [] : rungs.slice(rungs.indexOf(name) + 1)) ladder.push(`${rest}: not needed`)
    const versions = { tfjs: await tfjsVersion(), node: process.versions.node }
    const choice: BackendChoice = { backend: name, adapter: taken.adapter, ladder, versions }
    return { float64: float64Executor(), tfjs: taken.executor, choice }
  }
  const asked = forced
    ? `REFEREE_BACKEND asks for ${forced}, which can not start here`
    : 'No tfjs backend can start here'
  throw new BackendUnavailable(`${asked}. ${ladder.join('. ')}.`)
}

/** The choice as lines for a terminal or a log. */
export function describeChoice({ backend, adapter, ladder, versions }: BackendChoice): string[] {
  const on = adapter === '' ? '' : ` on ${adapter}`
  return [
    `Grading runs on tfjs ${versions.tfjs} ${backend}${on}, Node ${versions.node}`,
    ...ladder.map((rung) => `  ${rung}`),
  ]
}

function forcedBackend(asked: string | undefined): BackendName | null {
  if (asked === undefined || asked.trim() === '') return null
  const name = rungs.find((rung) => rung === asked.trim().toLowerCase())
  if (name) return name
  throw new BackendUnavailable(`REFEREE_BACKEND is "${asked}"; it can be ${rungs.join(', ')}, or left out.`)
}

async function tryRung(
  name: BackendName,
  forced: boolean,
  machine: Machine,
  ladder: string[],
): Promise<{ executor: Executor; adapter: string } | null> {
  try {
    const adapter = name === 'webgpu' ? await chooseAdapter(forced, machine) : ''
    const executor = await machine.start(name)
    const { deviation, disagreeing } = await inTime(probe(executor))
    if (disagreeing.length > 0)
      throw new BackendUnavailable(`its kernels disagree with float64 (${disagreeing.join(', ')})`)
    ladder.push(`${name}: taken${adapter && ` on ${adapter}`}, within ${deviation.toExponential(1)} of float64`)
    return { executor, adapter }
  } catch (error) {
    if (name === 'webgpu') releaseGpu()
    ladder.push(`${name}: not taken, ${reason(error)}`)
    return null
  }
}

async function chooseAdapter(forced: boolean, machine: Machine): Promise<string> {
  const adapter = await machine.adapter()
  if (!adapter) throw new BackendUnavailable('there is no GPU adapter')
  if (adapter.software && !forced)
    throw new BackendUnavailable(`${adapter.description} is a software adapter, slower than wasm`)
  return adapter.description
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new BackendUnavailable(`no answer within ${probeSeconds} s`)), probeSeconds * 1000)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
