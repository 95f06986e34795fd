import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLayers } from './layers.ts'
import { type LayerRow, layerKinds } from './raw-answer.ts'

const row = (layer: LayerRow['layer'], cells: Partial<LayerRow> = {}): LayerRow => ({
  layer,
  units: '',
  kernel: '',
  stride: '',
  padding: '',
  activation: '',
  ...cells,
})
const conv = (units: string, kernel: string, cells: Partial<LayerRow> = {}) => row('conv', { units, kernel, ...cells })

describe('readLayers', () => {
  it('follows shapes, parameters and the receptive field from row to row', () => {
    const rows = [
      conv('8', '3', { padding: 'same', activation: 'relu' }),
      row('maxpool', { kernel: '2' }),
      conv('16', '3×3', { stride: '2' }),
      row('dropout'),
      row('flatten'),
      row('dense', { units: '10', activation: 'softmax' }),
    ]
    const reading = readLayers(rows, [32, 30, 3])
    expect(reading).toMatchObject({ ok: true, message: null, output: [10] })
    expect(reading.lines.map((line) => line.shape)).toEqual([
      [32, 30, 8],
      [16, 15, 8],
      [7, 7, 16],
      [7, 7, 16],
      [784],
      [10],
    ])
    expect(reading.lines.map((line) => line.parameters)).toEqual([224, 0, 1168, 0, 0, 7850])
    expect(reading.parameters).toBe(9242)
    expect(reading.lines.slice(0, 3).map((line) => line.receptiveField)).toEqual([
      [3, 3],
      [4, 4],
      [8, 8],
    ])
  })

  it('sees 7 by 7 through three 3 by 3 layers', () => {
    expect(readLayers([conv('4', '3'), conv('4', '3'), conv('4', '3')], [64, 64, 3]).receptiveField).toEqual([7, 7])
  })

  it.each<[string, LayerRow[], RegExp]>([
    [
      'a dense layer on a map',
      [conv('8', '3'), row('dense', { units: '2' })],
      /^Row 2: a dense layer reads a vector.*flatten/,
    ],
    ['a convolution on a vector', [row('flatten'), conv('8', '3')], /^Row 2: this layer reads a map/],
    ['a window that does not fit', [conv('8', '9')], /^Row 1: a 9×9 window does not fit into 8×8×3/],
    ['missing filters', [conv('', '3')], /^Row 1: filters is empty/],
    ['unreadable kernel', [conv('8', 'three')], /^Row 1: I cannot read “three” as kernel/],
    ['stride 0', [conv('8', '3', { stride: '0' })], /^Row 1: I cannot read “0” as stride/],
    ['unreadable padding', [conv('8', '3', { padding: 'full' })], /as padding/],
    ['a pool padded more than half', [row('maxpool', { kernel: '2', padding: '2' })], /at most half/],
    ['an unknown activation', [conv('8', '3', { activation: 'swish' })], /as activation/],
  ])('names the row of %s', (_name, rows, message) => {
    const reading = readLayers(rows, [8, 8, 3])
    expect(reading).toMatchObject({
      ok: false,
      reason: 'unreadable',
      output: null,
      message: expect.stringMatching(message),
    })
  })

  it('still reads the rows after one that does not fit', () => {
    const reading = readLayers([row('dense', { units: '2' }), conv('x', '3')], [8, 8, 3])
    expect(reading.lines.map((line) => line.message)).toEqual([
      expect.stringMatching(/^Row 1/),
      expect.stringMatching(/^Row 2/),
    ])
    expect(reading.message).toMatch(/^Row 1/)
  })

  it('calls a table without rows empty', () => {
    expect(readLayers([], [8, 8, 3])).toMatchObject({ ok: false, reason: 'empty' })
  })

  it('never throws and never gives a shape that is not positive', () => {
    const cell = fc.constantFrom(
      '',
      '0',
      '1',
      '2',
      '3',
      '7',
      '64',
      '3x5',
      'same',
      'valid',
      'relu',
      'x',
      '-1',
      '99999999',
    )
    const rows = fc.array(
      fc.record({
        layer: fc.constantFrom(...layerKinds),
        units: cell,
        kernel: cell,
        stride: cell,
        padding: cell,
        activation: cell,
      }),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(rows, (all) => {
        const reading = readLayers(all, [16, 12, 3])
        return reading.lines.every(
          (line) => line.shape === null || line.shape.every((n) => Number.isSafeInteger(n) && n > 0),
        )
      }),
      { seed: 9, numRuns: 2000 },
    )
  })
})
