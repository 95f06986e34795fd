import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { pickMessages } from '../../messages/catalogue.ts'
import { MessagesProvider } from '../../messages/provider.tsx'
import { EffectShown } from './effect-shown.tsx'
import type { Effect } from './rubric.ts'

const effect: Effect = {
  effect: 'name',
  reviewed: 40,
  changed: 3,
  gain: 1,
  lose: 1,
  same: 1,
  mean: { before: 1.5, after: 1.25 },
  steps: [
    { from: 2, to: 1, count: 1 },
    { from: 0, to: 1, count: 1 },
  ],
  histogram: { width: 0.2, before: [10, 0, 0, 0, 0, 0, 0, 0, 0, 30], after: [9, 0, 0, 0, 0, 2, 0, 0, 0, 29] },
  largest: [{ submissionId: 's', code: 'Babad-Dodat', from: 2, to: 1, taken: 1 }],
  released: false,
  texts: [],
}
const drawn = (more: Partial<Effect> = {}) =>
  renderToStaticMarkup(
    <MessagesProvider locale="en" messages={pickMessages('en', ['rubric', 'staff'])}>
      <EffectShown effect={{ ...effect, ...more }} examId="e" field="q.why" />
    </MessagesProvider>,
  )
const text = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

describe('the effect of an edit', () => {
  it('is told in figures, with whom it touches by what stands for them', () => {
    const html = drawn()
    expect(text(html)).toContain(
      '3 of 40 reviews would change: 1 gains, 1 loses, 1 keeps its points. On average 1.5 → 1.25.',
    )
    expect(html).toContain('href="/staff/exams/e/review/s/q.why"')
    expect(text(html)).toContain('Babad-Dodat 2 → 1 loses a tick')
    expect(text(html)).toContain('and 2 more')
    expect(text(html)).toContain('1 more changes otherwise')
    expect(html).not.toContain('Results are released')
    expect(drawn({ released: true })).toContain('students see the new points at once')
  })

  it('says so where nothing would change', () => {
    expect(text(drawn({ changed: 0, reviewed: 0 }))).toContain('Nothing is reviewed by it yet')
    expect(text(drawn({ changed: 0 }))).toContain('All 40 reviews keep their points.')
  })
})
