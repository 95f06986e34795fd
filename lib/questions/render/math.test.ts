import { describe, expect, it } from 'vitest'
import { renderMath } from './math.ts'

const source = (latex: string) => ({ tag: 'code', class: 'math-source', children: [latex] })
const braces = (depth: number) => `${'{'.repeat(depth)}x${'}'.repeat(depth)}`

describe('a formula', () => {
  it('that is too long comes back as it was written; what the house printed may be longer', () => {
    const long = `x${' '.repeat(2000)}`
    expect(renderMath(long)).toEqual(source(long))
    expect(renderMath(long.slice(0, 2000))).toHaveProperty('html')
    expect(renderMath(long, { trusted: true })).toHaveProperty('html')
  })

  it('that is too deep comes back as it was written', () => {
    expect(renderMath(braces(61))).toEqual(source(braces(61)))
    expect(renderMath(braces(60))).toHaveProperty('html')
  })

  it('that is no LaTeX comes back as it was written', () => {
    expect(renderMath('\\nosuch')).toEqual(source('\\nosuch'))
  })

  it('takes no more room than a formula needs', () => {
    const rule = renderMath('\\rule{500em}{500em}')
    expect(JSON.stringify(rule)).toContain('20em')
    expect(JSON.stringify(rule)).not.toMatch(/width:500em/)
  })
})
