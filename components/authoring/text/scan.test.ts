import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entriesOf, placeAt } from './scan.ts'

/** Where one is at the bar. */
function at(text: string) {
  const position = text.indexOf('¦')
  const { region, role, path, from } = placeAt(text.replace('¦', ''), position)
  return `${region} ${role} ${path.join('.')} “${text.slice(from, position)}”`
}
const front = (lines: string) => `---\n${lines}`

describe('where one is in a question file', () => {
  it.each([
    ['ti¦', 'front key  “ti”'],
    ['title: A GR¦U\nanswers:\n---\n', 'front value title “A GR”'],
    ['parameters:\n  ¦', 'front key parameters “”'],
    ['parameters:\n  x: dec¦', 'front value parameters.x “dec”'],
    ['parameters:\n  x: decimals([¦', 'front value parameters.x “decimals([”'],
    ['parameters:\n  x: 1\nref¦', 'front key  “ref”'],
    ['parameters:\n  x: 1\n¦', 'front key  “”'],
    ['where:\n  - x[1] > ¦', 'front value where.[] “x[1] > ”'],
    ['where:\n- x > ¦', 'front value where.[] “x > ”'],
    ['answers:\n  o: { ¦', 'front key answers.o “”'],
    ['answers:\n  o: { points: 1, dec¦', 'front key answers.o “dec”'],
    ['answers:\n  o: { kind: ch¦', 'front value answers.o.kind “ch”'],
    ['answers:\n  o: {\n    kind: choice,\n    op¦', 'front key answers.o “op”'],
    [
      'answers:\n  o:\n    kind: property\n    holds:\n      - { that: "a >¦',
      'front value answers.o.holds.[].that “a >”',
    ],
    [
      'answers:\n  o:\n    kind: property\n    holds:\n      - that: a\n        sa¦',
      'front key answers.o.holds.[] “sa”',
    ],
    ['mistakes:\n  m:\n    steps: { c: tanh(¦', 'front value mistakes.m.steps.c “tanh(”'],
    ['answers:\n  o: { after: [a, ¦', 'front value answers.o.after.[] “”'],
    ["reference:\n  s_{t-1}: 'it''s ¦", "front value reference.s_{t-1} “it''s ”"],
    ['title: x # not her¦e', 'front value title “x # not her”'],
    ['answers:\n  o: { points: 1 }\n  ¦\n---\n', 'front key answers “”'],
  ])('%s', (text, place) => {
    expect(at(front(text))).toBe(place)
  })

  it('tells the body from what stands before it', () => {
    expect(at('---\ntitle: x\n---\nThe ¦body')).toBe('body key  “”')
    expect(at('¦')).toBe('before key  “”')
    expect(at('---\ntitle: x\n--¦-\nbody')).toBe('before key  “”')
  })

  it('finds every key with its value', () => {
    const text = front(
      [
        'title: "A: b"',
        'parameters:',
        '  A: [1, 2; 3, 4] # note',
        'where: [a > 1, "b"]',
        'answers:',
        '  o: { points: 1, symbols: { W: vector d } }',
        'mistakes:',
        '  m:',
        '    says: |',
        '      Note: this',
        '    earns: 1',
        '---',
        'body: none',
      ].join('\n'),
    )
    const found = entriesOf(text).map(({ path, value }) => [path.join('.'), value && text.slice(value.from, value.to)])
    expect(found).toEqual([
      ['title', 'A: b'],
      ['parameters', null],
      ['parameters.A', '[1, 2; 3, 4]'],
      ['parameters.A.[]', '1'],
      ['parameters.A.[]', '2; 3'],
      ['parameters.A.[]', '4'],
      ['where', '[a > 1, "b"]'],
      ['where.[]', 'a > 1'],
      ['where.[]', 'b'],
      ['answers', null],
      ['answers.o', '{ points: 1, symbols: { W: vector d } }'],
      ['answers.o.points', '1'],
      ['answers.o.symbols', '{ W: vector d }'],
      ['answers.o.symbols.W', 'vector d'],
      ['mistakes', null],
      ['mistakes.m', null],
      ['mistakes.m.says', '|\n      Note: this\n'],
      ['mistakes.m.earns', '1'],
    ])
  })

  it('reads any cut of a file, and a brace that was never closed ends where the next part begins', () => {
    const text = front('answers:\n  o: { points: 1\nmistakes:\n  m: { steps: { o: 1 } }\n---\nbody')
    for (let position = 0; position <= text.length; position += 1) placeAt(text, position)
    expect(entriesOf(text).map(({ path }) => path.join('.'))).toContain('mistakes.m.steps.o')
  })

  it('reads any text at all: every stretch lies within it and in its order', () => {
    const piece = fc.constantFrom(
      '\n',
      '  ',
      '- ',
      'a',
      'key:',
      ' ',
      '{',
      '}',
      '[',
      ']',
      ',',
      '"',
      "'",
      '#',
      '|\n',
      '---\n',
      ': ',
      '\\',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.nat(), (pieces, some) => {
        const text = front(pieces.join(''))
        for (const { key, value } of entriesOf(text)) {
          expect(key.from).toBeLessThanOrEqual(key.to)
          if (value) expect(value.from).toBeLessThan(value.to)
          expect((value ?? key).to).toBeLessThanOrEqual(text.length)
        }
        const position = some % (text.length + 1)
        expect(placeAt(text, position).from).toBeLessThanOrEqual(position)
      }),
      { seed: 8102, numRuns: 3000 },
    )
  })
})
