import { describe, expect, it } from 'vitest'
import type { PaperNode } from '../../grader/answers/paper.ts'
import { together } from './together.ts'

const blank = { field: 'g' }
const math = (mathml: string): PaperNode => ({
  html: `<span class="katex"><math><semantics><mrow>${mathml}</mrow></semantics></math></span>`,
})
const g = math('<mi>g</mi>')
const named = math('<mi>g</mi><mo>=</mo>')
const set = (...nodes: PaperNode[]) => together(nodes, () => true)

describe('a field within a line', () => {
  it('keeps its sign and what it gives a name', () => {
    expect(set('the gradient g = ', blank, ' here')).toEqual([
      'the gradient ',
      { before: ['g = '], field: 'g', after: '' },
      ' here',
    ])
    expect(set('so ', named, ' ', blank)).toEqual(['so ', { before: [named, ' '], field: 'g', after: '' }])
    expect(set('so ', g, ' = ', blank)).toEqual(['so ', { before: [g, ' = '], field: 'g', after: '' }])
    expect(set(g, ' of y = ', blank)).toEqual([g, ' of ', { before: ['y = '], field: 'g', after: '' }])
    expect(set('so ', named, blank)).toEqual(['so ', { before: [named], field: 'g', after: '' }])
  })

  it('keeps the punctuation after it, and the bracket around it', () => {
    expect(set('(', blank, '), and ', blank, '.')).toEqual([
      '',
      { before: ['('], field: 'g', after: '),' },
      ' and ',
      { before: [], field: 'g', after: '.' },
      '',
    ])
    expect(set(blank, '.5 of it')).toEqual([blank, '.5 of it'])
  })

  it('takes no word that has no sign after it', () => {
    expect(set('the gradient ', blank, ' here')).toEqual(['the gradient ', blank, ' here'])
    expect(set('the gate ', g, ' ', blank)).toEqual(['the gate ', g, ' ', blank])
  })

  it('leaves a long formula to end its line where it does', () => {
    const long = math('<mi>a</mi><mo>+</mo>'.repeat(5) + '<mo>=</mo>')
    expect(set('so ', long, ' ', blank)).toEqual(['so ', long, ' ', blank])
    expect(set('so ', long, ' = ', blank)).toEqual(['so ', long, ' ', { before: ['= '], field: 'g', after: '' }])
  })

  it('takes no formula that stands on lines of its own', () => {
    const shown = { html: '<mo>=</mo></mrow></semantics>', block: true }
    expect(set(shown, ' ', blank, ' here')).toEqual([shown, ' ', blank, ' here'])
  })

  it('has no lead where it is drawn below its text, and leaves no stop alone in a line', () => {
    const below = (...nodes: PaperNode[]) => together(nodes, () => false)
    expect(below('g = ', blank, '.')).toEqual(['g = ', blank, ''])
    expect(below('g = ', blank, ', so (', blank, ') and ', blank, '.5')).toEqual([
      'g = ',
      blank,
      ' so (',
      blank,
      ') and ',
      blank,
      '.5',
    ])
  })

  it('is left as it is where it stands alone', () => {
    expect(set(' ', blank, ' ')).toEqual([' ', blank, ' '])
  })
})
