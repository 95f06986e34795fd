import { describe, expect, it } from 'vitest'
import { renderMath } from './math.ts'
import { withoutSource } from './without-source.ts'

describe('a page without the source of its formulas', () => {
  it('keeps what is shown and what is read aloud', () => {
    const formula = renderMath('\\alpha < \\frac{a}{b}')
    const [paragraph] = withoutSource([{ tag: 'p', children: ['so ', formula, { field: 'x' }] }])
    const text = JSON.stringify(paragraph)
    expect(JSON.stringify(formula)).toContain('annotation')
    expect(text).not.toContain('annotation')
    expect(text).not.toContain('frac{')
    expect(text).toContain('<mfrac>')
    expect(text).toContain('katex-html')
    expect(paragraph).toMatchObject({ tag: 'p', children: ['so ', {}, { field: 'x' }] })
  })
})
