import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { operations } from '../operations/library.ts'
import { parseExam } from './parse-exam.ts'
import { parseQuestion } from './parse-question.ts'
import { readSample, samples } from './testing/read-sample.ts'

/** Reads whatever it is and checks that the outcome is sound: a question, or problems that lie inside the file. */
function survive(source: string) {
  const lines = source.split('\n').length
  for (const result of [parseQuestion(source, 'hostile', operations), parseExam(source, 'hostile')]) {
    if (result.ok) continue
    expect(result.problems.length).toBeGreaterThan(0)
    for (const { line, column, message } of result.problems) {
      expect(line).toBeGreaterThanOrEqual(1)
      expect(line).toBeLessThanOrEqual(lines)
      expect(column).toBeGreaterThanOrEqual(1)
      expect(message).not.toBe('')
    }
  }
}

const options = { numRuns: 150, seed: 20 }

describe('a file never throws', () => {
  it('random text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), survive), options)
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => survive(`---\n${text}\n---\n${text}`)),
      options,
    )
  })

  it('random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => survive(Buffer.from(bytes).toString('latin1'))),
      options,
    )
  })

  it.each(samples)('%s with pieces cut out, doubled and put elsewhere', (name) => {
    const source = readSample(name)
    const place = fc.nat({ max: source.length })
    const scraps = fc.constantFrom(
      '',
      ':',
      '{',
      '}',
      '[',
      ']',
      '"',
      "'",
      '&a ',
      '*a',
      '!t ',
      '|',
      '- ',
      '\t',
      '---\n',
      '{{',
      '}}',
      ',',
      '#',
      '0',
      '^',
      '\u0000',
    )
    fc.assert(
      fc.property(place, fc.nat({ max: 60 }), place, scraps, (from, length, to, scrap) => {
        const piece = source.slice(from, from + length)
        const rest = source.slice(0, from) + source.slice(from + length)
        survive(rest.slice(0, to) + scrap + piece + rest.slice(to))
        survive(rest)
      }),
      { ...options, numRuns: 60 },
    )
  })

  it.each([
    ['brackets', '['.repeat(40_000)],
    ['braces', '{a: '.repeat(12_000)],
    ['lists', '- '.repeat(25_000)],
    ['keys', Array.from({ length: 9000 }, (_, k) => `k${k}:`).join('\n')],
    ['aliases', 'a: &a [1]\nb: [*a, *a]\n'],
    ['a prototype', '__proto__: { polluted: 1 }\nconstructor: 2'],
    ['an expression that is deep', `title: t\nreference:\n  y: ${'('.repeat(3000)}`],
    [
      'a huge tensor',
      'title: t\nparameters:\n  x: integers([99999, 99999], 1, 2)\nreference:\n  y: zeros(9999, 9999)\nanswers:\n  y: { points: 1 }',
    ],
    ['templates', `title: t\nanswers: {}\n---\n${'{{ '.repeat(30_000)}`],
    ['backticks', `title: t\nanswers: {}\n---\n${'` `` '.repeat(20_000)}`],
    ['a huge file', 'x'.repeat(3_000_000)],
  ])('%s, and soon', (_, text) => {
    // time of this process, whatever else the machine does
    const before = process.cpuUsage()
    survive(`---\n${text}\n---\nbody :answer[y]`)
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1000).toBeLessThan(3000)
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })
})
