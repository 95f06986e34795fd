import { describe, expect, it } from 'vitest'
import type { DesignRun } from '../backends/design.ts'
import type { BackendName, Executors } from '../backends/executor.ts'
import { BackendLost } from '../backends/unavailable.ts'
import { designOn } from './design-on.ts'
import { gradeBatch } from './grade-submission.ts'
import { judgeLayers, type LayersField, type RunDesign } from './judge-layers.ts'
import { desk, paperExecutors } from './testing/desk.ts'
import { grid, weights } from './testing/properties.ts'
import { mixed, read } from './testing/questions.ts'

const field = mixed.answers.find(({ kind }) => kind === 'layers') as LayersField
const fine: DesignRun = {
  runs: true,
  message: null,
  shapes: [],
  parameters: 0,
  outputFits: true,
  budgetHolds: true,
  finite: { loss: true, gradients: true },
}

/** Designs hang on these backends; gives what was tried. */
function hangingOn(...hanging: BackendName[]) {
  const tried: BackendName[] = []
  const runOn = (backend: BackendName): RunDesign => {
    return async () => {
      tried.push(backend)
      if (hanging.includes(backend)) throw new BackendLost(`${backend} hangs`)
      return fine
    }
  }
  return { tried, runOn }
}

/** Executors with a ladder of three rungs. */
function ladder(): Executors {
  const rungs: BackendName[] = ['webgpu', 'wasm', 'cpu']
  const choice = { ...paperExecutors().choice, backend: 'webgpu' as BackendName }
  const giveUp: Executors['giveUp'] = async (backend, lost) => {
    const next = rungs[rungs.indexOf(backend) + 1]
    if (!next) throw lost
    choice.backend = next
  }
  return { ...paperExecutors(), choice, giveUp }
}

describe('a backend that hangs', () => {
  it('gives a design to the next one down that answers', async () => {
    const { tried, runOn } = hangingOn('webgpu', 'wasm')
    expect(await designOn(ladder(), runOn)([], field)).toBe(fine)
    expect(tried).toEqual(['webgpu', 'wasm', 'cpu'])
  })

  it('is lost where nothing is left, and no field is judged by that', async () => {
    const { runOn } = hangingOn('webgpu', 'wasm', 'cpu')
    await expect(designOn(ladder(), runOn)([], field)).rejects.toBeInstanceOf(BackendLost)
    const { giveUp: _giveUp, ...without } = ladder()
    await expect(designOn(without, runOn)([], field)).rejects.toThrow('webgpu hangs')
    const row = { layer: 'dense', units: '2', kernel: '', stride: '', padding: '', activation: '' } as const
    const flat = { ...row, layer: 'flatten', units: '' } as const
    const answer = { kind: 'layers' as const, rows: [flat, row] }
    const lost = async () => Promise.reject(new BackendLost('cpu hangs'))
    await expect(judgeLayers(field, answer, lost)).rejects.toBeInstanceOf(BackendLost)
    const judged = await judgeLayers(field, answer, async () => Promise.reject(new Error('no such kernel')))
    expect(judged).toMatchObject({ verdict: 'broken', score: null })
  })

  it('fails the whole grading, in whatever field it shows, and is tried again', async () => {
    const formula = read(
      `---
title: A formula
answers:
  f: { kind: formula, points: 1, equals: "2 n", symbols: { n: integer 1..9 } }
---
:answer[f]
`,
      'formula',
    )
    const { variant, key } = desk(formula, 'formula')
    const answers = { f: { kind: 'formula' as const, notation: 'text' as const, source: 'n + n' } }
    const grade = (error: Error) => {
      const formulas = { judge: async () => Promise.reject(error) }
      return gradeBatch(formula, [{ id: 'one', variant, key, answers }], { ...paperExecutors(), formulas })
    }
    await expect(grade(new BackendLost('wasm hangs'))).rejects.toBeInstanceOf(BackendLost)
    const [broken] = await grade(new Error('no such kernel'))
    expect(broken?.grading.fields).toMatchObject([{ verdict: 'broken', score: null }])
  })

  it('fails a grading in which only properties are executed', async () => {
    const grade = (error: Error) => {
      const tfjs = { name: 'wasm' as const, run: async () => Promise.reject(error) }
      const at = desk(weights, 'seed', { ...paperExecutors(), tfjs })
      return at.grade({ A: grid([3, 3], '1 0 0 .333 .667 0 .2 .3 .5') })
    }
    await expect(grade(new BackendLost('wasm hangs'))).rejects.toBeInstanceOf(BackendLost)
    expect((await grade(new Error('no such kernel'))).fields).toMatchObject([{ verdict: 'broken', score: null }])
  })
})
