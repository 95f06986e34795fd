import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { float64Executor } from '../backends/float64.ts'
import { tfjsExecutor } from '../backends/tfjs.ts'
import { goldenAdapters } from '../operations/golden/adapters.ts'
import type { GoldenAdapter } from '../operations/golden/golden.ts'
import { conformGolden } from './conform-golden.ts'
import { readGoldenFile } from './golden-file.ts'

const weighed = { L: 'sum(g .* y)' }

/** Of every golden file with gradients: the scalar that they are gradients of, and by what. */
const derivatives: Record<string, { scalar: Record<string, string>; by: Record<string, string> }> = {
  conv2d: { scalar: weighed, by: { gx: 'x', gw: 'w', gb: 'b' } },
  maxpool2d: { scalar: weighed, by: { gx: 'x' } },
  avgpool2d: { scalar: weighed, by: { gx: 'x' } },
  batchnorm2d: { scalar: weighed, by: { gx: 'x', ggamma: 'gamma', gbeta: 'beta' } },
  layernorm: { scalar: weighed, by: { gx: 'x', ggamma: 'gamma', gbeta: 'beta' } },
  embedding: { scalar: weighed, by: { gE: 'E' } },
  residual_alpha: { scalar: weighed, by: { gx: 'x', galpha: 'alpha', gW1: 'W_1', gW2: 'W_2' } },
  softmax_xent: { scalar: { L: 'loss / n' }, by: { glogits: 'z' } },
  gelu: { scalar: { L: 'sum(gelu)', M: 'sum(gelu_tanh)' }, by: { dgelu: 'x', dgelu_tanh: 'x' } },
}

/** The adapter with every gradient written by hand put aside for the derivative of the forward pass. */
function derived(op: string): GoldenAdapter {
  return (golden) => {
    const program = goldenAdapters.get(op)?.(golden)
    const derivative = derivatives[op]
    if (!program || !derivative) throw new Error(`${op} has no gradient`)
    const { scalar, by } = derivative
    const same = op === 'embedding' ? { L: `sum(g .* reshape(y, ${program.values.g?.shape.join(', ')}))` } : scalar
    const gradients = Object.entries(by).map(([name, of]) => [
      name,
      `gradient(${name === 'dgelu_tanh' ? 'M' : 'L'}, ${of})`,
    ])
    return { ...program, steps: { ...program.steps, ...same, ...Object.fromEntries(gradients) } }
  }
}

const vectors = path.join(import.meta.dirname, '../operations/golden/vectors')
const executors = [float64Executor(), await tfjsExecutor('wasm')]

describe('gradients of golden files, as derivatives of the forward pass', () => {
  it.each(Object.keys(derivatives))('%s', async (op) => {
    const file = readGoldenFile(path.join(vectors, `${op}.json`))
    const given = new Set(file.cases.flatMap(({ outputs }) => Object.keys(outputs)))
    for (const name of Object.keys(derivatives[op]?.by ?? {})) expect(given).toContain(name)
    const { failing, cases } = await conformGolden(file, executors, new Map([[op, derived(op)]]))
    expect(cases).toBeGreaterThan(0)
    expect(failing).toEqual([])
  })

  it('are all there', () => {
    const files = [...goldenAdapters.keys()].map((op) => readGoldenFile(path.join(vectors, `${op}.json`)))
    const gradient = /^d?g(x|w|b|E|gamma|beta|alpha|logits|W\d)$|^dgelu(_tanh)?$/
    const withGradients = files.filter(({ cases }) =>
      cases.some(({ outputs }) => Object.keys(outputs).some((name) => gradient.test(name))),
    )
    expect(withGradients.map(({ op }) => op).sort()).toEqual(Object.keys(derivatives).sort())
  })
})
