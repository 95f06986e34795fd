import { DOMParser } from '@xmldom/xmldom'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsedItem } from '../testing/parsed.ts'
import * as files from '../testing/qti-files.ts'
import { one1, quiz1 } from '../testing/qti1-files.ts'
import * as sample from '../testing/sample-items.ts'
import { readQti, readQtiPackage } from './read-qti.ts'
import { qtiPackage, writeQti } from './write-qti.ts'

const first = (xml: string) => readQti(xml).items[0]
const field = (xml: string) => first(xml)?.item?.fields[0]
const bytes = (text: string) => new TextEncoder().encode(text)

describe('QTI', () => {
  it('has choices of one and of many, in both versions', () => {
    expect(first(files.choice3)).toMatchObject({
      title: 'One',
      was: 'choice',
      notes: [],
      item: { body: 'Text.\n\nIs it?\n\n:answer[response]' },
    })
    expect(field(files.choice3)).toMatchObject({
      points: 4,
      many: false,
      shuffle: false,
      options: [
        { text: 'True', right: true },
        { text: 'False', right: false, says: '**No**' },
      ],
    })
    expect(field(files.choice2)).toMatchObject({
      name: 'R1',
      many: true,
      shuffle: true,
      options: [
        { text: 'x', right: true },
        { text: 'y', right: true },
        { text: 'z', right: false },
      ],
    })
  })

  it('has numbers with the tolerance of their processing', () => {
    expect(first(files.number3)?.item?.body).toBe('π is :answer[R] or so.')
    expect(field(files.number3)).toMatchObject({
      kind: 'number',
      value: '3.14',
      tolerance: 0.01,
      wider: [{ tolerance: 0.1, earns: 0.5 }],
      slips: [{ value: '2.72', earns: 0.25 }],
    })
    expect(field(files.rounded2)).toMatchObject({ value: '123.4', tolerance: 0.5 })
    const relative = files.number3.replaceAll('"absolute"', '"relative"')
    expect(first(relative)?.notes.join()).toContain('The relative tolerance of 0.01 % became ±0.000314')
  })

  it('is worth what processing gives where no outcome says it', () => {
    const mapped = (template: string, map: string) =>
      files.match3
        .replace('</qti-correct-response>', `</qti-correct-response><qti-mapping${map}</qti-mapping>`)
        .replace('</qti-assessment-item>', `<qti-response-processing template="${template}"/></qti-assessment-item>`)
    const points = (xml: string) => first(xml)?.item?.fields.map((one) => one.points)
    const map = '><qti-map-entry map-key="C R" mapped-value="2"/><qti-map-entry map-key="D M" mapped-value="1"/>'
    expect(points(mapped('https://x.org/map_response.xml', map))).toEqual([1.5, 1.5])
    expect(points(mapped('https://x.org/map_response', ` upper-bound="2"${map}`))).toEqual([1, 1])
    expect(points(mapped('https://x.org/match_correct', map))).toEqual([0.5, 0.5])
    expect(points(files.number3)).toEqual([2])
  })

  it('gives another number its share of what the best is worth', () => {
    const map =
      '<qti-mapping><qti-map-entry map-key="42" mapped-value="2"/><qti-map-entry map-key="41" mapped-value="1"/></qti-mapping>'
    const mapped = files.item3(
      files.response3('R', 'single', 'integer', ['42'], map),
      '<p><qti-text-entry-interaction response-identifier="R"/></p><qti-info-control title="Hint">Half of 84.</qti-info-control>',
    )
    expect(field(mapped)).toMatchObject({ value: '42', slips: [{ value: '41', earns: 0.5 }] })
    expect(first(mapped)?.item?.body).toBe(':answer[R]')
    expect(first(mapped)?.notes).toContain('What is shown only when it is asked for (a hint) was not carried.')
  })

  it('has pairs and gaps, which become choices', () => {
    expect(first(files.match3)?.item).toMatchObject({
      body: 'Match:\n\nCapulet :answer[response_1]\n\nDemetrius :answer[response_2]',
      fields: [
        {
          label: 'Capulet',
          options: [
            { text: 'Dream', right: false },
            { text: 'Romeo', right: true },
          ],
        },
        {},
      ],
    })
    const weighed = files.match3.replace(
      '</qti-correct-response>',
      '</qti-correct-response><qti-mapping><qti-map-entry map-key="C R" mapped-value="1"/><qti-map-entry map-key="D M" mapped-value="2"/></qti-mapping>',
    )
    expect(first(weighed)?.notes).toContain('Pairs that were worth more or less than others are worth the same here.')
    expect(first(files.gaps3)?.item?.body).toBe('The :answer[G_1] and the :answer[G_2].')
    expect(first(files.gaps3)?.item?.fields).toMatchObject([
      { options: [{ right: true }, { right: false }] },
      { options: [{ right: false }, { right: true }] },
    ])
  })

  it('has pairs within one list: one of each pair is given', () => {
    const choices = ['A', 'B', 'C', 'D', 'P'].map(
      (id) => `<qti-simple-associable-choice identifier="${id}" match-max="1">${id}!</qti-simple-associable-choice>`,
    )
    const associate = (pairs: string[]) =>
      files.item3(
        files.response3('R', 'multiple', 'pair', pairs),
        `<qti-associate-interaction response-identifier="R"><qti-prompt>Pair:</qti-prompt>${choices.join('')}</qti-associate-interaction>`,
      )
    const found = first(associate(['A P', 'C D', 'D B']))
    expect(found?.item?.body).toBe('Pair:\n\nA! :answer[R_1]\n\nC! :answer[R_2]')
    const options = (right: string) => ['B!', 'D!', 'P!'].map((text) => ({ text, right: text === right }))
    expect(found?.item?.fields).toMatchObject([{ options: options('P!') }, { options: options('D!') }])
    expect(first(associate([]))).toMatchObject({
      item: null,
      notes: ['The associate interaction says too little of what is right: left out.'],
    })
  })

  it('has orders, texts, words of a text and uploads, and tells what has no counterpart', () => {
    const found = first(files.mixed3)
    expect(found?.item?.fields).toMatchObject([
      { kind: 'order', lines: ['B', 'A'], distractors: ['C'] },
      { kind: 'text', solution: 'York' },
      {
        kind: 'choice',
        options: [
          { text: 'hot', right: false },
          { text: 'cold', right: true },
        ],
      },
      { kind: 'text', rubric: [{ says: 'Says why', points: 1 }] },
      { kind: 'choice', options: [{ text: 'is' }, { text: 'are', right: true }] },
      { kind: 'upload' },
    ])
    expect(found?.item?.body).toContain('Sun of :answer[T] is :answer[I].')
    expect(found?.notes).toContain(
      'A place on a picture cannot be asked for here: left out. Ask for its name in a choice instead.',
    )
    expect(found?.item && parsedItem(found.item)).toMatchObject({ ok: true })
  })

  it('gives what is said to those who score to the text before it where none follows', () => {
    const rubric = (text: string) =>
      `<qti-rubric-block view="scorer"><qti-content-body>${text}</qti-content-body></qti-rubric-block>`
    const essay = '<qti-extended-text-interaction response-identifier="E"/>'
    const after = files.item3(
      '',
      `${essay}${rubric('')}${rubric('<ul><li>1 point: Says why</li></ul>')}${rubric('Weights.')}`,
    )
    expect(field(after)).toMatchObject({ rubric: [{ says: 'Says why', points: 1 }], solution: 'Weights.' })
    const choice = files.choice3.replace('<p>Text.</p>', rubric('Weights.'))
    expect(first(choice)?.notes).toEqual([
      'What is said to those who score was not carried: nothing in it is scored by a person.',
    ])
  })

  it('carries no item of which nothing is left', () => {
    expect(first(files.item3('', '<p>Only a text.</p>'))).toMatchObject({ item: null })
    expect(readQti('<questestinterop/>').problems).toEqual(['There is no item in it.'])
    expect(readQti('<quiz/>').problems[0]).toContain('no item of QTI')
    expect(readQti('<!DOCTYPE x []><qti-assessment-item/>').problems[0]).toContain('DOCTYPE')
  })

  it('has no marks of its own in it, names fields apart, and reads no more than it says', () => {
    const two = files.item3(
      '',
      '<p>A \ue000x\ue001</p><qti-extended-text-interaction response-identifier="a b"/><qti-extended-text-interaction response-identifier="a b"/>',
    )
    expect(first(two)?.item?.body).toBe('A x\n\n:answer[answer]\n\n:answer[answer_2]')
    const old = quiz1(one1.replace('Which', 'Which \ue000x\ue001'), one1)
    expect(first(old)?.item?.body).toContain('Which x')
    expect(readQti(old, 1)).toMatchObject({ items: [{}], problems: [expect.stringContaining('more than 1 items')] })
  })

  it('reads a package: its items with the passages that they refer to', () => {
    const item = files.choice3.replace(
      '<qti-item-body>',
      '<qti-assessment-stimulus-ref identifier="s" href="../passages/p.xml"/><qti-item-body>',
    )
    const passage =
      '<qti-assessment-stimulus identifier="s" title="P"><qti-stimulus-body><p>Read this.</p></qti-stimulus-body></qti-assessment-stimulus>'
    const test = '<qti-assessment-test identifier="t" title="Midterm"/>'
    const found = readQtiPackage([
      { name: 'imsmanifest.xml', bytes: bytes('<manifest/>') },
      { name: 'items/one.xml', bytes: bytes(item) },
      { name: 'items/broken.xml', bytes: bytes('<a>') },
      { name: 'passages/p.xml', bytes: bytes(passage) },
      { name: 'test.xml', bytes: bytes(test) },
      { name: 'a.png', bytes: new Uint8Array([1, 2]) },
    ])
    expect(found.items.map(({ title, item: made }) => [title, made?.body.slice(0, 11)])).toEqual([
      ['One', 'Read this.\n'],
      ['items/broken.xml', undefined],
    ])
    expect(found.problems).toEqual([
      'The test Midterm was not carried: its questions are, its sections and rules are not.',
    ])
  })

  const { one, many, number, whole, order, text, pages } = sample
  const silent = { ...number, slips: [{ value: '2.72', earns: 0.5, says: null }] } as typeof number
  it.each(Object.entries({ one, many, silent, whole, order, text, pages }))(
    'goes out and comes back: %s',
    (_name, given) => {
      const item = { ...sample.itemOf(given), topics: [] }
      expect(first(writeQti(item).text)?.item).toEqual(item)
    },
  )

  it('goes out with all its fields in one item', () => {
    const item = { ...sample.itemOf(one, many, silent, order, text, pages), topics: [] }
    const written = writeQti(item)
    const packed = qtiPackage([{ id: item.id, ...written }]).map((one) => ({
      name: one.name,
      bytes: bytes('text' in one ? one.text : ''),
    }))
    expect(readQtiPackage(packed)).toMatchObject({ items: [{ item }], problems: [] })
  })

  it('names and orders what it declares as the schema has it', () => {
    const item = sample.itemOf(one, number)
    const xml = writeQti({ ...item, id: '05-one' }).text
    expect(xml.match(/<qti-(?:response|outcome)-declaration/g)?.join()).toMatch(
      /^(?:<qti-response-declaration,?)+(?:<qti-outcome-declaration,?)+$/,
    )
    expect(xml).toContain('identifier="_05-one"')
    expect(qtiPackage([{ id: '05-one', text: xml, pictures: [] }])[0]).toMatchObject({
      text: expect.stringContaining('<resource identifier="_05-one"'),
    })
  })

  it('writes formulas as MathML with their source, and what is no formula as it is', () => {
    const body = '$\\frac{a}{\\sqrt{b}}$ and $\\notacommand{$ and\n\n$$\nx^2\n$$\n\n:answer[answer]'
    const xml = writeQti({ ...sample.itemOf(whole), body }).text
    expect(xml).toContain('<annotation encoding="application/x-tex">\\frac{a}{\\sqrt{b}}</annotation>')
    expect(xml).toContain('<code>\\notacommand{</code>')
    expect(first(xml)?.item?.body).toContain('$\\frac{a}{\\sqrt{b}}$')
  })

  it('writes well-formed XML whatever the texts are', () => {
    const texts = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(texts, texts, texts, (a, b, c) => {
        const options = [a, b].map((option, k) => ({ text: option, right: k === 0, says: c }))
        const xml = writeQti({
          ...sample.itemOf({ ...one, options } as typeof one, text),
          title: a,
          body: `${c}\n\n:answer[part_1] ${b} :answer[part_2]`,
        }).text
        expect(
          new DOMParser({ onError: (_level, message) => expect.unreachable(message) }).parseFromString(xml, 'text/xml'),
        ).toBeDefined()
        expect(readQti(xml).problems).toEqual([])
      }),
      { seed: 68, numRuns: 100 },
    )
  })

  it('reads any mixture of its pieces', () => {
    const pieces =
      Object.values(files)
        .filter((given) => typeof given === 'string')
        .join('')
        .match(/<[^<]*|[^<]+/g) ?? []
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces.filter((piece) => !piece.startsWith('</'))), { maxLength: 20 }),
        (parts) => {
          const open = parts.flatMap((piece) =>
            /^<[^?/][^>]*[^/]>/.test(piece) ? [/^<([^\s>]+)/.exec(piece)?.[1] ?? ''] : [],
          )
          const body =
            parts.join('') +
            open
              .toReversed()
              .map((name) => `</${name}>`)
              .join('')
          for (const wrap of [files.item3('', body), files.item3(body, body), `<a>${body}</a>`]) {
            for (const { item } of readQti(wrap.replaceAll(/<\?xml[^>]*>/g, '')).items)
              if (item) expect(parsedItem(item)).toBeDefined()
          }
        },
      ),
      { seed: 69, numRuns: 150 },
    )
  })
})
