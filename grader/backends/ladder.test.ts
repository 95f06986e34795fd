import { afterAll, describe, expect, it } from 'vitest'
import type { BackendName, Executor } from './executor.ts'
import { isSoftware, releaseGpu } from './gpu.ts'
import { describeChoice, type Machine, startExecutors } from './ladder.ts'
import { tfjsExecutor } from './tfjs.ts'
import { BackendUnavailable } from './unavailable.ts'

const real = { description: 'nvidia hopper', software: false }
const software = { description: 'google swiftshader', software: true }

/** Kernels of the cpu backend under another name, so that a ladder can be climbed on any machine. */
async function as(name: BackendName): Promise<Executor> {
  const { run } = await tfjsExecutor('cpu')
  return { name, run }
}

/** An executor that gets the last step slightly wrong. */
async function wrong(name: BackendName): Promise<Executor> {
  const right = await as(name)
  return {
    name,
    async run(plan, batch) {
      const run = await right.run(plan, batch)
      const last = run[plan.steps.at(-1)?.name ?? '']
      if (last) last.data[0] = (last.data[0] ?? 0) + 0.01
      return run
    },
  }
}

function machine(parts: Partial<Machine>): Machine {
  return { adapter: async () => real, start: as, ...parts }
}

afterAll(releaseGpu)

describe('the backend ladder', () => {
  it('takes WebGPU on a real adapter, and names the adapter', async () => {
    const { choice, tfjs } = await startExecutors({}, machine({}))
    expect(choice).toMatchObject({ backend: 'webgpu', adapter: 'nvidia hopper' })
    expect(tfjs.name).toBe('webgpu')
    expect(choice.versions).toEqual({ tfjs: '4.22.0', node: process.versions.node })
    expect(describeChoice(choice)[0]).toMatch(/webgpu on nvidia hopper/)
  })

  it('never prefers a software adapter to wasm', async () => {
    const { choice } = await startExecutors({}, machine({ adapter: async () => software }))
    expect(choice.backend).toBe('wasm')
    expect(choice.ladder[0]).toBe('webgpu: not taken, google swiftshader is a software adapter, slower than wasm')
  })

  it('goes on where there is no adapter, where Dawn can not be loaded, or where the backend throws', async () => {
    const missing = machine({ adapter: async () => null })
    const broken = machine({ adapter: () => Promise.reject(new BackendUnavailable('Dawn can not be loaded')) })
    const failing = machine({
      start: async (name) => (name === 'cpu' ? as(name) : Promise.reject(new Error('no kernels'))),
    })
    expect((await startExecutors({}, missing)).choice.backend).toBe('wasm')
    expect((await startExecutors({}, broken)).choice.ladder[0]).toMatch(/Dawn can not be loaded/)
    expect((await startExecutors({}, failing)).choice.backend).toBe('cpu')
  })

  it('does not take a backend whose kernels are wrong', async () => {
    const { choice } = await startExecutors(
      {},
      machine({ start: async (name) => (name === 'webgpu' ? wrong(name) : as(name)) }),
    )
    expect(choice.backend).toBe('wasm')
    expect(choice.ladder[0]).toMatch(/kernels disagree with float64 \(gate\)/)
  })

  it('takes what REFEREE_BACKEND asks for, a software adapter too', async () => {
    expect((await startExecutors({ REFEREE_BACKEND: 'cpu' }, machine({}))).choice.backend).toBe('cpu')
    const forced = await startExecutors({ REFEREE_BACKEND: 'webgpu' }, machine({ adapter: async () => software }))
    expect(forced.choice).toMatchObject({ backend: 'webgpu', adapter: 'google swiftshader' })
    expect((await startExecutors({ REFEREE_BACKEND: '' }, machine({}))).choice.backend).toBe('webgpu')
  })

  it('says why where the backend asked for can not start, or does not exist', async () => {
    const none = machine({ adapter: async () => null })
    await expect(startExecutors({ REFEREE_BACKEND: 'webgpu' }, none)).rejects.toThrow(
      'REFEREE_BACKEND asks for webgpu, which can not start here. webgpu: not taken, there is no GPU adapter.',
    )
    await expect(startExecutors({ REFEREE_BACKEND: 'cuda' }, none)).rejects.toThrow('it can be webgpu, wasm, cpu')
    const nothing = machine({ start: () => Promise.reject(new Error('no kernels')) })
    await expect(startExecutors({}, nothing)).rejects.toThrow('No tfjs backend can start here')
  })

  it('starts on this machine', async () => {
    const { tfjs, float64, choice } = await startExecutors({ REFEREE_BACKEND: 'wasm' })
    expect([tfjs.name, float64.name, choice.adapter]).toEqual(['wasm', 'float64', ''])
  })
})

describe('a software adapter', () => {
  it.each(['google swiftshader', 'Mesa llvmpipe (LLVM 15.0.6)', 'lavapipe', 'Microsoft Basic Render Driver'])(
    'is %s',
    (words) => {
      expect(isSoftware(words, false)).toBe(true)
    },
  )

  it('is what calls itself a fallback, and nothing else', () => {
    expect(isSoftware('nvidia hopper', true)).toBe(true)
    expect(isSoftware('nvidia hopper NVIDIA H200', false)).toBe(false)
  })
})
