import { describe, expect, it } from 'vitest'
import { parseQuestion, versionOf } from './parse-question.ts'
import { parsed, problemsOf, questionWith, readSample, samples } from './testing/read-sample.ts'

const sound = 'parameters:\n  x: decimals([2], -2, 2, 1)\nreference:\n  y: sigmoid(x)'

describe('a sound file', () => {
  it.each(samples)('%s is read', (name) => {
    expect(problemsOf(readSample(name))).toEqual([])
  })

  it('gives fields their kind, their label and what they follow from', () => {
    const gru = parsed(readSample('gru-step'), 'gru-step')
    expect(gru.answers.map(({ name, kind, label, after }) => [name, kind, label, after])).toEqual([
      ['o', 'tensor', 'Output gate', []],
      ['i', 'tensor', 'i', []],
      ['c', 'tensor', 'c', ['o']],
      ['s_next', 'tensor', 's next', ['o', 'i', 'c']],
    ])
    expect(gru.alternatives.map(({ id, kind, earns }) => [id, kind, earns])).toEqual([
      ['swapped-update', 'mistake', 0.5],
      ['reset-after-product', 'mistake', 0],
      ['tanh-candidate', 'convention', 1],
    ])
    expect(gru.version).toBe(versionOf(readSample('gru-step')))
    expect(gru.bodyLine).toBe(39)
  })

  it('reads every kind of field', () => {
    const fields = new Map(parsed(readSample('every-kind')).answers.map((field) => [field.name, field]))
    expect(fields.get('total')).toMatchObject({ kind: 'number', step: 'total', decimals: 0 })
    expect(fields.get('product')).toMatchObject({ kind: 'tensor', step: 'y', decimals: 1, label: 'Product' })
    expect(fields.get('size')).toMatchObject({ kind: 'number', step: 'length', decimals: 3, after: ['product'] })
    expect(fields.get('proof')).toMatchObject({ kind: 'order', lines: ['$a = b$', '$b = c$', '$a = c$'] })
    expect(fields.get('why')).toMatchObject({ kind: 'text', upload: true, maximumLength: 4000 })
    expect(fields.get('picture')).toMatchObject({ kind: 'choice', many: false, shuffle: true })
    expect(fields.get('net')).toMatchObject({
      kind: 'layers',
      input: [3, 64, 64],
      output: [2],
      parameterBudget: 200000,
    })
    const conv = new Map(parsed(readSample('conv-size')).answers.map((field) => [field.name, field]))
    expect(conv.get('out_shape')).toMatchObject({ kind: 'shape', axes: ['height', 'width', 'channels'] })
    expect(conv.get('width')).toMatchObject({
      kind: 'formula',
      target: "W'",
      mistakes: [{ id: 'forgot-one', earns: 0.5 }],
    })
  })

  it('is plain data: it survives JSON', () => {
    const question = parsed(readSample('conv-size'))
    expect(JSON.parse(JSON.stringify(question))).toEqual(question)
  })

  it('takes bare brackets, quotes, blocks and carriage returns', () => {
    const lines = 'parameters:\n  x: [1, 2; 3, 4]\nreference:\n  z: "x^T"\n  y: |\n    z +\n    [1, 0; 0, 1]'
    expect(problemsOf(questionWith(lines))).toEqual([])
    expect(problemsOf(questionWith(lines).replaceAll('\n', '\r\n'))).toEqual([])
  })
})

