import { describe, expect, it } from 'vitest'
import { renderSaid } from './said.ts'

const scalar = (x: number) => ({ shape: [], data: [x] })
const text = (says: string, printed: Record<string, { shape: number[]; data: number[] }> = {}) =>
  JSON.stringify(renderSaid(says, { expected: { n: scalar(7) }, printed }))

describe('what is said of a mistake', () => {
  it('prints the student’s numbers, in text and in math', () => {
    const said = text('You took $2 n = {{2 n}}$ for {{n}}.', { '2 n': scalar(14) })
    expect(said).toContain('2 n = 14')
    expect(said).toContain('>7<')
    expect(said).not.toContain('{{')
  })

  it('never shows braces, and never fails, where a value was not kept', () => {
    expect(text('You took {{2 n}}, not {{n}}.')).toContain('You took 2 n, not 7.')
  })

  it('knows nothing of inherited names', () => {
    expect(text('{{constructor}}')).toContain('"constructor"')
  })
})
