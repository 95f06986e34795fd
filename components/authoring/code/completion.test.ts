import { describe, expect, it } from 'vitest'
import { applied, offersUnasked } from './completion.ts'

const offers = (text: string) => offersUnasked(text.replace('¦', ''), text.indexOf('¦'))

describe('completion', () => {
  it.each([
    ['---\nreference:\n  o: sig¦', true],
    ['---\nans¦', true],
    ['---\nanswers:\n  o: { ¦', true],
    ['---\nanswers:\n  o: { points: 1¦', false],
    ['---\ntitle: A step of¦', false],
    ['---\nmistakes:\n  m:\n    says: You swapped¦', false],
    ['---\nmistakes:\n  m:\n    says: You swapped {{s¦', true],
    ['---\ntitle: A\n---\nThe state¦', false],
    ['---\ntitle: A\n---\nThe state $s = {{¦', true],
    ['---\ntitle: A\n---\nThe gate :answer[¦', true],
    ['---\ntitle: A\n---\nThe gate :an¦', true],
  ])('is offered unasked where a name is written: %s', (text, wanted) => {
    expect(offers(text)).toBe(wanted)
  })

  it('puts the caret where the option wants it', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the desk's own sign
    expect(applied('sigmoid(${})')).toEqual({ text: 'sigmoid()', caret: 8 })
    expect(applied('title')).toEqual({ text: 'title', caret: 5 })
  })
})
