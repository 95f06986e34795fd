import { describe, expect, it } from 'vitest'
import { marksOf } from './expression-marks.ts'

const shown = (text: string) => marksOf(text).map(({ from, to, class: look }) => [text.slice(from, to), look.slice(2)])

describe('what is coloured in a question file', () => {
  it('is every expression of the front matter, and no other text', () => {
    const text = '---\ntitle: a + b\nreference:\n  o: "sigmoid(W x) + 1"\nanswers:\n  o: { points: 1 }\n---\n'
    expect(shown(text)).toEqual([
      ['sigmoid', 'function'],
      ['(', 'operator'],
      ['W', 'name'],
      ['x', 'name'],
      [')', 'operator'],
      ['+', 'operator'],
      ['1', 'number'],
    ])
  })

  it('is what the text prints, where fields stand, and formulas', () => {
    expect(shown('---\ntitle: A\n---\n$s_{t-1} = {{s}}$ and :answer[o]')).toEqual([
      ['$s_{t-1} = {{s}}$', 'math'],
      [':answer[o]', 'place'],
      ['{{s}}', 'hole'],
      ['s', 'name'],
    ])
  })

  it('leaves alone what cannot be read yet', () => {
    expect(shown('---\nreference:\n  o: W_ ~\n---\n')).toEqual([])
  })
})
