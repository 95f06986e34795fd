import { Tensor } from '@tensorflow/tfjs'
import { describe, expect, it, vi } from 'vitest'
import { gradeBatch } from '../marking/grade-submission.ts'
import { desk, verdicts } from '../marking/testing/desk.ts'
import { gru } from '../marking/testing/questions.ts'
import { typed, work } from '../marking/testing/student.ts'
import type { BackendName, Executor } from './executor.ts'
import { type Machine, startExecutors } from './ladder.ts'
import { planOf } from './plan-of.ts'
import { tfjsExecutor } from './tfjs.ts'
import { BackendLost } from './unavailable.ts'

const plan = planOf({ y: '2 x' }, { x: [] })
const batch = { rows: 1, parameters: { x: { shape: [], data: Float64Array.of(3) } } }

/** Kernels of the cpu backend under other names; those that are named here stop answering after the probe. */
function machine(...hanging: BackendName[]) {
  const runs: Record<string, number> = {}
  const start: Machine['start'] = async (name): Promise<Executor> => {
    const { run } = await tfjsExecutor('cpu')
    return {
      name,
      async run(...given) {
        runs[name] = (runs[name] ?? 0) + 1
        if (hanging.includes(name) && runs[name] > 1) throw new BackendLost(`${name} has not given its results`)
        return run(...given)
      },
    }
  }
  const adapter = async () => ({ description: 'some GPU', software: false })
  return { machine: { start, adapter } satisfies Machine, runs }
}

const { variant, key } = desk(gru, 'descend')
const row = { id: 'one', variant, key, answers: typed(gru, variant, work(gru, variant)) }

describe('a readback', () => {
  it('that never comes loses the backend after its limit', async () => {
    const executor = await tfjsExecutor('cpu', 20)
    expect((await executor.run(plan, batch)).y?.data[0]).toBe(6)
    vi.spyOn(Tensor.prototype, 'data').mockReturnValue(new Promise(() => {}))
    await expect(executor.run(plan, batch)).rejects.toThrow('cpu has not given its results within 0.02 s')
    await expect(executor.run(plan, batch)).rejects.toBeInstanceOf(BackendLost)
  })
})

describe('a backend that stops answering', () => {
  it('is given up for the next one down, which runs the same batch', async () => {
    const { machine: here, runs } = machine('webgpu')
    const { tfjs, choice } = await startExecutors({}, here)
    expect([tfjs.name, choice.backend, choice.adapter]).toEqual(['webgpu', 'webgpu', 'some GPU'])
    expect((await tfjs.run(plan, batch)).y?.data[0]).toBe(6)
    expect([tfjs.name, choice.backend, choice.adapter]).toEqual(['wasm', 'wasm', ''])
    expect(choice.ladder).toEqual(
      expect.arrayContaining([
        'webgpu: given up, webgpu has not given its results',
        expect.stringMatching(/^wasm: taken/),
      ]),
    )
    await tfjs.run(plan, batch)
    expect(runs.webgpu).toBe(2)
  })

  it('costs nobody a verdict, and the grading says what executed it', async () => {
    const [graded] = await gradeBatch(gru, [row], await startExecutors({}, machine('webgpu', 'wasm').machine))
    expect(verdicts(graded!.grading)).toEqual({ o: 'right', i: 'right', c: 'right', s_next: 'right' })
    expect(graded?.grading.execution.backend).toBe('cpu')
  })

  it('is left once, whoever notices it', async () => {
    const { machine: here, runs } = machine('webgpu')
    const { tfjs, choice, giveUp } = await startExecutors({}, here)
    await Promise.all([1, 2, 3].map(() => tfjs.run(plan, batch)))
    await giveUp?.('webgpu', new BackendLost('noticed late'))
    expect(choice.backend).toBe('wasm')
    // three runs and the probe
    expect(runs.wasm).toBe(4)
    expect(choice.ladder.filter((line) => line.includes('given up'))).toHaveLength(1)
  })

  it('breaks no field where nothing is left: grading fails and is tried again', async () => {
    const { machine: here, runs } = machine('wasm')
    const executors = await startExecutors({ REFEREE_BACKEND: 'wasm' }, here)
    await expect(gradeBatch(gru, [row, { ...row, id: 'two' }], executors)).rejects.toBeInstanceOf(BackendLost)
    await expect(executors.tfjs.run(plan, batch)).rejects.toBeInstanceOf(BackendLost)
    // it is not waited for again and again
    expect(runs.wasm).toBe(2)
  })
})
