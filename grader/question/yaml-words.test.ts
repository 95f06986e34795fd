import { describe, expect, it } from 'vitest'
import { operations } from '../operations/library.ts'
import { inspectQuestion } from './outline/inspect-question.ts'

const front = (lines: string) => `---\ntitle: T\n${lines}\n---\n:answer[y]\n`

/** The problems of a file, each with what it underlines and what a press of a key would put there. */
function told(lines: string) {
  const source = front(lines)
  return inspectQuestion(source, 'told', operations).problems.map(({ line, column, endColumn, message, fix }) => [
    source.split('\n')[line - 1]?.slice(column - 1, endColumn - 1),
    message,
    fix?.insert ?? null,
  ])
}

describe('errors of YAML in words', () => {
  it.each([
    ['says: You divided: no.', 'You divided: no.', /colon with a blank/],
    ['says: `a` b', '`a` b', /cannot begin/],
    ['says: [a] b', '[a] b', /ends before this/],
    ['says: "a" b', '"a" b', /ends before this/],
    ['all:\n  - says: > a', '> a', /ends before this/],
  ])('%s needs quotes, which are offered', (line, meant, words) => {
    expect(told(line)).toEqual([[meant, expect.stringMatching(words), JSON.stringify(meant)]])
    expect(told(line.replace(meant, JSON.stringify(meant))).join()).not.toMatch(/quotes/)
  })

  it.each([
    ['a: { says: {x} b }', /ends before this/],
    ['a:\n\tb: 1', /blanks, not with tabs/],
    ['a:\n   b: 1\n    c: 1', /stand under each other/],
    ['a: { b: 1\nc: 1', /not closed before this/],
    ['a: "b', /quote is never closed/],
    ['a', /needs a colon/],
  ])('%s', (line, words) => {
    expect(told(line)).toEqual([[expect.any(String), expect.stringMatching(words), null]])
  })

  it('a map is shown as it should look where something else stands', () => {
    const words = told('reference:\nanswers:\n  y: 2 x\n  z:\nmistakes: y\nparameters: [1]').map(
      ([, message]) => message,
    )
    expect(words).toEqual([
      'reference is empty: under it stands one “name: …” a line, indented by two blanks.',
      'field y is written as { points: … }, not a single value.',
      'field z is empty: write it as { points: … }.',
      'mistakes holds one “name: …” a line, indented by two blanks, not a single value.',
      'parameters holds one “name: …” a line, indented by two blanks, not a list.',
    ])
  })

  it('a command of LaTeX that double quotes would swallow is told, and written twice by one press', () => {
    const lost = (text: string) => {
      const problems = told(`topics: [${text}]`).filter(([, message]) => String(message).includes('written twice'))
      return problems.map(([meant, , insert]) => [meant, insert])
    }
    const theta = String.raw`\theta`
    expect(lost(`"$${theta}$ after ${theta}x and $${theta}$"`)).toEqual([
      [theta, `\\${theta}`],
      [theta, `\\${theta}`],
    ])
    expect(lost(String.raw`"$\hat m$"`)).toEqual([['\\', '\\\\']])
    for (const sound of [String.raw`"$\\theta$"`, String.raw`'$\theta$'`, String.raw`"one\ntwo\tthree"`])
      expect(lost(sound)).toEqual([])
  })

  it('front matter that is not closed is told so, beside what is wrong in it as far as it can be read', () => {
    const problems = (source: string) =>
      inspectQuestion(source, 'told', operations).problems.map(({ message }) => message)
    const open = 'The front matter is not closed: after it comes a line of ---, then what students read.'
    expect(problems('---\ntitle: T\nreference:\n  y: 1\nanswers:\n  y: { points: none }')).toEqual([
      expect.stringContaining('points'),
      open,
    ])
    expect(problems('---\ntitle: T\nanswers:\n  y: { points: 1 }\n\nWhat is it? :answer[y]\n')).toEqual([open])
  })

  it('a call that a comma of its braces cuts off is told to need quotes', () => {
    const option = told(
      'answers:\n  y: { kind: choice, points: 1, options: { right: a, others: [{ text: So, as said, says: b }] } }',
    )
    expect(String(option)).toContain('Between { and } a comma ends a text: put the text in quotes.')
    const words = told('answers:\n  y: { kind: formula, points: 1, equals: max(a, b), symbols: { a: number } }')
    expect(String(words)).toContain('Between { and } what holds a comma or a bracket needs quotes.')
  })
})
