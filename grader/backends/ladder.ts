import { descending, type Rung } from './descend.ts'
import type { BackendChoice, BackendName, Executor, Executors } from './executor.ts'
import { float64Executor } from './float64.ts'
import { gpuAdapter, releaseGpu } from './gpu.ts'
import { inTime } from './in-time.ts'
import { probe } from './probe.ts'
import { readBackLimit } from './read-back.ts'
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

const thisMachine: Machine = { adapter: gpuAdapter, start: (name) => tfjsExecutor(name, readBackLimit) }

/**
 * Starts the two executions. tfjs runs on WebGPU where a real adapter is, else on wasm, else on its cpu backend: the first
 * whose kernels agree with float64. `REFEREE_BACKEND` names one that must be taken (also WebGPU on a software adapter).
 * A backend that stops answering later is given up for the next one down, unless it is the one that must be taken.
 * Throws BackendUnavailable, with the whole ladder, where none, or not the one asked for, can start.
 */
export async function startExecutors(
  env: Readonly<Record<string, string | undefined>> = process.env,
  machine: Machine = thisMachine,
): Promise<Executors> {
  const forced = forcedBackend(env.REFEREE_BACKEND)
  const ladder: string[] = []
  const climb = async (names: readonly BackendName[]): Promise<Rung | null> => {
    for (const name of names) {
      const taken = await tryRung(name, forced !== null, machine, ladder)
      if (taken) return taken
    }
    return null
  }
  const taken = await climb(forced ? [forced] : rungs)
  if (!taken) {
    const asked = forced
      ? `REFEREE_BACKEND asks for ${forced}, which can not start here`
      : 'No tfjs backend can start here'
    throw new BackendUnavailable(`${asked}. ${ladder.join('. ')}.`)
  }
  const below = (name: BackendName) => (forced ? [] : rungs.slice(rungs.indexOf(name) + 1))
  for (const rest of below(taken.name)) ladder.push(`${rest}: not needed`)
  const versions = { tfjs: await tfjsVersion(), node: process.versions.node }
  const choice: BackendChoice = { backend: taken.name, adapter: taken.adapter, ladder, versions }
  const float64 = float64Executor()
  return { float64, choice, ...descending(taken, choice, (lost) => climb(below(lost))) }
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

async function tryRung(name: BackendName, forced: boolean, machine: Machine, ladder: string[]): Promise<Rung | null> {
  try {
    const adapter = name === 'webgpu' ? await chooseAdapter(forced, machine) : ''
    const executor = await machine.start(name)
    const { deviation, disagreeing } = await inTime(probe(executor), probeSeconds * 1000, late)
    if (disagreeing.length > 0)
      throw new BackendUnavailable(`its kernels disagree with float64 (${disagreeing.join(', ')})`)
    ladder.push(`${name}: taken${adapter && ` on ${adapter}`}, within ${deviation.toExponential(1)} of float64`)
    return { name, executor, adapter }
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

const late = () => new BackendUnavailable(`no answer within ${probeSeconds} s`)
