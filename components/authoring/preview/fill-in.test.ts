import { describe, expect, it } from 'vitest'
import type { Field } from '../../../grader/answers/field.ts'
import { filledIn, fitting } from './fill-in.ts'
import type { Preview } from './preview.ts'

const y: Field = { name: 'y', label: 'Output', points: 1, kind: 'tensor', shape: [2], resizable: false, decimals: 2 }
const n: Field = { name: 'n', label: 'Size', points: 1, kind: 'number', decimals: null }
const why: Field = { name: 'why', label: 'Why', points: 1, kind: 'text', maximumLength: 100, upload: false }
const preview: Preview = {
  title: '',
  version: '',
  seed: '1',
  shown: 'asked',
  paper: { slug: 'q', title: '', points: 3, nodes: [], fields: [y, n, why] },
  solution: {},
  expected: [
    { name: 'y', label: 'Output', decimals: 2, value: { shape: [2], data: [0.126, -1] }, bands: [0.01, 0.01] },
    { name: 'n', label: 'Size', decimals: null, value: { shape: [], data: [7] }, bands: [0] },
  ],
  alternatives: [
    {
      id: 'sign',
      kind: 'mistake',
      automatic: false,
      earns: 0,
      says: [],
      gives: [{ label: 'Output', decimals: 2, value: { shape: [2], data: [0.5, 1] }, formula: null }],
    },
  ],
  audit: null,
  graded: null,
}

describe('what a preview is filled in with', () => {
  it('is what an honest student would type', () => {
    expect(filledIn(preview, 'right')).toEqual({
      y: { kind: 'tensor', shape: [2], cells: ['0.13', '-1'] },
      n: { kind: 'number', text: '7' },
    })
  })

  it('is a mistake where it shows, and right elsewhere', () => {
    expect(filledIn(preview, 'mistake sign')).toEqual({
      y: { kind: 'tensor', shape: [2], cells: ['0.50', '1'] },
      n: { kind: 'number', text: '7' },
    })
  })

  it('is nothing, where nothing is asked for', () => {
    expect(filledIn(preview, 'nothing')).toEqual({})
  })

  it('stays while the field is there', () => {
    const paper = { ...preview.paper, fields: [n] }
    expect(fitting(filledIn(preview, 'right'), paper)).toEqual({ n: { kind: 'number', text: '7' } })
  })
})
