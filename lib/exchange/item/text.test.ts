import { describe, expect, it } from 'vitest'
import { Notes, pointsOf } from './found.ts'
import { fieldName } from './names.ts'
import { decodeText, oneLine, wellFormed } from './text.ts'

describe('a text from outside', () => {
  it('has no half of a pair, no control characters, and one kind of line end', () => {
    expect(wellFormed('\uFEFFa\u0000b\u0007\r\nc\rd\u2028e\u009f\ufffe')).toBe('a b \nc\nd e  ')
    expect(wellFormed('x\ud83dy')).toBe('x\ufffdy')
    expect(wellFormed('a\tb\u{1f600}')).toBe('a\tb\u{1f600}')
  })

  it('is read in the encoding that it is in, whatever it claims', () => {
    const bytes = (text: string, encoding: BufferEncoding) => Buffer.from(text, encoding)
    expect(decodeText(bytes('é', 'utf8'))).toBe('é')
    expect(decodeText(bytes('\ufeffé', 'utf16le'))).toBe('é')
    expect(decodeText(bytes('\ufeffé', 'utf16le').swap16())).toBe('é')
    const claims = (encoding: string, letter: number) =>
      decodeText(
        Buffer.concat([bytes(`<?xml version="1.0" encoding="${encoding}"?>`, 'latin1'), Buffer.from([letter])]),
      )
    expect(claims('ISO-8859-15', 0xa4)).toMatch(/€$/)
    expect(claims('utf-16le', 0x80)).toMatch(/^<\?xml.*€$/)
    expect(claims('no-such-encoding', 0x80)).toMatch(/€$/)
  })

  it('becomes a line that is not too long', () => {
    expect(oneLine(' a\n\n b ')).toBe('a b')
    expect(oneLine('x'.repeat(300))).toBe(`${'x'.repeat(199)}…`)
    expect(oneLine('ab\u{1f600}d', 4)).toBe('ab\ufffd…')
  })
})

it('says each sentence once, and no more than a person reads', () => {
  const notes = new Notes()
  for (let k = 0; k < 3; k++) notes.add('One.')
  expect(notes.all).toEqual(['One.'])
  for (let k = 0; k < 60; k++) notes.add(`Sentence ${k}.`)
  expect(notes.all).toHaveLength(40)
  expect([pointsOf(0.005, notes), pointsOf(0.01, notes), pointsOf(1000, notes), pointsOf(1001, notes)]).toEqual([
    1, 0.01, 1000, 1,
  ])
})

it('keeps the name of a field where it can be one', () => {
  const taken = new Set<string>()
  const names = ['y', 'y', 'RESPONSE_1', 'a b', 'x'.repeat(30), 'x'.repeat(31)].map((name) => fieldName(name, taken))
  expect(names).toEqual(['y', 'y_2', 'response_1', 'answer', 'x'.repeat(30), 'answer_2'])
})
