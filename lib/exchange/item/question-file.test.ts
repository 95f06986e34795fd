import { describe, expect, it } from 'vitest'
import { parsedItem } from '../testing/parsed.ts'
import { itemOf, many, number, one, order, pages, text, whole } from '../testing/sample-items.ts'
import type { ItemField, ItemNumber } from './item.ts'
import { questionFile } from './question-file.ts'

const numeric = (over: Partial<ItemNumber>): ItemField => ({ ...(number as ItemNumber), slips: [], ...over })

describe('an item as a question file', () => {
  it('is a question, whatever fields it has', () => {
    for (const fields of [
      [one],
      [many],
      [number],
      [whole],
      [order],
      [text],
      [pages],
      [one, many, number, order, text, pages],
    ])
      expect(parsedItem(itemOf(...fields))).toMatchObject({
        ok: true,
        question: { answers: fields.map(({ kind }) => ({ kind })) },
      })
  })

  it('calls a field that has no name of its own an answer, and says where a rubric is missing', () => {
    const own = (field: ItemField) => ({ ...itemOf(field), fields: [field] })
    expect(questionFile(own(one)).source).toContain('label: Answer')
    expect(questionFile(own({ ...one, name: 'gate' })).source).not.toContain('label')
    const note = 'No rubric came with it: “The answer is right and complete.” stands there. Write what earns what.'
    expect(questionFile(own({ ...text, rubric: [] } as ItemField)).notes).toEqual([note])
    expect(questionFile(own(text)).notes).toEqual([])
  })

  it('keeps a tolerance as the band of a step and says so', () => {
    const item = itemOf(numeric({ tolerance: 0.01 }))
    expect(parsedItem(item)).toMatchObject({
      ok: true,
      question: { leniency: 2, answers: [{ kind: 'number', decimals: 2 }] },
    })
    expect(questionFile(item).notes).toEqual([
      'answer: the tolerance ±0.01 is kept: 2 decimals with leniency 2, a band of ±0.01.',
    ])
  })

  it('judges a whole number without a tolerance exactly, and gives one with a tolerance its band', () => {
    expect(questionFile(itemOf(whole)).notes[0]).toContain('judged exactly')
    const around = parsedItem(itemOf(numeric({ value: '42', tolerance: 1 })))
    expect(around).toMatchObject({
      ok: true,
      question: { leniency: 2, reference: [{ source: '42 / 1' }], answers: [{ decimals: 0 }] },
    })
  })

  it('asks for a property where no band is so wide, or where tolerances disagree', () => {
    const wide = numeric({ value: '-1000', tolerance: 50 })
    const parsed = parsedItem(itemOf(wide))
    expect(parsed).toMatchObject({
      ok: true,
      question: { answers: [{ kind: 'property', decimals: 0, holds: [{ source: 'abs(answer + 1000) <= 50' }] }] },
    })
    const mixed = parsedItem(
      itemOf(numeric({ tolerance: 0.005 }), numeric({ tolerance: 0.01 }), numeric({ tolerance: 0.005 })),
    )
    expect(mixed).toMatchObject({
      ok: true,
      question: { leniency: 1, answers: [{ kind: 'number' }, { kind: 'property' }, { kind: 'number' }] },
    })
  })

  it('earns less farther away, as it did there', () => {
    const parsed = parsedItem(itemOf(numeric({ value: '1822', tolerance: 0, wider: [{ tolerance: 2, earns: 0.5 }] })))
    const holds = [
      { source: 'abs(answer - 1822) <= 2', share: 0.5 },
      { source: 'answer = 1822', share: 0.5 },
    ]
    expect(parsed).toMatchObject({ ok: true, question: { answers: [{ kind: 'property', holds }] } })
  })

  it('leaves out a value that the audit would refuse, and says so', () => {
    const near = numeric({
      slips: [
        { value: '3.15', earns: 0.5, says: null },
        { value: '2.72', earns: 0.5, says: null },
      ],
    })
    const parsed = parsedItem(itemOf(near))
    expect(parsed).toMatchObject({
      ok: true,
      question: { alternatives: [{ steps: [{ source: '2.72' }], earns: 0.5 }] },
    })
    expect(questionFile(itemOf(near)).notes.join()).toContain('3.15')
  })

  it('draws the parameters of an item', () => {
    const item = itemOf(numeric({ value: 'a + 2 * b', tolerance: null, decimals: 1 }))
    const parameters = [
      { name: 'a', generator: 'decimal(1, 9, 1)' },
      { name: 'b', generator: 'integer(1, 9)' },
    ]
    expect(parsedItem({ ...item, parameters })).toMatchObject({
      ok: true,
      question: { answers: [{ kind: 'number', decimals: 1 }] },
    })
  })

  it('puts fields that the text forgot at its end, and an item no file can hold gets problems', () => {
    const item = itemOf(one, many)
    expect(questionFile({ ...item, body: 'Here: :answer[part_2]' }).source).toMatch(
      /Here: :answer\[part_2\]\n\n:answer\[part_1\]\n$/,
    )
    expect(parsedItem({ ...item, fields: [{ ...one, name: 'part_1', options: [] } as ItemField] })).toMatchObject({
      ok: false,
    })
  })
})
