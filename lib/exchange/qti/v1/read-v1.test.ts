import { describe, expect, it } from 'vitest'
import { parsedItem } from '../../testing/parsed.ts'
import * as files from '../../testing/qti1-files.ts'
import { readQti } from '../read-qti.ts'

const found = (xml: string) => readQti(xml.startsWith('<item') ? files.quiz1(xml) : xml).items[0]
const fields = (xml: string) => found(xml)?.item?.fields
const ready = (xml: string) => {
  const item = found(xml)?.item
  return item && parsedItem(item).ok
}

describe('QTI 1.2', () => {
  it('has choices of one, with what is said of an option, called by their text where the title says nothing', () => {
    expect(found(files.one1)).toMatchObject({
      ...{ id: 'i1', title: 'Which one?', was: 'multiple choice' },
      item: { body: 'Which **one**?\n\n:answer[answer]' },
      notes: ['Feedback on the whole question was not carried.'],
    })
    expect(fields(files.one1)).toMatchObject([
      {
        ...{ kind: 'choice', points: 2, many: false, shuffle: false },
        options: [
          { text: 'A', right: false, says: 'Not A.' },
          { text: 'B', right: true },
          { text: 'C', right: false, says: null },
        ],
      },
    ])
    expect(fields(files.formatted1)).toMatchObject([{ points: 3, options: [{ right: false }, { right: true }] }])
    expect(found(files.formatted1)).toMatchObject({
      was: 'true/false',
      item: { body: 'It **is** so.\n\n:answer[answer]' },
    })
  })

  it('has choices of many by one rule for all, or by a rule for each', () => {
    const right = [{ right: true }, { right: false }, { right: true }]
    expect(fields(files.many1)).toMatchObject([{ many: true, options: right }])
    expect(found(files.many1)?.notes).toEqual([])
    const each = files.item1(
      'item',
      files.text1('Which?') +
        files.lid('MCMR', 'Multiple', [
          ['0', 'x'],
          ['1', 'y'],
          ['2', 'z'],
        ]),
      files.rule(files.equal('MCMR', '0'), '3', 'Add') +
        files.rule(files.equal('MCMR', '1'), '0', 'Add') +
        files.rule(files.equal('MCMR', '2'), '1', 'Add') +
        files.rule(`<not>${files.equal('MCMR', '1')}</not>`, '1', 'Add'),
    )
    expect(fields(each)).toMatchObject([{ many: true, options: right }])
    expect(found(each)?.notes.join()).toContain('The weights of the options were not kept')
  })

  it('draws numbers with decimals that a number may have', () => {
    const places = (scale: string) =>
      readQti(files.quiz1(files.calculated1('x * 2').replace('scale="1"', `scale="${scale}"`))).items[0]?.item
        ?.parameters[0]?.generator
    expect(['1', '99', '-3', 'x'].map(places)).toEqual([
      'decimal(1.0, 9.5, 1)',
      'decimal(1.0, 9.5, 9)',
      'decimal(1.0, 9.5, 1)',
      'decimal(1.0, 9.5, 1)',
    ])
  })

  it('has numbers by their bounds, short texts and essays', () => {
    expect(fields(files.number1)).toMatchObject([
      { kind: 'number', value: '42.0', tolerance: 0.5, slips: [{ value: '30.5', earns: 0.5 }] },
    ])
    expect(fields(files.short1)).toMatchObject([
      { kind: 'text', solution: 'Paris or Lutetia', rubric: [{ says: 'The answer is “Paris” or “Lutetia”.' }] },
    ])
    expect(fields(files.essay1)).toMatchObject([{ kind: 'text', length: null, solution: null }])
    expect(fields(files.item1('file_upload_question', files.text1('Send it.'), ''))).toMatchObject([{ kind: 'upload' }])
  })

  it('has blanks where the text names them, lists and rows to be matched', () => {
    expect(found(files.blanks1)?.item?.body).toBe('Roses are :answer[red], violets :answer[blue].')
    expect(fields(files.blanks1)).toMatchObject([
      { kind: 'text', points: 1 },
      { kind: 'choice', points: 1, options: [{}, {}, { right: true }] },
    ])
    expect(found(files.matching1)?.item?.body).toBe('Match.\n\ncat :answer[answer]\n\ndog :answer[answer_2]')
    expect(fields(files.matching1)).toMatchObject([
      { label: 'cat', points: 0.5, options: [{ right: true }, {}, {}] },
      { label: 'dog', points: 1.5, options: [{}, {}, { right: true }] },
    ])
    expect(found(files.grouped1)?.item?.body).toBe('Match.\n\ncat :answer[MQ_5]\n\ndog :answer[MQ_6]')
    expect(fields(files.grouped1)).toMatchObject([
      {
        options: [
          { text: 'meow', right: true },
          { text: 'wuff', right: false },
        ],
      },
      { options: [{ right: false }, { right: true }] },
    ])
  })

  it('has gaps among the pieces of their text, and orders', () => {
    expect(found(files.gaps1)?.item?.body).toBe('The sky is :answer[gap_0] and pi about :answer[gap_1] in short')
    expect(fields(files.gaps1)).toMatchObject([
      { kind: 'choice', points: 1, shuffle: true },
      { kind: 'number', points: 3, value: '3.14' },
    ])
    expect(fields(files.ordered1)).toMatchObject([{ points: 5, lines: ['Monday', 'Tuesday', 'Friday'] }])
  })

  it('has formulas over drawn numbers', () => {
    const item = found(files.calculated1('2*x^2 + ln(n)'))
    expect(item?.item).toMatchObject({
      body: 'What is twice {{x}}, with x = {{x}}?\n\n:answer[answer]',
      parameters: [
        { name: 'x', generator: 'decimal(1.0, 9.5, 1)' },
        { name: 'n', generator: 'integer(2, 9)' },
      ],
      fields: [{ kind: 'number', value: '2 * (x)^(2) + ln(n)', tolerance: 0.1 }],
    })
    expect(found(files.calculated1('log(x)'))).toMatchObject({ item: null })
    expect(found(files.calculated1('2').replace('name="x"', 'name="x;y"'))).toMatchObject({ item: null })
  })

  it('is a question, whatever its type', () => {
    const { one1, many1, number1, short1, essay1, blanks1, matching1, ordered1, gaps1, grouped1, formatted1 } = files
    for (const xml of [one1, many1, number1, short1, essay1, blanks1, matching1, ordered1, gaps1, grouped1, formatted1])
      expect(ready(xml), xml).toBe(true)
    expect(ready(files.calculated1('2*x'))).toBe(true)
  })

  it('tells what has no counterpart', () => {
    expect(found(files.spot1)).toMatchObject({
      item: null,
      notes: ['A place on a picture cannot be asked for here: left out. Ask for its name instead.'],
    })
    expect(found(files.item1('text_only_question', files.text1('Read.'), ''))).toMatchObject({
      item: null,
      notes: ['A text without a field is no question.'],
    })
    expect(readQti(files.quiz1()).problems).toEqual(['There is no item in it.'])
  })
})
