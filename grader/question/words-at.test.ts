import { describe, expect, it } from 'vitest'
import { operations } from '../operations/library.ts'
import { parseQuestion } from './parse-question.ts'
import { problemsOf, questionWith } from './testing/read-sample.ts'
import { withinLine, wordAt } from './words-at.ts'

/** What is underlined in the file for every problem. */
function marked(source: string): string[] {
  const parsed = parseQuestion(source, 'sample', operations)
  const lines = source.split('\n')
  return parsed.ok
    ? []
    : parsed.problems.map(({ line, column, end }) => {
        expect(end?.line).toBe(line)
        return lines[line - 1]?.slice(column - 1, (end?.column ?? 0) - 1) ?? ''
      })
}

describe('where a problem ends', () => {
  it('is the end of the name, of the operation with its arguments, or of the key', () => {
    const file = questionWith('parameters:\n  W: decimals([3, 2], 0, 1, 1)\nreference:\n  y: 2 * (W zz) + 1')
    expect(marked(file)).toEqual(['zz'])
    expect(marked(file.replace('zz', '[1, 2, 3]'))).toEqual(['(W [1, 2, 3])'])
    expect(marked(file.replace('title', 'titel'))).toEqual(['titel', 'titel: Small'])
    expect(marked(file.replace('decimals(', 'decimal3('))).toEqual(['decimal3([3, 2], 0, 1, 1)'])
    expect(problemsOf(file.replace('zz', '['))).toHaveLength(1)
  })

  it('is the end of a word where only its beginning is known', () => {
    expect(wordAt('a swapped-update: b', 2)).toEqual({ start: 2, end: 16 })
    expect(wordAt('{{x}}', 0)).toEqual({ start: 0, end: 1 })
    expect(wordAt('x\ny', 1)).toEqual({ start: 1, end: 1 })
    expect(wordAt('x', 9)).toEqual({ start: 1, end: 1 })
  })

  it('never lies on another line, nor on the blanks before it', () => {
    expect(withinLine('a: b  \nc', 0, 8)).toEqual({ start: 0, end: 4 })
    expect(withinLine('\nc', 0, 2)).toEqual({ start: 0, end: 0 })
  })
})
