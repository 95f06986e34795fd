import { describe, expect, it } from 'vitest'
import { fillValues, fillWords, printedIn } from './template.ts'

const values = {
  s: { shape: [3], data: [1, -0.5, 2] },
  n: { shape: [], data: [-4] },
  W: { shape: [2, 2], data: [1, 2, 3, 4.25] },
  's_{t-1}': { shape: [], data: [7] },
}

describe('templates in a question’s text', () => {
  it('are found once each, in order, with subscripts in braces', () => {
    expect(printedIn('{{ n }} and {{s}} and {{n}} and {{s_{t-1}}}')).toEqual(['n', 's', 's_{t-1}'])
  })

  it('print LaTeX inside math and math of their own in running text', () => {
    expect(fillValues('take $x = {{n}}$ or {{n}}', values)).toBe('take $x = -4$ or $-4$')
  })

  it('print a vector as a row in a line and as a column in a display', () => {
    expect(fillValues('$s={{s}}$', values)).toBe('$s=[1.0,\\,-0.5,\\,2.0]^{\\top}$')
    expect(fillValues('$$s={{s}}$$', values)).toContain('\\begin{bmatrix}1.0\\\\-0.5\\\\2.0\\end{bmatrix}')
  })

  it('give the entries of one matrix the same number of decimals', () => {
    expect(fillValues('$${{W}}$$', values)).toBe('$$\\begin{bmatrix}1.00&2.00\\\\3.00&4.25\\end{bmatrix}$$')
  })

  it('become words in a text alternative', () => {
    expect(fillWords('W is {{W}}', values)).toBe('W is 1.00, 2.00; 3.00, 4.25')
  })

  it('never print a value that was not computed, not even by the name of an inherited property', () => {
    expect(() => fillValues('{{constructor}}', values)).toThrow('{{constructor}}')
  })
})
