import { describe, expect, it } from 'vitest'
import { allCells, asKind, cellsOf, newRow } from './columns.ts'

describe('rows of the layer table', () => {
  it('start with usual values, and leave empty what the layer does not use', () => {
    for (const layer of ['conv', 'maxpool', 'avgpool', 'flatten', 'dense', 'globalavgpool', 'dropout'] as const) {
      const row = newRow(layer)
      for (const cell of allCells) if (!cellsOf[layer].includes(cell)) expect(row[cell]).toBe('')
    }
  })

  it('keep what still applies when their kind changes', () => {
    const conv = { ...newRow('conv'), units: '16', kernel: '5' }
    expect(asKind(conv, 'dense')).toMatchObject({ layer: 'dense', units: '16', kernel: '', stride: '' })
    expect(asKind(conv, 'maxpool')).toMatchObject({ layer: 'maxpool', units: '', kernel: '5', stride: '1' })
  })
})
