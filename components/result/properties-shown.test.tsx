import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { Field } from '../../grader/answers/field.ts'
import { pickMessages } from '../messages/catalogue.ts'
import { MessagesProvider } from '../messages/provider.tsx'
import { FieldResult } from './field-result.tsx'
import type { ShownField } from './result.ts'

const field: Field = {
  name: 'A',
  label: 'Weights',
  points: 3,
  kind: 'tensor',
  shape: [2],
  resizable: false,
  decimals: 1,
}

function drawn(properties: ShownField['properties']): string {
  const shown: ShownField = {
    name: 'A',
    answer: { kind: 'tensor', shape: [2], cells: ['0.5', '0.6'] },
    own: null,
    after: [],
    grading: { verdict: 'partial', score: 0.5, points: 3, cells: ['right', 'wrong'] },
    earned: 1.5,
    expected: { shape: [2], data: [0.25, 0.75] },
    expectedNodes: null,
    accepted: null,
    bands: null,
    said: [],
    messageNodes: null,
    review: null,
    properties,
  }
  return renderToStaticMarkup(
    <MessagesProvider locale="en" messages={pickMessages('en', ['fields', 'result', 'verdict'])}>
      <FieldResult slug="q" field={field} shown={shown} solved={false} parting={null} />
    </MessagesProvider>,
  )
}

describe('the result of a field of which many answers are right', () => {
  it('says of every property in words whether it holds, and calls the example one right answer', () => {
    const html = drawn([
      { held: true, nodes: [{ tag: 'p', children: ['No weight is negative.'] }] },
      { held: false, nodes: [{ tag: 'p', children: ['They add up to 1.'] }] },
      { held: null, nodes: [{ tag: 'p', children: ['They fall.'] }] },
    ])
    expect(html).toMatch(/sr-only">holds:.*No weight is negative/)
    expect(html).toMatch(/sr-only">does not hold:.*They add up to 1/)
    expect(html).toMatch(/sr-only">not decided.*They fall/)
    expect(html).toContain('One right answer')
    expect(html).not.toContain('Expected')
    expect(html).toContain('0.8')
  })

  it('is as it was for every other field', () => {
    expect(drawn(null)).toContain('Expected')
    expect(drawn(null)).not.toContain('What had to hold')
  })
})
