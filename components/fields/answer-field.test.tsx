import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { Field } from '../../grader/answers/field.ts'
import type { RawAnswer } from '../../grader/answers/raw-answer.ts'
import { pickMessages } from '../messages/catalogue.ts'
import { MessagesProvider } from '../messages/provider.tsx'
import { AnswerField } from './answer-field.tsx'
import { loadControls } from './lazy-controls.ts'

const base = { name: 'x', label: 'Entry x', points: 2 }
const line = (id: string) => ({ id, nodes: [`line ${id}`] })
const fields: { field: Field; value: RawAnswer }[] = [
  { field: { ...base, kind: 'number', decimals: 3 }, value: { kind: 'number', text: '-1.5' } },
  { field: { ...base, kind: 'shape', length: 2, axes: ['rows', 'columns'] }, value: { kind: 'shape', text: '3x4' } },
  {
    field: { ...base, kind: 'tensor', shape: [2, 2, 2], resizable: false, decimals: 2 },
    value: { kind: 'tensor', shape: [2, 2, 2], cells: ['c0', '', '', '', '', '', '', 'c7'] },
  },
  {
    field: {
      ...base,
      kind: 'formula',
      symbols: [{ name: 'W', latex: 'W', aliases: [], shape: [] }],
      functions: [],
      target: null,
    },
    value: { kind: 'formula', notation: 'text', source: 'W + 1' },
  },
  {
    field: { ...base, kind: 'choice', many: false, options: [line('a'), line('b')] },
    value: { kind: 'choice', chosen: ['b'] },
  },
  { field: { ...base, kind: 'order', lines: [line('a'), line('b')] }, value: { kind: 'order', lines: ['b'] } },
  { field: { ...base, kind: 'text', maximumLength: 5, upload: false }, value: { kind: 'text', markdown: 'too long' } },
  {
    field: { ...base, kind: 'layers', input: [8, 8, 1], output: [2], parameterBudget: 100 },
    value: {
      kind: 'layers',
      rows: [{ layer: 'flatten', units: '', kernel: '', stride: '', padding: '', activation: '' }],
    },
  },
]

function drawn(field: Field, value: RawAnswer | null, disabled = false): string {
  return renderToStaticMarkup(
    <MessagesProvider locale="en" messages={pickMessages('en', ['fields'])}>
      <AnswerField
        slug="q"
        field={field}
        value={value}
        alone
        disabled={disabled}
        onChange={() => {}}
        onLeave={() => {}}
      />
    </MessagesProvider>,
  )
}

describe.each(fields)('a field for a $field.kind', ({ field, value }) => {
  it('shows its label and points, names its control and has a place for the reader', async () => {
    await loadControls(new Set([field.kind]))
    const html = drawn(field, null)
    expect(html).toContain('Entry x')
    expect(html).toContain('2 points')
    expect(html).toContain('aria-labelledby="answer-q.x-label"')
    expect(html).toMatch(/id="answer-q\.x-note" role="status"/)
    expect(html).toContain('id="answer-q.x"')
  })

  it('lets nothing be changed when it is locked', async () => {
    await loadControls(new Set([field.kind]))
    const controls = drawn(field, value, true).match(/<(?:input|select|textarea|button)\b[^>]*>/g) ?? []
    for (const control of controls) if (!control.includes('aria-pressed')) expect(control).toContain('disabled')
  })

  it('does not show an answer of another kind', () => {
    const other: RawAnswer = field.kind === 'number' ? { kind: 'shape', text: 'ZZZ' } : { kind: 'number', text: 'ZZZ' }
    expect(drawn(field, other)).not.toContain('ZZZ')
  })
})

describe('fields', () => {
  it('name every cell of a tensor for those who cannot see where it stands', () => {
    const grid = fields[2]
    const html = grid ? drawn(grid.field, grid.value) : ''
    expect(html).toContain('aria-label="slice 2, row 2, column 2"')
    expect(html).toContain('value="c7"')
  })

  it('count a text and say when it is too long', () => {
    const text = fields[6]
    expect(text && drawn(text.field, text.value)).toContain('3 characters too many')
  })

  it('keep unused lines apart from the order', () => {
    const order = fields[5]
    const html = order ? drawn(order.field, order.value) : ''
    expect(html.indexOf('line b')).toBeLessThan(html.indexOf('Not used'))
    expect(html.indexOf('line a')).toBeGreaterThan(html.indexOf('Not used'))
  })
})
