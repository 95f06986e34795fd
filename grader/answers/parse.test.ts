import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { limits, parseRawAnswer } from './parse.ts'
import type { RawAnswer } from './raw-answer.ts'

const row = { layer: 'conv', units: '8', kernel: '3', stride: '', padding: 'same', activation: 'relu' } as const
const answers: RawAnswer[] = [
  { kind: 'number', text: '1,2·10^{-3}' },
  { kind: 'shape', text: '' },
  { kind: 'tensor', shape: [2, 2], cells: ['1', '', 'x', '½'] },
  { kind: 'formula', notation: 'latex', source: 'x\\Phi(x)' },
  { kind: 'choice', chosen: ['a', 'c'] },
  { kind: 'order', lines: [] },
  { kind: 'text', markdown: 'Weights are *shared*. 🧠' },
  { kind: 'layers', rows: [row] },
]

describe('parseRawAnswer', () => {
  it.each(answers)('keeps an answer of kind $kind exactly as typed', (answer) => {
    expect(parseRawAnswer(JSON.parse(JSON.stringify(answer)), answer.kind)).toEqual({ ok: true, value: answer })
    expect(parseRawAnswer({ ...answer, extra: 1 })).toMatchObject({ ok: false })
  })

  it.each<[unknown, RegExp]>([
    [null, /must be an object/],
    [[], /must be an object/],
    ['5', /must be an object/],
    [{ kind: 'toString' }, /kind of the answer is not known/],
    [{ kind: 'number', text: 5 }, /text must be a string/],
    [{ kind: 'number' }, /text must be a string/],
    [{ kind: 'number', text: 'a\0' }, /NUL/],
    [{ kind: 'number', text: '\ud800' }, /surrogate/],
    [{ kind: 'number', text: '1'.repeat(limits.number + 1) }, /at most 256/],
    [{ kind: 'tensor', shape: [2, 2], cells: ['1'] }, /4 entries/],
    [{ kind: 'tensor', shape: [1.5], cells: [] }, /whole numbers/],
    [{ kind: 'tensor', shape: [-1, -1], cells: ['1'] }, /whole numbers/],
    [{ kind: 'tensor', shape: [4097], cells: Array(4097).fill('') }, /whole numbers/],
    [{ kind: 'tensor', shape: [1], cells: ['1'.repeat(65)] }, /cells\[0\] must have at most 64/],
    [{ kind: 'tensor', shape: Array(9).fill(1), cells: ['1'] }, /at most 8/],
    [{ kind: 'formula', notation: 'mathml', source: 'x' }, /notation/],
    [{ kind: 'choice', chosen: 'a' }, /must be a list/],
    [{ kind: 'choice', chosen: ['a', 'a'] }, /repeat/],
    [{ kind: 'order', lines: Array.from({ length: 65 }, (_, k) => `l${k}`) }, /at most 64/],
    [{ kind: 'text', markdown: 'x'.repeat(limits.text + 1) }, /at most 20000/],
    [{ kind: 'layers', rows: [{ ...row, layer: 'lstm' }] }, /layer must be one of/],
    [{ kind: 'layers', rows: [{ ...row, activation: 'swish' }] }, /activation must be one of/],
    [{ kind: 'layers', rows: [null] }, /must be an object/],
    [{ kind: 'layers', rows: [{ ...row, units: 8 }] }, /rows\[0\].units must be a string/],
  ])('refuses %j with a reason', (json, reason) => {
    const parsed = parseRawAnswer(json)
    expect(parsed).toMatchObject({ ok: false, reason: expect.stringMatching(reason) })
  })

  it('counts code points, not UTF-16 units', () => {
    expect(parseRawAnswer({ kind: 'text', markdown: '🧠'.repeat(limits.text) })).toMatchObject({ ok: true })
    expect(parseRawAnswer({ kind: 'text', markdown: '🧠'.repeat(limits.text + 1) })).toMatchObject({ ok: false })
  })

  it('refuses an answer of another kind than the field', () => {
    expect(parseRawAnswer({ kind: 'number', text: '5' }, 'text')).toMatchObject({ ok: false })
  })

  it('never throws, and what it accepts it accepts again', () => {
    const kinds = fc.constantFrom(...answers.map((answer) => answer.kind), 'flag')
    const keys = fc.constantFrom('text', 'shape', 'cells', 'chosen', 'lines', 'rows', 'markdown', 'source', 'notation')
    const json = fc.oneof(
      fc.jsonValue(),
      fc
        .tuple(kinds, fc.dictionary(keys, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3 }))
        .map(([kind, all]) => ({ ...all, kind })),
    )
    fc.assert(
      fc.property(json, (value) => {
        const parsed = parseRawAnswer(value)
        return parsed.ok ? parseRawAnswer(parsed.value).ok : parsed.reason.endsWith('.')
      }),
      { seed: 8, numRuns: 5000 },
    )
  })
})
