import { describe, expect, it } from 'vitest'
import type { LayerRow } from '../answers/raw-answer.ts'
import { runDesign } from '../backends/design.ts'
import { judgeLayers, type LayersField, type RunDesign } from './judge-layers.ts'

const field: LayersField = {
  name: 'net',
  label: 'Network',
  points: 3,
  after: [],
  line: 1,
  column: 1,
  kind: 'layers',
  input: [16, 16, 3],
  output: [2],
  parameterBudget: 1000,
  solution: null,
}
const row = (layer: LayerRow['layer'], units = '', kernel = ''): LayerRow => ({
  layer,
  units,
  kernel,
  stride: '',
  padding: '',
  activation: '',
})
const judge = (rows: LayerRow[], run: RunDesign = (lines, task) => runDesign(lines, task, 'cpu')) =>
  judgeLayers(field, { kind: 'layers', rows }, run)

describe('a layer table', () => {
  it('that connects, fits and is small enough is right', async () => {
    expect(await judge([row('conv', '4', '3'), row('globalavgpool'), row('dense', '2')])).toMatchObject({
      verdict: 'right',
      score: 1,
    })
  })

  it('loses a third for a wrong output and a third for its size', async () => {
    const three = await judge([row('conv', '4', '3'), row('globalavgpool'), row('dense', '3')])
    expect(three).toMatchObject({ verdict: 'partial', message: 'The network gives 3, but the task asks for 2.' })
    expect(three.score).toBeCloseTo(2 / 3)
    const large = await judge([row('flatten'), row('dense', '2')])
    expect(large).toMatchObject({ message: 'The network has 1538 parameters, but the budget is 1000.' })
    expect((await judge([row('flatten'), row('dense', '3')])).score).toBeCloseTo(1 / 3)
  })

  it('that does not connect names the row', async () => {
    expect(await judge([row('conv', '4', '3'), row('dense', '2')])).toMatchObject({
      verdict: 'wrong',
      score: 0,
      message: expect.stringMatching(/^Row 2/),
    })
    expect(await judge([row('conv', 'four', '3')])).toMatchObject({
      verdict: 'unreadable',
      score: 0,
      message: expect.stringMatching(/^Row 1/),
    })
    expect(await judge([])).toMatchObject({ verdict: 'empty', score: 0 })
  })

  it('that is too large to be run keeps what can be told without running it', async () => {
    const wide = await judge([...Array(12).fill(row('dropout')), row('flatten'), row('dense', '2')])
    expect(wide).toMatchObject({ verdict: 'partial', message: expect.stringContaining('at most 12 layers') })
    expect(wide.score).toBeCloseTo(1 / 3)
  })

  it('that should run but does not is our fault', async () => {
    const failing = () => Promise.reject(new Error('out of memory'))
    const grading = await judge([row('globalavgpool'), row('dense', '2')], failing)
    expect(grading).toMatchObject({
      verdict: 'broken',
      score: null,
      staffNote: expect.stringContaining('out of memory'),
    })
  })
})
