import { describe, expect, it } from 'vitest'
import { formatMessage, parseMessage } from './format.ts'

describe('messages in ICU syntax', () => {
  it('prints arguments, with numbers in the manner of the locale', () => {
    expect(formatMessage('{name} has {n} points', 'en', { name: 'Ada', n: 1234.5 })).toBe('Ada has 1,234.5 points')
    expect(formatMessage('{n, number}', 'de', { n: 1234.5 })).toBe('1.234,5')
  })

  it('keeps a name of the other direction to itself', () => {
    const says = (name: string) => formatMessage('{name} has 10/10', 'en', { name })
    expect(says('שלום')).toBe('\u2068שלום\u2069 has 10/10')
    expect(says('a\u202eb\u2069c')).toBe('\u2068abc\u2069 has 10/10')
    expect(says('Zoë 👩‍🔬')).toBe('Zoë 👩‍🔬 has 10/10')
  })

  it('chooses exact values before plural forms', () => {
    const message = '{n, plural, =0 {no questions} one {# question} other {# questions}} left'
    expect([0, 1, 2000].map((n) => formatMessage(message, 'en', { n }))).toEqual([
      'no questions left',
      '1 question left',
      '2,000 questions left',
    ])
  })

  it('selects and nests', () => {
    const message = '{state, select, open {until {time}} other {closed}}'
    expect(formatMessage(message, 'en', { state: 'open', time: '14:03' })).toBe('until 14:03')
    expect(formatMessage(message, 'en', { state: 'shut' })).toBe('closed')
  })

  it('reads apostrophes and quoted braces as text', () => {
    expect(formatMessage("it's {n} '{'x'}' don''t", 'en', { n: 1 })).toBe("it's 1 {x} don't")
  })

  it('refuses what it cannot read and what is not given', () => {
    expect(() => parseMessage('{n, plural, one {x}}')).toThrow(/other/)
    expect(() => parseMessage('{n')).toThrow(/Malformed/)
    expect(() => parseMessage('{n, plural, other {x}')).toThrow(/not closed/)
    expect(() => parseMessage('a } b')).toThrow(/Unexpected/)
    expect(() => formatMessage('{n}', 'en')).toThrow(/missing/)
  })
})
