import { describe, expect, it } from 'vitest'
import { differences } from './differences.ts'

describe('differences', () => {
  it('are none between a value and its stored copy', () => {
    expect(differences({ a: [-0, Number.NaN], b: undefined }, { a: [0, null] })).toEqual([])
  })

  it('name the field and what of it is another', () => {
    const field = { field: 'c', verdict: 'right', score: 1, cells: ['right', 'right'] }
    const changed = { ...field, score: 0.5, cells: ['right', 'wrong'] }
    expect(differences({ fields: [{ field: 'b' }, field] }, { fields: [{ field: 'b' }, changed] })).toEqual([
      { at: 'fields.c.score', before: '1', after: '0.5' },
      { at: 'fields.c.cells', before: '["right","right"]', after: '["right","wrong"]' },
    ])
  })

  it('say what is there on one side only', () => {
    expect(differences({ fields: [{ field: 'b', verdict: 'right' }] }, { fields: [], step: 'b' })).toEqual([
      { at: 'fields', before: '[{"field":"b","verdict":"right"}]', after: '[]' },
      { at: 'step', before: '', after: '"b"' },
    ])
    expect(differences([{ field: 'b' }], [{ field: 'c' }])).toEqual([
      { at: 'b', before: '{"field":"b"}', after: '' },
      { at: 'c', before: '', after: '{"field":"c"}' },
    ])
  })
})
