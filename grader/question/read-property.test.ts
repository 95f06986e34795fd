import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { operations } from '../operations/library.ts'
import { componentsOf } from './components.ts'
import { drawVariant } from './draw-variant.ts'
import { parseQuestion } from './parse-question.ts'
import { exampleStep, propertyFields, propertyProgram } from './property-program.ts'
import { parsed, problemsOf } from './testing/read-sample.ts'

/** A question whose field A has other lines; line 16 is its shape. */
function withField(change: (field: string) => string = (field) => field, body = ':answer[A]'): string {
  const field = change(`  A:
    kind: property
    points: 3
    shape: [n, 3]
    decimals: 2
    holds:
      - { that: sum_rows(A) = 1, says: Every row adds up to 1. }
      - { that: A >= 0 and not (A > E), says: Within the limits. }
    example: softmax(S)
    mistakes:
      raw: { value: E, says: Divide. }
`)
  return `---
title: Weights
parameters:
  n: integer(2, 4)
  S: decimals([n, 3], -2, 2, 1)
  t: decimal(1, 2, 1)
reference:
  two: 2 t
  E: exp(S) + 0 two
answers:
  two: { points: 1 }
${field}---
${body} :answer[two]
`
}

const replaced = (from: string, to: string) => withField((field) => field.replace(from, to))

describe('a property field', () => {
  it('is read with equal shares, sizes that may be drawn, and the fields that it is judged from', () => {
    const question = parsed(withField())
    expect(question.answers[1]).toMatchObject({
      name: 'A',
      kind: 'property',
      decimals: 2,
      after: ['two'],
      source: 'softmax(S)',
      holds: [
        { says: 'Every row adds up to 1.', share: 0.5, source: 'sum_rows(A) = 1' },
        { says: 'Within the limits.', share: 0.5 },
      ],
      mistakes: [{ id: 'raw', earns: null, source: 'E' }],
    })
    const [field] = propertyFields(question)
    for (const seed of ['1', '2', '3', '4']) {
      const variant = drawVariant(question, seed)
      const outcome = propertyProgram(question, field!, variant, operations)
      expect(outcome).toMatchObject({ ok: true, program: { type: { shape: [variant.params.n?.data[0], 3] } } })
    }
  })

  it('is judged from no field that comes after it', () => {
    const question = parsed(
      withField().replace('  two: { points: 1 }\n', '').replace('---\n:answer', '  two: { points: 1 }\n---\n:answer'),
    )
    expect(question.answers[0]).toMatchObject({ name: 'A', after: [] })
  })

  it('is a number where no shape is said, and takes the decimals of the question', () => {
    const source = replaced('    shape: [n, 3]\n    decimals: 2\n', '').replace(
      /holds:[\s\S]*?mistakes:.*\n.*\n/,
      'holds: [{ that: A > t, says: More. }]\n    example: t + 1\n',
    )
    const [field] = propertyFields(parsed(source))
    expect(field).toMatchObject({ sizes: [], decimals: 3 })
  })

  it('belongs to the component of all that it is about, mistakes and example included', () => {
    const [first, ...others] = componentsOf(parsed(withField()))
    expect(first).toMatchObject({ parameters: ['n', 'S', 't'], fields: ['two', 'A'] })
    expect(others).toEqual([])
  })

  it('takes its properties apart: comparisons by their sides, and not carried inwards', () => {
    const whole = withField((field) =>
      field
        .replace('decimals: 2', 'decimals: 0')
        .replace('softmax(S)', 'S > 0')
        .replace('value: E', 'value: B')
        .replace('A >= 0 and not (A > E)', 'not (A < 0 or A = 1) or not (not (B - A > 0))'),
    )
    const question = parsed(whole.replace('E: exp', 'B: S > 0\n  E: exp'))
    const [field] = propertyFields(question)
    const outcome = propertyProgram(question, field!, drawVariant(question, '1'), operations)
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
    const side = expect.stringMatching(/^property \d side \d$/)
    const position = { span: expect.anything() }
    expect(outcome.program.conditions).toEqual([
      { kind: 'compare', operator: '=', left: 'property 1 side 1', right: 'property 1 side 2', ...position },
      {
        kind: 'or',
        parts: [
          {
            kind: 'and',
            parts: [
              { kind: 'compare', operator: '<=', left: side, right: side, ...position },
              { kind: 'compare', operator: '!=', left: side, right: side, ...position },
            ],
          },
          { kind: 'compare', operator: '<', left: side, right: side, ...position },
        ],
      },
    ])
    expect(outcome.program.plan.steps.map(({ name }) => name)).toContain(exampleStep)
    expect(outcome.program.plan.steps.map(({ name }) => name)).not.toContain('two')
  })
})

