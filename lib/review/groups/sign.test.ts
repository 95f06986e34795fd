import { beforeAll, describe, expect, it } from 'vitest'
import type { RawAnswer } from '../../../grader/answers/raw-answer.ts'
import { rounded, type Work, work } from '../../../grader/marking/testing/student.ts'
import { parsed, readSample } from '../../../grader/question/testing/read-sample.ts'
import { shownId, type Variant, type VariantKey } from '../../../grader/question/variant.ts'
import type { GivenAnswer } from './answer.ts'
import { sign } from './sign.ts'
import { gradedClass, type Writes } from './testing/graded-class.ts'

const gru = parsed(readSample('gru-step'), 'gru-step')
const write = (value: number) => rounded(3)(value)
const list = (values: readonly number[]): RawAnswer => ({
  kind: 'tensor',
  shape: [values.length],
  cells: values.map((value) => value.toFixed(3)),
})

const sheet = (values: Work) =>
  Object.fromEntries(['o', 'i', 'c', 's_next'].map((name) => [name, list(values[name] ?? [])]))
const by =
  (alternative?: string): Writes =>
  (variant) =>
    sheet(work(gru, variant, { write, ...(alternative ? { alternative } : {}) }))
const changed =
  (change: (values: Work, key: VariantKey, variant: Variant) => Work): Writes =>
  (variant, key) =>
    sheet(change(work(gru, variant, { write }), key, variant))

const signs = (given: readonly GivenAnswer[] | undefined) => (given ?? []).map((one) => sign(one))
const keys = (given: readonly GivenAnswer[] | undefined) => signs(given).map(({ own }) => own?.key ?? null)

describe('what answers to a step of a GRU are', () => {
  let fields: Map<string, GivenAnswer[]>
  beforeAll(async () => {
    const slipAt =
      (step: string): Writes =>
      (variant) =>
        sheet(
          work(gru, variant, {
            write: (value, at, entry) => write(at === step && entry === 0 ? value + 0.211 : value),
          }),
        )
    fields = await gradedClass(
      gru,
      ['a', 'b'],
      [
        by(), // 0
        by(),
        by('swapped-update'), // 2
        by('swapped-update'),
        by('tanh-candidate'), // 4
        by('tanh-candidate'),
        slipAt('i'), // 6: follows on from a wrong i
        slipAt('i'),
        changed((values, { expected }) => ({ ...values, c: [...(expected.i?.data ?? [])] })), // 8: the wrong step's value
        changed((values, { expected }) => ({ ...values, c: [...(expected.i?.data ?? [])] })),
        changed((values) => ({ ...values, c: (values.c ?? []).map((value, k) => (k === 1 ? value + 0.4 : value)) })), // 10
        changed((values) => ({ ...values, c: (values.c ?? []).map((value, k) => (k === 1 ? value - 0.3 : value)) })),
        changed((values) => ({ ...values, s_next: (values.s_next ?? []).map((value) => -value) })), // 12
        changed((values) => ({ ...values, s_next: (values.s_next ?? []).map((value) => -value) })),
        changed((values) => ({ ...values, i: [0.111, 0.222, 0.939], c: [0.517, 0.93, 0.044] })), // 14
        changed((values) => ({ ...values, i: [0.111, 0.222, 0.939], c: [0.517, 0.93, 0.044] })),
        () => ({ o: { kind: 'tensor', shape: [3], cells: ['little', 'much', 'x+'] } }), // 16
      ],
    )
  })

  it('right, or right from wrong values of one’s own', () => {
    expect(keys(fields.get('o')).slice(0, 2)).toEqual(['right', 'right'])
    expect(keys(fields.get('s_next')).slice(6, 8)).toEqual(['through:i', 'through:i'])
  })

  it('the same named mistake or definition, whatever the numbers were', () => {
    expect(keys(fields.get('s_next')).slice(2, 4)).toEqual(['mistake:swapped-update', 'mistake:swapped-update'])
    expect(signs(fields.get('s_next'))[2]?.own?.title.says?.join()).toContain('swapped the roles')
    expect(keys(fields.get('c')).slice(4, 6)).toEqual(['convention:tanh-candidate', 'convention:tanh-candidate'])
  })

  it('the value of another step, the other sign, one cell', () => {
    expect(keys(fields.get('c')).slice(8, 10)).toEqual(['relation:step:i', 'relation:step:i'])
    expect(keys(fields.get('c')).slice(10, 12)).toEqual(['cells:2', 'cells:2'])
    expect(keys(fields.get('s_next')).slice(12, 14)).toEqual(['relation:negated:', 'relation:negated:'])
  })

  it('values that mean nothing are compared, and alone belong to where it went wrong', () => {
    const [i, c] = [signs(fields.get('i'))[14], signs(fields.get('c'))[14]]
    expect(i).toMatchObject({ own: null, compared: 'value', alone: { key: 'here:cell:0' } })
    expect(c).toMatchObject({ own: null, compared: 'value' })
  })

  it('blank and unreadable ones are neither right nor wrong', () => {
    expect(keys(fields.get('c'))[16]).toBe('empty')
    expect(signs(fields.get('o'))[16]?.own?.title.kind).toBe('unreadable')
  })
})

describe('what answers of other kinds are', () => {
  const every = parsed(readSample('every-kind'), 'every-kind')
  const shown = (variant: Variant, field: string, authored: number) =>
    shownId((variant.arrangement[field] ?? []).indexOf(authored))

  it('choices and orders are what the author wrote, wherever it stood on the page', async () => {
    const seeds = ['a', 'b', 'c', 'd', 'e', 'f']
    const fields = await gradedClass(
      every,
      seeds,
      seeds.map(
        (): Writes => (variant) => ({
          picture: { kind: 'choice', chosen: [shown(variant, 'picture', 1)] },
          proof: { kind: 'order', lines: [0, 2, 1].map((line) => shown(variant, 'proof', line)) },
          why: { kind: 'text', markdown: 'Weights are shared' },
        }),
      ),
    )
    expect(new Set(keys(fields.get('picture')))).toEqual(new Set(['choice:1']))
    expect(new Set(keys(fields.get('proof')))).toEqual(new Set(['order:0:2:1']))
    expect(signs(fields.get('proof'))[0]?.alone.key).toBe('here:line:1')
    expect(signs(fields.get('why'))[0]).toMatchObject({ own: null, compared: 'text' })
  })

  it('pages are never taken for an empty answer, nor the words beside them for the whole of it', async () => {
    const fields = await gradedClass(
      every,
      ['a'],
      [() => ({}), () => ({ why: { kind: 'text', markdown: 'see the photo' } })],
    )
    const [blank, words] = (fields.get('why') ?? []).map((given) => sign({ ...given, pages: true }))
    expect(blank?.own?.key).toBe('pages')
    expect(words?.own?.key).toBe('pages')
    expect(keys(fields.get('why'))[0]).toBe('empty')
  })
})