describe('what is wrong is told with its place and what was expected', () => {
  const cases: [string, string, string][] = [
    ['no front matter', 'Hello', '1:1 A question file begins with front matter between two lines of ---.'],
    [
      'unknown key',
      questionWith(`${sound}\ndecimal: 3`),
      '7:1 The front matter has no key “decimal”. Did you mean “decimals”?',
    ],
    [
      'unknown key of a field',
      questionWith(sound, undefined, 'y: { points: 1, decimal: 2 }'),
      '8:19 field y has no key “decimal”. Did you mean “decimals”?',
    ],
    ['no points', questionWith(sound, undefined, 'y: { decimals: 2 }'), '8:6 field y needs “points”.'],
    [
      'points of nothing',
      questionWith(sound, undefined, 'y: { points: 0 }'),
      '8:16 points must be a number from 0.01 to 1000.',
    ],
    [
      'unknown kind',
      questionWith(sound, undefined, 'y: { kind: tensr, points: 1 }'),
      '8:14 kind must be one of number, shape, tensor, formula, choice, order, text, upload, layers, property. Did you mean “tensor”?',
    ],
    ['no such step', questionWith(sound, ':answer[z]', 'z: { points: 1 }'), '8:3 There is no step “z” to judge z by.'],
    [
      'misfit of kind',
      questionWith(sound, undefined, 'y: { kind: number, points: 1 }'),
      '8:3 The step “y” is 2, but a number is asked for',
    ],
    [
      'shape of decimals',
      questionWith(sound, undefined, 'y: { kind: shape, points: 1 }'),
      '8:3 The step “y” is 2, but its entries need not be integers',
    ],
    ['twice in YAML', questionWith(`${sound}\ntitle: Again`), '7:1 “title” stands here twice.'],
    ['a syntax error inside an expression', questionWith('reference:\n  y: 2 + * 3'), '4:10 y: '],
    ['a syntax error inside quotes', questionWith('reference:\n  y: "2 + * 3"'), '4:11 y: '],
    ['an unknown name', questionWith('parameters:\n  x: 2\nreference:\n  y: 3 + z'), '6:10 y: '],
    [
      'a misfit of shapes',
      questionWith('parameters:\n  W: integers([3, 3], 1, 2)\n  x: integers([2], 1, 2)\nreference:\n  y: W x'),
      '7:6 y: W is 3×3 but x has 2 entries',
    ],
    ['a circle', questionWith('reference:\n  y: z\n  z: y'), '4:6 y: The steps define each other in a circle'],
    [
      'a parameter that is a step',
      questionWith('parameters:\n  y: 2\nreference:\n  y: 3'),
      '6:3 “y” is already the name of something on line 4.',
    ],
    [
      'a generator',
      questionWith('parameters:\n  x: integr(1, 2)\nreference:\n  y: x'),
      '4:6 x: There is no generator “integr”. Did you mean “integer”?',
    ],
    [
      'an empty range',
      questionWith('parameters:\n  x: integer(2, 1)\nreference:\n  y: x'),
      '4:3 x: The range from 2 to 1 is empty.',
    ],
    [
      'a size not drawn before',
      questionWith('parameters:\n  x: integers([n], 1, 2)\n  n: 2\nreference:\n  y: x'),
      '4:3 x: “n” is no integer parameter declared before.',
    ],
    ['an anchor', questionWith('reference:\n  y: &a 3'), '4:9 Anchors and aliases'],
    [
      'a field that is not placed',
      questionWith(sound, 'Nothing.'),
      '8:3 The answer “y” is not placed: put :answer[y] into the body.',
    ],
    [
      'a field placed twice',
      questionWith(sound, ':answer[y] :answer[y]'),
      '10:12 :answer[y] stands here a second time; each answer has one place.',
    ],
    [
      'a field that is not declared',
      questionWith(sound, ':answer[y] :answer[yy]'),
      '10:12 :answer[yy]: there is no such answer. Did you mean “y”?',
    ],
    [
      'a figure that is not declared',
      questionWith(sound, ':answer[y]\n\n:figure[f]'),
      '12:1 :figure[f]: there is no such figure. None is declared.',
    ],
    [
      'an answer that is printed',
      questionWith(sound, ':answer[y]\n\nIt is {{2y}}.'.replace('2y', '2 y')),
      '12:7 This prints the step “y”, which the student is asked for.',
    ],
    ['a template with an unknown name', questionWith(sound, ':answer[y] {{1 + q}}'), '10:18 {{1 + q}}: '],
    ['a template that cannot be read', questionWith(sound, ':answer[y] {{1 + }}'), '10:18 {{1 + }}: '],
    [
      'a draw among the steps',
      questionWith(`${sound} + decimals([2], 0, 1, 1)`),
      '6:19 y: “decimals” draws a value. What is drawn stands under parameters.',
    ],
    ['quotes without end', questionWith(sound, `:answer[y]\n${'> '.repeat(40)}x`), '11:1 This is nested too deeply.'],
    [
      'lists within lists',
      questionWith(sound, `:answer[y]\n\n ${'1. - '.repeat(20)}x`),
      '12:1 This is nested too deeply.',
    ],
    [
      'more values than a page holds',
      questionWith(sound, `:answer[y]\n${'{{x}}\n'.repeat(2001)}`),
      '2011:1 A text prints at most 2000 values.',
    ],
    ['a template that is not closed', questionWith(sound, ':answer[y] {{1 + x'), '10:12 This {{ is not closed'],
    [
      'a mistake in a step that is not there',
      questionWith(`${sound}\nmistakes:\n  m:\n    steps: { z: x }\n    says: No.`),
      '9:14 The reference has no step “z” to replace.',
    ],
    [
      'a mistake without words',
      questionWith(`${sound}\nmistakes:\n  m:\n    steps: { y: x }`),
      '9:5 mistake m needs “says”.',
    ],
    [
      'a mistake that changes nothing asked',
      questionWith(`${sound}\n  z: x\nmistakes:\n  m:\n    steps: { z: 2 x }\n    says: No.`),
      '9:3 mistake m changes no step that is asked for.',
    ],
    [
      'a mistake whose shapes do not fit',
      questionWith(`${sound}\nmistakes:\n  m:\n    steps: { y: x x }\n    says: No.`),
      '9:17 mistake m, y: ',
    ],
    [
      'after a stranger',
      questionWith(sound, undefined, 'y: { points: 1, after: [q] }'),
      '8:3 after: “y” does not follow from “q”; it follows from no other field.',
    ],
    [
      'a rubric that is too small',
      questionWith(sound, ':answer[y]', 'y: { kind: text, points: 2, rubric: [{ says: a, points: 1 }] }'),
      '8:3 The rubric of y adds up to 1 points, the field is worth 2.',
    ],
    [
      'an option twice',
      questionWith(sound, ':answer[y]', 'y: { kind: choice, points: 2, options: { right: a, others: [b, a] } }'),
      '8:66 This option stands here twice.',
    ],
    [
      'a formula with an undeclared name',
      questionWith(sound, ':answer[y]', 'y: { kind: formula, points: 2, equals: a + b, symbols: { a: number } }'),
      '8:46 equals: ',
    ],
    [
      'a symbol that is nothing',
      questionWith(sound, ':answer[y]', 'y: { kind: formula, points: 2, equals: a, symbols: { a: vektor d } }'),
      '8:59 Symbol a must be one of: number',
    ],
    [
      'where of no such name',
      questionWith(`${sound}\nwhere:\n  - x < q`),
      '8:9 where: Nothing here is called q. Did you mean x?',
    ],
    [
      'a figure of a vector',
      questionWith(`${sound}\nfigures:\n  f: { kind: grid, value: x, alt: X }`, ':answer[y] :figure[f]'),
      '8:3 figure f: a grid draws a matrix.',
    ],
  ]
  it.each(cases)('%s', (_, source, expected) => {
    expect(problemsOf(source).map((problem) => problem.slice(0, expected.length))).toContain(expected)
  })

  it('names the allowed keys', () => {
    expect(problemsOf(questionWith(sound, undefined, 'y: { points: 1, colour: red }'))[0]).toContain(
      'Allowed are kind, points, label, step, decimals, axes, resizable, after.',
    )
  })

  it('does not say of a field that is wrong itself that there is none', () => {
    expect(problemsOf(questionWith(sound, ':answer[w]', 'w: { points: 1 }'))).toEqual([
      expect.stringContaining('There is no step “w”'),
    ])
  })

  it('refuses a file name that is no slug', () => {
    expect(problemsOf(questionWith(sound), '../Evil')[0]).toContain('A question file is named like-this.md')
  })

  it('tells all problems at once, in the order of the file', () => {
    const source = questionWith('decimals: 77\nleniency: 0\nreference:\n  y: 2 +')
    const lines = problemsOf(source).map((problem) => Number(problem.split(':')[0]))
    expect(lines).toEqual([3, 4, 6])
    expect(problemsOf(questionWith('reference:\n  y: 2 +')).length).toBe(1)
  })
})

it('needs the library to know what a function is', () => {
  const result = parseQuestion(questionWith(sound), 'sample', new Map())
  expect(result.ok).toBe(false)
})