describe('what is wrong with a property field is told with its place', () => {
  const cases: [string, string, string][] = [
    [
      'no example',
      replaced('    example: softmax(S)\n', ''),
      '12:3 The field A needs “example”: one answer that is right.',
    ],
    [
      'no properties',
      withField((f) => f.replace(/ {4}holds:[\s\S]*?(?= {4}example)/, '')),
      '12:3 The field A needs “holds”',
    ],
    [
      'an empty list',
      withField((f) => f.replace(/holds:[\s\S]*?(?= {4}example)/, 'holds: []\n')),
      '17:5 “holds” has 1 to 12',
    ],
    [
      'an unknown key',
      replaced('says: Every', 'say: Every'),
      '18:34 A property has no key “say”. Did you mean “says”?',
    ],
    ['a share for one', replaced('to 1. }', 'to 1., share: 1 }'), '17:5 Give a “share” to every property or to none'],
    [
      'shares that are not all',
      withField((f) => f.replace('to 1. }', 'to 1., share: 0.5 }').replace('limits. }', 'limits., share: 0.4 }')),
      '17:5 The shares of the properties add up to 0.9, not to 1.',
    ],
    ['a formula that cannot be read', replaced('= 1,', '= (1,'), '18:'],
    ['a stranger', replaced('not (A > E)', 'not (A > F)'), '19:37 that: Nothing here is called F.'],
    [
      'shapes that do not fit',
      replaced('sum_rows(A) = 1', 'sum_rows(A) = t S'),
      '18:17 that: equal needs equal shapes',
    ],
    ['a number', replaced('sum_rows(A) = 1', 'sum(A) - 1'), '18:17 that: this is a number. Compare it'],
    [
      'an inequality of rounded numbers',
      replaced('sum_rows(A) = 1', 'sum_rows(A) != 1'),
      '18:17 that: numbers that are rounded',
    ],
    ['not an equation', replaced('sum_rows(A) = 1', 'not (sum_rows(A) = 1)'), '18:21 that: numbers that are rounded'],
    ['nothing of the answer', replaced('sum_rows(A) = 1', 'sum_rows(E) > 0'), '18:17 that: it says nothing about A.'],
    [
      'an example of the answer',
      replaced('softmax(S)', 'A'),
      '20:14 example: it cannot be worked out from the answer A',
    ],
    ['an example of another shape', replaced('softmax(S)', 'S^T'), '20:14 example: it is 3×'],
    ['a mistake of another shape', replaced('value: E', 'value: t'), '22:21 mistake raw: it is scalar, but A is'],
    ['no integers', replaced('decimals: 2', 'decimals: 0'), '20:14 example: it need not be whole'],
    ['an id', replaced('raw:', 'raw one:'), '22:7 An id is written like this-one'],
    ['a size that is none', replaced('[n, 3]', '[n, t]'), '12:3 shape: '],
    ['too many sizes', replaced('[n, 3]', '[n, 3, 1, 1, 1]'), '15:5 A shape has one to four sizes'],
    [
      'too many cells',
      withField((f) =>
        f
          .replace('[n, 3]', '[257]')
          .replace('sum_rows(A)', 'A')
          .replace('A > E', 'A > t')
          .replace('softmax(S)', 'ones(257)'),
      ),
      '12:3 A: 257 cells are too many; at most 256.',
    ],
    [
      'the name of a step',
      withField((f) => f.replace('A:', 'E:'), ':answer[E]'),
      '12:3 “E” is already a name, on line 9',
    ],
    [
      'a name that is none',
      withField((f) => f.replace('A:', 'A__:'), ':answer[A__]'),
      '12:3 Properties call the answer by its name',
    ],
    [
      'an example that is printed',
      withField((f) => f.replace('softmax(S)', 'E'), ':answer[A] {{E}}'),
      '24:12 This prints the step “E”',
    ],
    ['a template that cannot be read', replaced('Divide.', '"Divide {{n +}}."'), '22:7 '],
  ]
  it.each(cases)('%s', (_, source, expected) => {
    expect(problemsOf(source).map((problem) => problem.slice(0, expected.length))).toContain(expected)
  })
})

describe('a file with a property field never throws', () => {
  it('with pieces of it cut out, doubled and put elsewhere', () => {
    const source = withField()
    const [from, to] = [source.indexOf('  A:'), source.lastIndexOf('---')]
    const place = fc.integer({ min: from, max: to })
    fc.assert(
      fc.property(place, fc.nat({ max: 12 }), place, (at, length, other) => {
        const piece = source.slice(at, at + length)
        const cut = source.slice(0, at) + source.slice(at + length)
        for (const changed of [cut, source.slice(0, other) + piece + source.slice(other)]) {
          const lines = changed.split('\n').length
          const result = parseQuestion(changed, 'hostile', operations)
          for (const { line, message } of result.ok ? [] : result.problems) {
            expect(line).toBeGreaterThanOrEqual(1)
            expect(line).toBeLessThanOrEqual(lines)
            expect(message).not.toBe('')
          }
        }
      }),
      { numRuns: 150, seed: 20 },
    )
  })
})
