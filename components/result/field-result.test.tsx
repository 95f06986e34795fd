import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { Field } from '../../grader/answers/field.ts'
import { pickMessages } from '../messages/catalogue.ts'
import { MessagesProvider } from '../messages/provider.tsx'
import { FieldResult } from './field-result.tsx'
import type { Parting, PartingStep } from './parting/parting.ts'
import type { ShownField, Verdict } from './result.ts'
import { SolutionsProvider } from './solutions/provider.tsx'

const field: Field = {
  name: 'm',
  label: 'Pooled map',
  points: 2,
  kind: 'tensor',
  shape: [2],
  resizable: false,
  decimals: 1,
}

const nothing = { own: null, after: [], accepted: null, bands: null, said: [], messageNodes: null }

function drawn(verdict: Verdict, more: Partial<ShownField> = {}, grading = {}, parting: Parting | null = null): string {
  const shown: ShownField = {
    ...nothing,
    name: 'm',
    answer: { kind: 'tensor', shape: [2], cells: ['1.5', 'oops'] },
    grading: { verdict, score: 0.5, points: 2, ...grading },
    earned: 1,
    expected: { shape: [2], data: [1.5, -2] },
    expectedNodes: null,
    review: null,
    ...more,
  }
  return renderToStaticMarkup(
    <MessagesProvider locale="en" messages={pickMessages('en', ['fields', 'parting', 'verdict'])}>
      <SolutionsProvider address="/solutions">
        <FieldResult slug="q" field={field} shown={shown} solved parting={parting} />
      </SolutionsProvider>
    </MessagesProvider>,
  )
}

const text = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

describe('the result of a field', () => {
  it('puts the own answer beside the expected one, with a verdict in words for every cell', () => {
    const html = drawn('partial', {}, { cells: ['right', 'unreadable'] })
    expect(html).toContain('Right in part')
    expect(html).toContain('1 of 2 points')
    expect(html).toContain('oops')
    expect(html).toContain('−2.0')
    expect(html).toMatch(/sr-only">could not be read/)
  })

  it('has a worked solution to open, which is not there yet', () => {
    const html = drawn('partial')
    expect(html).toContain('Worked solution')
    expect(html).toContain('<details data-solution="true"')
  })

  it('does not repeat an answer that is right', () => {
    expect(drawn('right')).not.toContain('Expected')
  })

  it('names every mistake that explains it, and shows what follows from earlier answers', () => {
    const said = ['You averaged.', 'You forgot the bias.'].map((words) => ({
      kind: 'mistake' as const,
      nodes: [{ tag: 'p' as const, children: [words] }],
    }))
    const html = drawn('mistake', { said }, { firstWrong: true })
    expect(html).toContain('You averaged.')
    expect(html).toContain('You forgot the bias.')
    expect(html).toContain('first step that went wrong')
    expect(drawn('through', {}, { through: { shape: [2], data: [7, 8] } })).toContain('7.0')
  })

  it('does not call undecided points zero', () => {
    const html = drawn('review', { earned: null })
    expect(html).toContain('Waits for a reader')
    expect(html).toContain('not decided yet')
  })

  it('says how exact an answer had to be, and to staff for every entry', () => {
    const band = { smallest: 0.0007, largest: 0.00149, why: 'steps', decimals: 3, leniency: 1 } as const
    const said = (accepted: ShownField['accepted'], bands: number[] | null = null) =>
      text(drawn('wrong', { accepted, bands }))
    expect(said({ ...band, smallest: 0.00149 })).toContain(
      'Accepted: within ± 0.0015 (what rounding every step to 3 decimals can cost)',
    )
    expect(said(band)).toContain('within ± 0.0007 to ± 0.0015, entry by entry')
    expect(said({ ...band, decimals: null, leniency: 2 })).toContain(
      '(what rounding every step as asked can cost), times 2',
    )
    expect(said({ ...band, why: 'rounding', decimals: 0 })).toContain('(rounding to a whole number)')
    expect(said({ ...band, why: 'exact' })).toContain('This had to be exact.')
    expect(said(band)).not.toContain('Band of every entry')
    expect(said(band, [0.0007, 0])).toContain('±0.0007')
  })
})

describe('where values parted', () => {
  const step: PartingStep = {
    field,
    state: 'parted',
    own: [1.5, -8],
    ownShape: [2],
    typed: ['1.5', '-8'],
    expected: { shape: [2], data: [1.5, -2] },
    through: null,
    off: [false, true],
    first: 1,
  }
  const figure = (more: Partial<PartingStep> = {}, parting: Partial<Parting> = {}) =>
    drawn('wrong', {}, { firstWrong: true }, { first: { ...step, ...more }, later: [], fromOwn: false, ...parting })

  it('is told in words and marked in the picture, which holds both values as numbers', () => {
    const html = figure()
    expect(text(html)).toContain(
      'Your values part here: entry 2 of “Pooled map”. You wrote -8; the reference gives −2.0.',
    )
    expect(html).toMatch(/data-heat="-5" data-off="true" data-first="true"/)
    expect(text(html)).toContain('▸ −8 (the first that is off)')
    expect(html).toContain('<caption class="sr-only">Expected</caption>')
    expect(text(html)).toContain('−6.0')
    expect(html).toContain('id="parting-q.m"')
  })

  it('tells what the student’s own earlier values lead to', () => {
    const through = { shape: [2], data: [1.5, -3] }
    const html = text(figure({ through }, { fromOwn: true }))
    expect(html).toContain('your earlier values lead to −3.0; the reference gives −2.0.')
    expect(html).toContain('From your earlier values')
  })

  it('says of later steps whether they follow', () => {
    const later = (['followed', 'off', 'unanswered'] as const).map((state, k) => ({
      ...step,
      state,
      field: { ...field, name: `n${k}`, label: `Later ${k}` },
      own: state === 'unanswered' ? null : step.own,
      off: [false, false],
      first: null,
    }))
    const html = text(figure({}, { later }))
    expect(html).toContain('Later 0 ✓ follows from your own values')
    expect(html).toContain('Later 1 ✗ does not follow from your own values either')
    expect(html).toContain('Later 2 ○ not answered')
  })

  it('shows of a tensor of many slices those that are off', () => {
    const size = 5 * 2 * 2
    const values = Array.from({ length: size }, (_, k) => k)
    const off = values.map((k) => k === 9)
    const expected = { shape: [5, 2, 2], data: values }
    const html = text(figure({ own: values.map((k) => (off[k] ? 0 : k)), typed: null, expected, off, first: 9 }))
    expect(html).toContain('slice 3, row 1, column 2 of “Pooled map”')
    expect(html).toContain('Slice [3, ·, ·]')
    expect(html).not.toContain('Slice [1, ·, ·]')
    expect(html).toContain('4 more slices are not shown.')
  })

  it('compares shapes where they differ', () => {
    expect(text(figure({ own: null, ownShape: [3], off: [], first: null }))).toContain(
      'Your answer is 3; the expected one is 2.',
    )
  })
})
