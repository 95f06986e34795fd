import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ItemNumber } from '../../item/item.ts'
import { questionFile } from '../../item/question-file.ts'
import { parsedItem } from '../../testing/parsed.ts'
import * as t from '../../testing/template-files.ts'
import { readQti } from '../read-qti.ts'

const { among, call, chosen3, compared, drawn3, exactly, of, print, random, right, set, when, whole, word } = t
const first = (xml: string) => readQti(xml).items[0]

/** The question that comes of it: one that the house can read. */
function made(xml: string) {
  const found = first(xml)
  if (!found?.item) throw new Error(`nothing came of it: ${found?.notes.join()}`)
  expect(parsedItem(found.item)).toMatchObject({ ok: true })
  return {
    ...found,
    item: found.item,
    field: found.item.fields[0] as ItemNumber,
    source: questionFile(found.item).source,
  }
}

const exact = compared('tolerance-mode="exact"', '<qti-correct identifier="R"/>')
const sum = (a: string, b: string) => call('sum', a, b)
const operator = (name: string, ...parts: string[]) => t.named('math-operator', `name="${name}"`, ...parts)

describe('template processing of QTI', () => {
  it('becomes parameters and steps; words that are drawn stay one of them', () => {
    const { item, notes } = made(t.drawn2)
    expect(item.parameters).toEqual([
      { name: 'A', generator: 'integer(2, 4)' },
      { name: 'B', generator: 'pick(4, 6, 8, 10, 12)' },
      { name: 'B_2', generator: 'pick(6, 12)' },
    ])
    expect(item.steps).toEqual([
      { name: 'B_3', expression: 'if(A = 3, B_2, 8)' },
      { name: 'B_4', expression: 'if(A = 2, B, B_3)' },
    ])
    expect(item.where).toEqual(['not (A = B_4)'])
    expect(item.body).toBe('{{A}} cats eat for 120 days; how long do {{B_4}}? :answer[R]')
    expect(item.fields).toMatchObject([{ kind: 'number', value: 'floor(120 / B_4)', decimals: 0 }])
    expect(notes).toEqual(['W was drawn of “cats”, “dogs” there, which are no numbers; here it is always “cats”.'])
  })

  it('leaves out what nothing uses, and rounds nothing in between', () => {
    const rules = `${set('a', random(1, 9))}${set('b', random(1, 9))}${set('lost', random(1, 9))}${set('c', call('divide', of('a'), whole(7)))}${set('d', sum(of('a'), of('b')))}${right('R', call('product', of('c'), of('d')))}`
    const { source } = made(drawn3({ a: 'integer', b: 'integer', c: 'float', d: 'integer' }, rules, print('a')))
    expect(source).toContain(
      'parameters:\n  a: integer(1, 9)\n  b: integer(1, 9)\nreference:\n  d: a + b\n  R: a / 7 * d\nanswers:\n  R: { points: 1, decimals: 3 }',
    )
  })

  it.each([
    [call('subtract', of('a'), call('subtract', of('b'), whole(-2))), 'a - (b - (-2))'],
    [call('divide', sum(of('a'), of('b')), call('product', of('a'), of('b'))), '(a + b) / (a * b)'],
    [call('power', sum(of('a'), whole(1)), whole(2)), '(a + 1)^2'],
    [call('integer-modulus', of('a'), of('b')), 'mod(a, b)'],
    [call('round', call('divide', of('a'), of('b'))), 'floor(a / b + 0.5)'],
    [call('truncate', call('divide', of('a'), of('b'))), 'sign(a / b) * floor(abs(a / b))'],
    [call('max', of('a'), of('b')), 'max(a, b)'],
    [operator('log', of('a')), 'ln(a) / ln(10)'],
    [operator('toRadians', sum(of('a'), of('b'))), '(a + b) * pi / 180'],
    [call('sum', whole(2), call('product', whole(3), whole(4))), '14'],
    [call('gcd', whole(12), whole(18)), '6'],
    [t.named('stats-operator', 'name="sampleSD"', call('multiple', of('a'), of('b'))), 'sqrt(sample_variance([a, b]))'],
    [
      t.named('round-to', 'rounding-mode="decimalPlaces" figures="2"', call('divide', of('a'), of('b'))),
      'floor(a / b * 100 + 0.5) / 100',
    ],
    [t.named('index', 'n="a"', call('ordered', whole(7), whole(9))), 'if(a = 1, 7, 9)'],
    [t.named('index', 'n="2"', call('ordered', of('a'), of('b'))), '[a, b][2]'],
  ])('says in the notation of question files: %s', (expression, text) => {
    const rules = `${set('a', random(1, 2))}${set('b', random(3, 9))}${right('R', expression)}`
    expect(made(drawn3({ a: 'integer', b: 'integer' }, rules, print('b'))).field).toMatchObject({
      kind: 'number',
      value: text,
    })
  })

  it('knows how near an answer has to be', () => {
    const asked = (by: string, to = of('v')) =>
      made(drawn3({ v: 'integer' }, set('v', random(1, 9)), print('v'), compared(by, to)))
    expect(
      asked('tolerance-mode="absolute" tolerance="0.05 0.05"', call('product', of('v'), whole(3))).source,
    ).toContain('  R: (v * 3) / 1\nanswers:\n  R: { points: 1, decimals: 1 }')
    const uneven = asked('tolerance-mode="absolute" tolerance="0.5 2"')
    expect(uneven.field).toMatchObject({ tolerance: 0.5 })
    expect(uneven.notes).toEqual(['An answer could lie 0.5 below and 2 above there; here 0.5 on both sides.'])
    expect(asked('tolerance-mode="relative" tolerance="1"').notes).toEqual([
      'R: a tolerance of 1 % is not known of drawn values: it is asked for to 0 decimals here; say so in the text.',
    ])
    const rounded = compared('rounding-mode="decimalPlaces" figures="4"', of('v')).replaceAll(
      'qti-equal',
      'qti-equal-rounded',
    )
    const float = set('v', '<qti-random-float min="0.02" max="1.09"/>')
    expect(made(drawn3({ v: 'float' }, float, print('v', '%0.6f'), rounded))).toMatchObject({
      field: { value: 'v', decimals: 4, tolerance: null },
      item: { body: '{{v}} :answer[R]', parameters: [{ generator: 'decimal(0.02, 1.09, 3)' }] },
    })
  })

  it('prints values as they are formatted, in formulas too, and shows the parts that are shown', () => {
    const { body } = made(
      drawn3(
        { v: 'integer', w: 'integer', v_1: 'integer' },
        `${set('v', random(1, 9))}${set('v_1', random(1, 9))}${set('w', whole(7))}${right('R', call('divide', of('v'), whole(3)))}`,
        `${print('v', '%.2f')} ${print('w', '%.2f')} ${print('LATER')} <math><msup><mi>x</mi><mi>v_1</mi></msup></math> <math><semantics><mrow><mi>v</mi></mrow><annotation encoding="LaTeX">a_{\\qv{v}}</annotation></semantics></math>${['show', 'hide'].map((how) => `<qti-template-inline template-identifier="w" identifier="7" show-hide="${how}">${how}</qti-template-inline>`).join('')}`,
      ),
    ).item
    expect(body.split('$')).toEqual(['{{v}} 7.00 ', '{x}^{{{v_1}}}', ' ', 'a_{ {{{v}}}}', 'show :answer[R]'])
  })

  it('draws one of those that are left', () => {
    const list = call('multiple', whole(2), whole(3), whole(4))
    const rules = `${set('l', list)}${set('m', call('random', of('l')))}${set('l', call('delete', of('m'), of('l')))}${set('l', call('delete', whole(4), of('l')))}${set('n', call('random', of('l')))}${right('R', call('product', of('m'), of('n')))}`
    const { item } = made(drawn3({ l: 'integer', m: 'integer', n: 'integer' }, rules, print('m')))
    expect(item).toMatchObject({
      parameters: [{ generator: 'pick(2, 3, 4)' }, { name: 'n', generator: 'pick(2, 3)' }],
      where: ['n != m'],
    })
    const looked = drawn3(
      { l: 'integer', m: 'integer' },
      rules.replace(right('R', call('product', of('m'), of('n'))), right('R', call('max', of('l')))),
      'x',
    )
    expect(first(looked)?.notes.join()).toContain('a list without a drawn value is looked at')
  })

  it('is worked out for some draws where the notation does not know an operator', () => {
    const rules = `${set('n', random(1, 10))}${set('m', random(2, 20))}${set('p', call('lcm', of('n'), of('m')))}${call('template-constraint', exactly(call('gcd', of('n'), of('m')), whole(1)))}${call('template-constraint', call('lt', of('n'), of('m')))}${right('R', of('p'))}`
    const { item, notes } = made(
      drawn3({ n: 'integer', m: 'integer', p: 'integer' }, rules, `${print('n')} ${print('m')}`),
    )
    const [pool] = item.parameters
    const rows = [...(pool?.generator ?? '').matchAll(/\[(\d+), (\d+), (\d+)\]/g)].map(([, ...row]) => row.map(Number))
    expect(rows).toHaveLength(24)
    for (const [n = 0, m = 0, p] of rows) expect([n < m, p]).toEqual([true, n * m])
    expect(item.steps).toEqual(['n', 'm', 'p'].map((name, k) => ({ name, expression: `round(draw[${k + 1}])` })))
    expect(item.fields).toMatchObject([{ value: 'p' }])
    expect(notes).toEqual([
      'Its values could not become expressions (the operator gcd is not known here): they were worked out for 24 draws, of which every student gets one.',
    ])
  })

  it('is the same for everybody where what is right is no number and depends on what is drawn', () => {
    const rules = `${set('n', random(1, 2))}${when(exactly(of('n'), whole(1)), right('C', word('o1')), right('C', word('o2')))}`
    const { item, notes } = made(chosen3(rules, ['one', 'two']))
    const n = item.body === 'Of $1$?\n\n:answer[C]' ? 1 : 2
    expect(item.fields).toMatchObject([{ options: [{ right: n === 1 }, { right: n === 2 }] }])
    expect(notes.join()).toContain('those of one draw stand in it, the same for everybody')
  })

  it('ends where it says so, and keeps conditions with what they depend on', () => {
    const bound = (limit: number) => call('template-constraint', call('lt', of('v'), whole(limit)))
    const rules = `${set('v', random(1, 9))}${set('w', random(1, 9))}${when(call('gt', of('w'), whole(4)), bound(5), bound(8))}${right('R', sum(of('v'), of('w')))}`
    expect(made(drawn3({ v: 'integer', w: 'integer' }, rules, print('v'))).item.where).toEqual([
      'not (w > 4) or v < 5',
      'w > 4 or v < 8',
    ])
    const stopped = `${set('v', whole(2))}${right('R', of('v'))}<qti-exit-template/>${right('R', whole(3))}`
    expect(made(drawn3({ v: 'integer' }, stopped, 'x')).field).toMatchObject({ value: '2' })
  })

  it('is not carried where a program draws, or nothing fulfils its conditions', () => {
    const program = `${set('v', '<qti-custom-operator class="x"/>')}${right('R', of('v'))}`
    expect(first(drawn3({ v: 'float' }, program, 'x'))).toMatchObject({
      item: null,
      notes: [
        'Its values are drawn there in a way that is not known here: a program of its own works them out. Write them as parameters.',
      ],
    })
    const never = `${set('v', random(1, 2))}${call('template-constraint', exactly(call('gcd', of('v'), of('v')), whole(3)))}${right('R', of('v'))}`
    expect(first(drawn3({ v: 'integer' }, never, 'x'))?.notes.join()).toContain('no draw fulfils its conditions')
  })

  it('reads any mixture of its pieces', () => {
    const pieces = [
      ...Object.values(t).filter((one) => typeof one === 'string'),
      random(1, 5),
      print('a'),
      exact,
      set('a', among(word('x'), whole(2))),
      set('a', '<qti-random-float/>'),
    ]
    const tags = pieces.join('').match(/<[^>]*\/>|<qti-[^>]*>|<[a-z][^>]*>/g) ?? []
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...tags), { maxLength: 25 }), (parts) => {
        const open = parts.filter((tag) => !tag.endsWith('/>')).map((tag) => /^<([^\s>]+)/.exec(tag)?.[1] ?? '')
        const inside =
          parts.join('') +
          open
            .toReversed()
            .map((name) => `</${name}>`)
            .join('')
        for (const { item } of readQti(
          drawn3({ a: 'integer' }, `${set('a', random(1, 9))}${inside}`, inside.replaceAll(/<\?.*?\?>/g, '')),
        ).items)
          if (item) expect(parsedItem(item)).toBeDefined()
      }),
      { seed: 610, numRuns: 150 },
    )
  })
})
