import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { Field } from '../../grader/answers/field.ts'
import { pickMessages } from '../messages/catalogue.ts'
import { MessagesProvider } from '../messages/provider.tsx'
import { FieldResult } from './field-result.tsx'
import type { ShownField, Verdict } from './result.ts'

const field: Field = {
  name: 'm',
  label: 'Pooled map',
  points: 2,
  kind: 'tensor',
  shape: [2],
  resizable: false,
  decimals: 1,
}

function drawn(verdict: Verdict, more: Partial<ShownField> = {}, grading = {}): string {
  const shown: ShownField = {
    name: 'm',
    answer: { kind: 'tensor', shape: [2], cells: ['1.5', 'oops'] },
    grading: { verdict, score: 0.5, points: 2, ...grading },
    earned: 1,
    expected: { shape: [2], data: [1.5, -2] },
    expectedNodes: null,
    namedNodes: null,
    review: null,
    ...more,
  }
  return renderToStaticMarkup(
    <MessagesProvider locale="en" messages={pickMessages('en', ['fields', 'verdict'])}>
      <FieldResult field={field} shown={shown} solution={[{ tag: 'p', children: ['by hand'] }]} />
    </MessagesProvider>,
  )
}

describe('the result of a field', () => {
  it('puts the own answer beside the expected one, with a verdict in words for every cell', () => {
    const html = drawn('partial', {}, { cells: ['right', 'unreadable'] })
    expect(html).toContain('Right in part')
    expect(html).toContain('1 of 2 points')
    expect(html).toContain('oops')
    expect(html).toContain('−2.0')
    expect(html).toMatch(/sr-only">could not be read/)
    expect(html).toContain('by hand')
  })

  it('does not repeat an answer that is right', () => {
    expect(drawn('right')).not.toContain('Expected')
  })

  it('names the mistake, and shows what follows from earlier answers', () => {
    const named = { named: { says: 'raw', kind: 'mistake' }, firstWrong: true }
    const html = drawn('mistake', { namedNodes: [{ tag: 'p', children: ['You averaged.'] }] }, named)
    expect(html).toContain('You averaged.')
    expect(html).not.toContain('raw')
    expect(html).toContain('first step that went wrong')
    expect(drawn('through', {}, { through: { shape: [2], data: [7, 8] } })).toContain('7.0')
  })

  it('does not call undecided points zero', () => {
    const html = drawn('review', { earned: null })
    expect(html).toContain('Waits for a reader')
    expect(html).toContain('not decided yet')
  })
})
