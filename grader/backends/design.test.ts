import { describe, expect, it } from 'vitest'
import { readLayers } from '../answers/layers.ts'
import type { LayerKind, LayerRow } from '../answers/raw-answer.ts'
import { type DesignTask, runDesign } from './design.ts'
import type { BackendName } from './executor.ts'
import { startableExecutors } from './testing.ts'

const backends = (await startableExecutors()).flatMap(({ name }) => (name === 'float64' ? [] : [name]))
const cameras: DesignTask = { input: [64, 64, 3], output: [3], parameterBudget: 60_000 }

function row(layer: LayerKind, cells: Partial<LayerRow> = {}): LayerRow {
  return { layer, units: '', kernel: '', stride: '', padding: '', activation: '', ...cells }
}

function design(rows: LayerRow[], task: DesignTask = cameras, backend: BackendName = 'wasm') {
  return runDesign(readLayers(rows, task.input).lines, task, backend)
}

const good = [
  row('conv', { units: '8', kernel: '3', padding: '1', activation: 'relu' }),
  row('maxpool', { kernel: '2', stride: '2' }),
  row('conv', { units: '16', kernel: '3x5', stride: '2', padding: 'same', activation: 'tanh' }),
  row('avgpool', { kernel: '3', stride: '2', padding: 'same' }),
  row('dropout'),
  row('flatten'),
  row('dense', { units: '3', activation: 'softmax' }),
]

// a software GPU compiles every kernel it meets, some half a second each
describe.each(backends)('a design on %s', { timeout: 180_000 }, (backend) => {
  it('runs forward and backward, and gives the shapes and parameters it was built with', async () => {
    expect(await design(good, cameras, backend)).toEqual({
      runs: true,
      message: null,
      shapes: [[64, 64, 8], [32, 32, 8], [16, 16, 16], [8, 8, 16], [8, 8, 16], [1024], [3]],
      parameters: 3 * 9 * 8 + 8 + 8 * 15 * 16 + 16 + 1024 * 3 + 3,
      outputFits: true,
      budgetHolds: true,
      finite: { loss: true, gradients: true },
    })
  })

  it('runs a deep network of products alone', async () => {
    const deep = Array.from({ length: 12 }, () => row('dense', { units: '400', activation: 'none' }))
    const task = { input: [400], output: [400], parameterBudget: 1e7 }
    expect((await design(deep, task, backend)).runs).toBe(true)
  })
})

describe('a design', () => {
  it('names the row that does not connect', async () => {
    const { runs, message } = await design(good.filter(({ layer }) => layer !== 'flatten'))
    expect(runs).toBe(false)
    expect(message).toMatch(/^Row 6: .*flatten it first/)
  })

  it('says where the output misses the task or the budget is spent', async () => {
    const other = await design(good, { ...cameras, output: [10] })
    expect(other).toMatchObject({ runs: true, outputFits: false, budgetHolds: true })
    expect(other.message).toBe('Row 7: the network gives 3, but the task asks for 10.')
    const poor = await design(good, { ...cameras, parameterBudget: 5234 })
    expect(poor).toMatchObject({ runs: true, outputFits: true, budgetHolds: false })
    expect(poor.message).toBe('The network has 5235 parameters, but the budget is 5234.')
  })

  it.each([
    [
      'thirteen layers',
      Array.from({ length: 13 }, () => row('dropout')),
      cameras,
      'Row 13: a design has at most 12 layers.',
    ],
    [
      'too many parameters',
      [row('flatten'), row('dense', { units: '5000' })],
      cameras,
      /^Row 2: .*61445000 parameters/,
    ],
    [
      'a huge map',
      [row('conv', { units: '65536', kernel: '1' })],
      cameras,
      'Row 1: this layer is too large to be run here.',
    ],
    [
      'huge windows',
      [row('conv', { units: '1', kernel: '500', padding: '400' })],
      cameras,
      /^Row 1: .*(parameters|too large)/,
    ],
    [
      'much padding',
      [row('conv', { units: '1', kernel: '9', padding: '1000' })],
      cameras,
      'Row 1: this layer is too large to be run here.',
    ],
    ['a large input', [row('globalavgpool')], { ...cameras, input: [640, 64, 3] }, /^The input 640×64×3 is larger/],
    ['no rows', [], cameras, 'The table has no rows yet.'],
  ])('refuses %s at once', async (_what, rows, task, message) => {
    const start = performance.now()
    const refused = await design(rows, task)
    // a generous ceiling: nothing is run
    expect(performance.now() - start).toBeLessThan(10_000)
    expect(refused.runs).toBe(false)
    expect(refused.message).toMatch(message)
  })

  it('runs about the largest table that is not refused in the time of a test', async () => {
    const large = [
      row('conv', { units: '64', kernel: '3', padding: '1', activation: 'relu' }),
      row('conv', { units: '64', kernel: '3', padding: '1', activation: 'relu' }),
      row('globalavgpool'),
      row('dense', { units: '3' }),
    ]
    expect((await design(large)).runs).toBe(true)
  })

  it('breaks loudly where the run and the arithmetic part', async () => {
    const { lines } = readLayers(good, cameras.input)
    const wrong = lines.map((line) => (line.row === 2 ? { ...line, shape: [31, 32, 8] } : line))
    await expect(runDesign(wrong, cameras, 'wasm')).rejects.toThrow('Row 2 gave 32×32×8, not 31×32×8.')
  })
})
