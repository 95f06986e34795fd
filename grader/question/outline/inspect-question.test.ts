import { describe, expect, it } from 'vitest'
import { operations } from '../../operations/library.ts'
import { readSample } from '../testing/read-sample.ts'
import { completeAt } from './complete.ts'
import { inspectQuestion } from './inspect-question.ts'
import type { Range } from './inspection.ts'

const file = readSample('gru-step')
const document = (name: string) =>
  operations.get(name) && { signature: `${name}(x)`, summary: operations.get(name)!.summary }

function look(source: string) {
  const inspection = inspectQuestion(source, 'sample', operations, (name) => document(name) ?? null)
  const lines = source.split('\n')
  const text = ({ line, column, endColumn }: Range) => lines[line - 1]?.slice(column - 1, endColumn - 1)
  const name = (wanted: string) => inspection.names.find((one) => one.name === wanted)
  const at = (written: string) => {
    const [line] = lines.flatMap((one, k) => (one.includes(written) ? [k + 1] : []))
    return inspection.spans.filter((span) => span.line === line)
  }
  return { ...inspection, text, name, at }
}

describe('inspectQuestion', () => {
  it('knows every name with its type, its place and where it is used', () => {
    const { ok, problems, title, name, names, text } = look(file)
    expect([ok, problems, title]).toEqual([true, [], 'One step of a GRU'])
    expect(name('W_o')).toMatchObject({ kind: 'parameter', says: 'parameter · 3×3 matrix of numbers', asked: false })
    expect(name('c')).toMatchObject({ kind: 'step', says: 'step · vector of 3 numbers', asked: true })
    for (const one of names) {
      expect(text(one)).toBe(one.name)
      for (const use of one.uses) expect(text(use)).toBe(one.name)
    }
    expect(names.find(({ name, kind }) => name === 'c' && kind === 'field')?.uses).toHaveLength(1)
    expect(names.filter(({ kind }) => kind === 'mistake' || kind === 'convention').length).toBeGreaterThan(1)
  })

  it('says the type of every part of an expression, what an operation does and what a key is for', () => {
    const { at, text } = look(file)
    const line = at('  o: sigmoid(')
    expect(line.map((span) => [span.kind, text(span), span.says.split('\n')[0]])).toContainEqual([
      'expression',
      'W_o s + U_o x + b_o',
      'vector of 3 numbers',
    ])
    expect(line.find(({ kind }) => kind === 'operation')?.says).toBe(
      'sigmoid(x) · vector of 3 numbers\nThe logistic function 1 / (1 + exp(-x)) of every entry.',
    )
    expect(at('mistakes:')[0]).toMatchObject({ kind: 'key', name: 'mistakes' })
  })

  it('says as much of a broken file: only what is broken has no type', () => {
    const { problems, name, text } = look(file.replace('W_o s + U_o x + b_o', 'W_o x + U_o x + b_o'))
    expect(problems.map((problem) => [text(problem), problem.message])).toEqual([
      ['W_o x', expect.stringContaining('W_o is 3×3')],
    ])
    expect(name('o')).toMatchObject({ type: null, says: 'step' })
    expect(name('i')?.says).toBe('step · vector of 3 numbers')
    const open = look(file.slice(0, file.indexOf('answers:')))
    expect(open.ok).toBe(false)
    expect(open.name('i')?.says).toBe('step · vector of 3 numbers')
    expect(look('---\nreference:\n  a: b\n  b: a\nparameters:\n  x: bits([2')).toMatchObject({ ok: false })
  })

  it('takes no word for more than a word', () => {
    for (const word of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
      const file = `---\n${word}: 1\nparameters:\n  ${word}: ${word}\nanswers:\n  ${word}: { kind: ${word}, points: 1 }\n---\n`
      expect(look(file).ok).toBe(false)
      for (let line = 1; line <= 7; line++) completeAt(file, { line, column: 99 }, operations, [])
    }
  })

  it('offers the word that was meant in place of exactly the wrong one', () => {
    const fixed = (from: string, to: string) => {
      const { problems, text } = look(file.replace(from, to))
      return problems.flatMap((problem) => (problem.fix ? [[text(problem), problem.fix.insert]] : []))
    }
    expect(fixed('mistakes:', 'mistaks:')).toEqual([['mistaks', 'mistakes']])
    expect(fixed('o: sigmoid(', 'o: sigmod(')).toEqual([['sigmod', 'sigmoid']])
    expect(fixed('x: decimals(', 'x: decimal_s(')).toEqual([['decimal_s', 'decimals']])
    expect(fixed('points: 1,', 'pionts: 1,')).toEqual([['pionts', 'points']])
  })

  it('folds sections, entries and the body of any text', () => {
    const { outline } = look(file)
    expect(outline.map(({ kind }) => kind)).toEqual(['front matter', 'body'])
    const mistakes = outline[0]?.children.find(({ title }) => title === 'mistakes')
    expect(mistakes?.children[0]).toMatchObject({ kind: 'entry' })
    expect(mistakes?.children[0]?.endLine).toBeGreaterThan(mistakes?.children[0]?.line ?? 0)
    expect(
      look('no front matter\n# A\ntext\n# B\n').outline[0]?.children.map(({ line, endLine }) => [line, endLine]),
    ).toEqual([
      [2, 3],
      [4, 4],
    ])
  })
})
