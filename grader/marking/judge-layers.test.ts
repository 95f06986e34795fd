import { describe, expect, it } from 'vitest'
import type { LayerRow } from '../answers/raw-answer.ts'
import { judgeLayers, type LayersField } from './judge-layers.ts'

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
const judge = (rows: LayerRow[], problem: string | null = null) =>
  judgeLayers(field, { kind: 'layers', rows }, async () => problem)

describe('a layer table', () => {
  it('that connects, fits and is small enough is right', async () => {
    expect(await judge([row('conv', '4', '3'), row('globalavgpool'), row('dense', '2')])).toMatchObject({
      verdict: 'right',
      score: 1,
    })
  })

  it('loses a third for a wrong output and a third for its size', async () => {
    const three = await judge([row('conv', '4', '3'), row('globalavgpool'), row('dense', '3')])
    expect(three).toMatchObject({ verdict: 'partial', message: 'The output is 3, but 2 is asked for.' })
    expect(three.score).toBeCloseTo(2 / 3)
    const large = await judge([row('flatten'), row('dense', '2')])
    expect(large).toMatchObject({ message: 'The network has 1538 parameters; at most 1000 are allowed.' })
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

  it('that should run but does not is our fault', async () => {
    expect(await judge([row('flatten'), row('dense', '2')], 'out of memory')).toMatchObject({
      verdict: 'broken',
      score: null,
      staffNote: 'out of memory',
    })
  })
})
