import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readXml } from '../markup/read-xml.ts'
import { textOf } from '../markup/tree.ts'
import * as files from '../testing/moodle-files.ts'
import { parsedItem } from '../testing/parsed.ts'
import * as sample from '../testing/sample-items.ts'
import { translateFormula } from './formula.ts'
import { readMoodle } from './read-moodle.ts'
import { moodleFile, writeMoodle } from './write-moodle.ts'
import { cdata } from './xml.ts'

const { quiz } = files
const first = (...questions: string[]) => readMoodle(quiz(...questions)).items[0]
const field = (question: string) => first(question)?.item?.fields[0]

describe('Moodle XML', () => {
  it('has choices with weights, feedback and tags', () => {
    const found = first(files.multichoice)
    expect(found?.item).toMatchObject({ title: 'One', topics: ['gates'], body: 'Which?\n\n:answer[answer]' })
    const options = [
      { text: '\\$x\\$ is $x$', right: true },
      { text: 'half', right: false, says: 'Nearly.' },
      { text: 'no' },
    ]
    expect(field(files.multichoice)).toMatchObject({ kind: 'choice', points: 2, many: false, shuffle: false, options })
    expect(found?.notes).toEqual([
      '“half” earned 50 % there; here a wrong option earns nothing.',
      'Wrong options took points away there; here they earn nothing.',
      'Feedback on the whole question was not carried.',
      'Hints were not carried.',
    ])
  })

  it('leaves it to a person which option is right where nothing says so', () => {
    for (const single of ['true', 'false']) {
      const none = files.multichoice
        .replace('<single>true', `<single>${single}`)
        .replaceAll(/fraction="[^"]*"/g, 'fraction="0"')
      const found = first(none)
      expect(found?.notes[0]).toBe('Which option is right is not said there; move it from “others” to “right”.')
      expect(found?.item && parsedItem(found.item)).toMatchObject({ ok: false })
    }
  })

  it('has numbers with what is accepted farther away, without units', () => {
    expect(field(files.numerical)).toMatchObject({
      value: '3.14',
      tolerance: 0.01,
      wider: [{ tolerance: 0.1, earns: 0.5 }],
    })
    expect(first(files.numerical)?.notes.join()).toMatch(/any other answer.*Units/)
  })

  it('has truths, short texts, essays and orders', () => {
    expect(field(files.truefalse)).toMatchObject({
      options: [
        { text: 'True', right: false, says: 'No.' },
        { text: 'False', right: true },
      ],
    })
    expect(field(files.shortanswer)).toMatchObject({
      kind: 'text',
      solution: 'Paris',
      rubric: [{ says: 'The answer is “Paris”.' }],
    })
    expect(field(files.essay)).toMatchObject({
      kind: 'text',
      upload: true,
      length: 800,
      solution: 'Sharing.',
      rubric: [{ says: 'Names it', points: 2 }],
    })
    expect(field(files.ordering)).toMatchObject({ kind: 'order', lines: ['first', 'second', 'third'] })
  })

  it('tells of feedback on right answers and of a picture beside the text, which have no place', () => {
    const old = files.truefalse.replace('<answer', '<image>map.png</image><answer')
    const praised = files.shortanswer.replace('</answer>', '<feedback><text>Yes.</text></feedback></answer>')
    expect(first(old)?.notes.join()).toContain('Its picture, which files of old versions name')
    expect(first(praised)?.notes).toContain('What is said of its answers was not carried.')
  })

  it('tells which value of a formula has no range', () => {
    const notes = [expect.stringContaining('uses {lost}, and no range')]
    expect(first(files.calculated('{a}*{lost}'))).toMatchObject({ item: null, notes })
  })

  it('says what was accepted word by word, and what earned a part', () => {
    const found = first(files.shortanswer.replace('Paris', 'H&lt;sub&gt;2 {{x}}'))
    expect(found?.item?.fields[0]).toMatchObject({
      solution: 'H\\<sub>2 {\\{x}}',
      rubric: [{ says: 'The answer is “H\\<sub>2 {\\{x}}”.' }],
    })
    expect(found?.notes).toContain('“Lutetia” earned 50 % there.')
    expect(found?.item && parsedItem(found.item)).toMatchObject({ ok: true })
  })

  it('has pairs and gaps, which become choices', () => {
    expect(first(files.matching)?.item).toMatchObject({
      body: 'Which?\n\ncat :answer[row_1]\n\ndog :answer[row_2]',
      fields: [{ label: 'cat' }, { label: 'dog' }],
    })
    const made = first(files.gaps)?.item
    expect(made?.body).toBe(':answer[gap_1] :answer[gap_2] after :answer[gap_3], \\[\\[9\\]\\].')
    expect(made?.fields).toMatchObject([
      {
        options: [
          { text: 'cats', right: false },
          { text: 'dogs', right: true },
        ],
      },
      { options: [{ text: 'run' }] },
      {},
    ])
  })

  it('has fields in a text', () => {
    const made = first(files.cloze)?.item
    expect(made?.body).toBe('It is :answer[part_1], :answer[part_2], :answer[part_3] and :answer[part_4].')
    expect(made?.fields).toMatchObject([
      {
        kind: 'choice',
        points: 0.8,
        shuffle: true,
        options: [{ text: '$a$', right: true }, { text: 'b } c', says: 'No' }, { text: 'd' }],
      },
      { kind: 'number', points: 1.6, value: '3', tolerance: 0.5, slips: [{ value: '4', earns: 0.5 }] },
      { kind: 'choice', many: true, options: [{ right: true }, { right: true }, { right: false }] },
      { kind: 'text', solution: 'Paris' },
    ])
  })

  it('has formulas over drawn numbers: parameters and a step', () => {
    const made = first(files.calculated('pow({a},2) + log10({n})/pi()'))
    expect(made?.item?.parameters).toEqual([
      { name: 'a', generator: 'decimal(1, 9.5, 1)' },
      { name: 'n', generator: 'integer(2, 9)' },
    ])
    expect(made?.item?.body).toBe('Of {{a}} and {{n}}: $\\sqrt{{a}}$, that is {{a * 2}}, {x}?\n\n:answer[answer]')
    expect(made?.item && parsedItem(made.item)).toMatchObject({
      ok: true,
      question: { answers: [{ kind: 'number', decimals: 2 }] },
    })
    expect(made?.notes.join()).toContain('The relative tolerance 0.01 became the band of rounding to 2 decimals')
    expect(field(files.calculated('{a}*{n}', 2))).toMatchObject({ value: 'a * n', tolerance: 0.01 })
    expect(first(files.calculated('system({a})'))).toMatchObject({ item: null })
  })

  it('has choices among options that are worked out', () => {
    const options = (formula: string) =>
      files
        .calculated('')
        .replace(
          /<answer[\s\S]*?<\/answer>/,
          `<single>true</single><answer fraction="100" format="html"><text>about {=${formula}} m</text><correctanswerlength>1</correctanswerlength></answer>
         <answer fraction="0" format="html"><text>{n}</text><correctanswerlength>0</correctanswerlength><feedback format="html"><text>That is {n}.</text></feedback></answer>`,
        )
        .replace('type="calculated"', 'type="calculatedmulti"')
    expect(field(options('{a}*{n}'))).toMatchObject({
      kind: 'choice',
      options: [
        { text: 'about {{round(10 * (a * n)) / 10}} m', right: true },
        { text: '{{n}}', right: false, says: 'That is {{n}}.' },
      ],
    })
    const made = first(options('{a}*{n}'))?.item
    expect(made && parsedItem(made)).toMatchObject({ ok: true })
    expect(first(options('system({a})'))).toMatchObject({
      item: null,
      notes: ['A formula of its options has no counterpart here: system({a}).'],
    })
  })

  it('takes its topics from the category where nothing is tagged', () => {
    const category =
      '<question type="category"><category><text>$course$/top/Deep//Wide/GRU</text></category></question>'
    expect(readMoodle(quiz(category, files.truefalse)).items[0]?.item?.topics).toEqual(['Deep/Wide', 'GRU'])
  })

  it('reads a file whatever its points, marks and ends of sections are', () => {
    const odd = files.truefalse
      .replace('<name>', '<defaultgrade>0</defaultgrade><name>')
      .replace('Which?', 'Which \ue000x\ue001\ue002a\ue003?')
    expect(field(odd)).toMatchObject({ points: 1 })
    expect(first(odd)?.notes).toContain('The points were not in the range from 0.01 to 1000; it is worth 1 here.')
    expect(field(odd.replace('<defaultgrade>0', '<defaultgrade>5000'))).toMatchObject({ points: 1 })
    expect(textOf(readXml(`<a>${cdata('a]]>b')}</a>`))).toBe('a]]>b')
    expect(first(odd)?.item?.body).toBe('Which xa?\n\n:answer[answer]')
    const ends = { ...sample.itemOf(sample.text), body: 'It ends `]]>` here.\n\n:answer[answer]' }
    expect(readMoodle(moodleFile([writeMoodle(ends).text])).items[0]?.item?.body).toBe(ends.body)
    expect(readMoodle(quiz(files.truefalse, files.truefalse), 1)).toMatchObject({
      items: [{}],
      problems: ['The file has more than 1 questions; the rest was not read.'],
    })
  })

  it('tells what has no counterpart, and what is no file of Moodle', () => {
    expect(first(files.question('description', ''))).toMatchObject({
      item: null,
      notes: ['A description is no question.'],
    })
    expect(first(files.question('constructor', ''))).toMatchObject({
      item: null,
      notes: ['Questions of type constructor have no counterpart here.'],
    })
    expect(first(files.question('numerical', '<answer fraction="100"><text>x</text></answer>'))).toMatchObject({
      item: null,
    })
    expect(readMoodle('<html/>').problems[0]).toContain('no file of Moodle')
    expect(readMoodle('<!DOCTYPE quiz []><quiz/>').problems[0]).toContain('DOCTYPE')
  })

  const { one, many, number, whole, order, text, pages } = sample
  it.each(Object.entries({ one, many, number, whole, order, text, pages }))(
    'goes out and comes back: %s',
    (_name, given) => {
      const item = sample.itemOf(given)
      const written = writeMoodle(item)
      const back = readMoodle(moodleFile([written.text]))
      expect([written.notes, back.items[0]?.notes, back.problems]).toEqual([[], [], []])
      expect(back.items[0]?.item).toEqual(item)
    },
  )

  it('goes out with several fields as one text, and without those that cannot stand in it', () => {
    const item = sample.itemOf(one, many, number)
    expect(readMoodle(moodleFile([writeMoodle(item).text])).items.map((found) => found.item)).toEqual([item])
    const mixed = readMoodle(moodleFile([writeMoodle(sample.itemOf(one, order)).text]))
    expect(mixed.items.map(({ was, title }) => [was, title])).toEqual([
      ['cloze', 'A sample: it holds'],
      ['ordering', 'A sample: it holds (part_2)'],
    ])
  })

  it('writes well-formed XML whatever the texts are, which come back', () => {
    const texts = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((given) => given.trim() !== '')
    fc.assert(
      fc.property(fc.uniqueArray(texts, { minLength: 2, maxLength: 5 }), (options) => {
        const given = {
          ...(one as typeof sample.one & { kind: 'choice' }),
          options: options.map((option, k) => ({ text: option, right: k === 0, says: option })),
        }
        const xml = moodleFile([writeMoodle({ ...sample.itemOf(given, number), title: options[0] ?? '' }).text])
        expect(readXml(xml).tag).toBe('quiz')
        expect(readMoodle(xml).items).toHaveLength(1)
      }),
      { seed: 66, numRuns: 100 },
    )
  })

  it('reads any mixture of its pieces', () => {
    const all = Object.values(files)
      .filter((given) => typeof given === 'string')
      .join('')
    const pieces = all.match(/<[^<]*|[^<]+/g) ?? []
    const shuffled = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 4 })), { maxLength: 30 })
    fc.assert(
      fc.property(shuffled, fc.nat(pieces.length), (extra, at) => {
        const text = quiz(...pieces.slice(0, at), ...extra, ...pieces.slice(at))
        for (const { item } of readMoodle(text).items) if (item) expect(parsedItem(item)).toBeDefined()
        for (const { item } of readMoodle(quiz(files.question('cloze', '', extra.join('').replaceAll(']]>', ''))))
          .items)
          if (item) parsedItem(item)
      }),
      { seed: 67, numRuns: 100 },
    )
  })
})

it('translates the formulas of calculated questions, or none of them', () => {
  const translated = {
    '-{a} + 2*{b}/3': '(-a) + 2 * b / 3',
    '{a}**2': '(a)^(2)',
    'sqrt(max({a},{b}))': 'sqrt(max(a, b))',
    '3 - (1 - {a})': '3 - (1 - a)',
  }
  for (const [formula, text] of Object.entries(translated))
    expect(translateFormula(formula, ['a', 'b']), formula).toBe(text)
  for (const formula of [
    '',
    '{c}',
    'a',
    '{a} +',
    'f({a})',
    'round({a}, 2)',
    '{a};',
    '(',
    '1 2',
    'constructor({a})',
    `1${'+1'.repeat(300)}`,
    `${'('.repeat(99)}1${')'.repeat(99)}`,
  ])
    expect(translateFormula(formula, ['a', 'b']), formula).toBeNull()
})
