import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsedItem } from '../testing/parsed.ts'
import { itemOf, many, number, one, order, text, whole } from '../testing/sample-items.ts'
import { readGift } from './read-gift.ts'
import { writeGift } from './write-gift.ts'

const first = (gift: string) => readGift(gift).items[0]
const field = (gift: string) => first(gift)?.item?.fields[0]

describe('GIFT', () => {
  it('has names, categories, tags and remarks', () => {
    const found = readGift(
      '// a remark\n$CATEGORY: $course$/top/Networks/GRU\n\n::Gate\\: one:: Which?{=a ~b}\n\n// [tag:lstm] [tag:gates]\nOther? {=a\n\n ~b}\n',
    )
    expect(found.problems).toEqual([])
    expect(found.items.map(({ id, title, item }) => [id, title, item?.topics])).toEqual([
      ['Gate: one', 'Gate: one', ['Networks', 'GRU']],
      ['line 7', 'Other?', ['lstm', 'gates']],
    ])
  })

  it('has choices of one and of many, with what is said of wrong options', () => {
    expect(field('Q {~x#No. =y ~%50%z}')).toMatchObject({
      kind: 'choice',
      many: false,
      options: [
        { text: 'x', right: false, says: 'No.' },
        { text: 'y', right: true },
        { text: 'z', right: false },
      ],
    })
    expect(first('Q {~x =y ~%50%z}')?.notes.join()).toContain('earned 50 % there')
    expect(field('Q {~%50%x ~%50%y ~%-100%z}')).toMatchObject({
      many: true,
      options: [{ right: true }, { right: true }, { right: false }],
    })
    expect(first('Q {~%50%x ~%50%y ~%-100%z}')?.notes).toEqual([])
    expect(field('The sun shines. {T#wrong#right}')).toMatchObject({
      shuffle: false,
      options: [
        { text: 'True', right: true },
        { text: 'False', says: 'wrong' },
      ],
    })
  })

  it('has numbers with tolerances, ranges and shares', () => {
    expect(field('Q {#3.14:0.01}')).toMatchObject({ kind: 'number', value: '3.14', tolerance: 0.01 })
    expect(field('Q {#1..5}')).toMatchObject({ value: '3', tolerance: 2 })
    expect(field('Q {#=1822:0 =%50%1822:2 =%25%1900:0#No. ~#Other}')).toMatchObject({
      value: '1822',
      tolerance: 0,
      wider: [{ tolerance: 2, earns: 0.5 }],
      slips: [{ value: '1900', earns: 0.25, says: 'No.' }],
    })
    expect(first('Q {#abc}')).toMatchObject({ item: null })
    expect(first('Q {#3:1e999}')).toMatchObject({
      item: { fields: [{ tolerance: 0 }] },
      notes: ['A tolerance that no number can have was left out.'],
    })
  })

  it('has pairs, short texts, essays, and a field inside its text', () => {
    const pairs = first('Match {=cat -> meow =dog -> wuff = -> moo}')
    expect(pairs?.item?.fields).toMatchObject([
      { label: 'cat', options: [{ text: 'meow', right: true }, {}, { text: 'moo' }] },
      { label: 'dog' },
    ])
    expect(pairs?.item?.body).toBe('Match\n\ncat :answer[row_1]\n\ndog :answer[row_2]')
    expect(field('Capital? {=Paris =Lutetia}')).toMatchObject({
      kind: 'text',
      solution: 'Paris or Lutetia',
      rubric: [{ says: 'The answer is “Paris” or “Lutetia”.' }],
    })
    expect(first('Capital? {=%0%Paris}')).toMatchObject({
      item: { fields: [{ solution: null, rubric: [{ says: 'The answer is right.' }] }] },
      notes: [
        'A short text that a machine compared there is read by a person here; what is right is not said there: write the rubric.',
      ],
    })
    expect(first('One\ntwo? {T}')?.title).toBe('One two?')
    expect(field('Explain. {####Since it is.}')).toMatchObject({ kind: 'text', solution: 'Since it is.' })
    expect(first('He is {=here ~there} now.')?.item?.body).toBe('He is :answer[answer] now.')
  })

  it('escapes, and says its text’s format', () => {
    expect(field('[html]<b>Q</b> \\{x\\} {=[plain]a \\= <b> ~\\~c \\\\# no}')).toMatchObject({
      options: [{ text: 'a = \\<b>' }, { text: '\\~c \\\\', says: 'no' }],
    })
    expect(first('[markdown]A **b**\\: <script>x</script>{}')?.item?.body).toBe('A **b**: x\n\n:answer[answer]')
  })

  it('keeps a line that is written as an escape: it ends no question and is no remark', () => {
    const { items } = readGift('::Loop::[plain]What runs?\\n\\n// adds one\\ni++ {=it ~nothing}')
    expect(items.map(({ item }) => item?.body)).toEqual(['What runs?\n\n// adds one\\\ni++\n\n:answer[answer]'])
  })

  it('ends a block that nobody closed, so that one slip loses no more than its question', () => {
    const blank = (lines: number) => readGift(`Open {=a${'\n'.repeat(lines + 1)}~b}\n\nNext? {T}`).items
    expect(blank(2)).toMatchObject([{ was: 'multiple choice' }, { was: 'true/false' }])
    const [first, ...others] = readGift(`Open {=a${'\n'.repeat(6)}Next? {T}\n\nLast? {F}`).items
    expect(first).toMatchObject({ item: null })
    expect(others.map(({ title }) => title)).toEqual(['Next?', 'Last?'])
  })

  it('begins a question with a name, be there a blank line or not', () => {
    const { items } = readGift('::One::Is it {T}\n::Two::Read this.\n::Three::Is it? {F\n}\n')
    expect(items.map(({ title, was }) => [title, was])).toEqual([
      ['One', 'true/false'],
      ['Two', 'description'],
      ['Three', 'true/false'],
    ])
  })

  it('takes braces and signs of formulas that are not escaped for what they are', () => {
    const fraction = first('What is $\\frac{a}{b}$ at $b = 2$? {~$b = \\sqrt{4}$ =$\\frac{a}{2}$ ~\\(a = b\\) ~`b=2`}')
    expect(fraction?.item?.body).toContain('frac{a}{b}')
    expect(fraction?.item?.fields).toMatchObject([
      { options: [{ text: expect.stringContaining('b = ') }, { right: true }, { text: '$a = b$' }, { right: false }] },
    ])
    expect(field('How much? {~$5 =$10 ~20$}')).toMatchObject({ options: [{}, { text: '\\$10', right: true }, {}] })
    expect(field('$A^{T}$ is $A$. {F}')).toMatchObject({ options: [{ right: false }, { right: true }] })
  })

  it.each([
    ['Oxygen {=1 =one}, hydrogen {=2 =two}', /more than one answer block/],
    ['A set {a} or {b}', /none of its braces/],
    ['Close } it {=a ~b}', /do not match/],
  ])('tells which braces it cannot read: %s', (gift, why) => {
    expect(first(gift)).toMatchObject({ item: null, notes: [expect.stringMatching(why)] })
  })

  it('tells what is said of right answers and of short texts, which has no place', () => {
    const praise = ['Q {=a#Yes. ~b}', 'Q {T#No.#Yes.}', 'Q {#3:1#Yes.}', 'Q {~%100%a#Yes. ~%-100%b}']
    for (const one of praise) expect(first(one)?.notes).toEqual(['What is said of the right answer was not carried.'])
    expect(first('Q {=a#Yes.}')?.notes).toContain('What is said of its answers was not carried.')
  })

  it('has no marks of its own in it, no option twice, and no more questions than are read', () => {
    expect(first('Which \ue000x\ue001 \ue010? {T}')?.item?.body).toBe('Which x ?\n\n:answer[answer]')
    expect(first('Q {=a ~a ~b}')?.notes).toEqual(['The option “a” stands there twice; it was taken once.'])
    expect(readGift('Q {T}\n\nR {T}', 1)).toMatchObject({
      items: [{}],
      problems: [expect.stringContaining('more than 1')],
    })
  })

  it('tells what is no question', () => {
    expect(first('Just a text')).toMatchObject({
      item: null,
      notes: ['Line 1: a text without an answer block is no question.'],
    })
    expect(readGift('').problems).toEqual(['There is no question in this file.'])
  })

  it.each(Object.entries({ one, many, number, whole }))('goes out and comes back: %s', (_name, given) => {
    const item = itemOf(given)
    const written = writeGift(item)
    expect(written.notes).toEqual([])
    expect(first(written.text)?.item).toEqual({ ...item, id: item.title })
  })

  it('makes a question of each field, and says what it cannot say', () => {
    const written = writeGift(itemOf(one, text, order))
    expect(readGift(written.text).items.map(({ title }) => title)).toEqual([
      'A sample: it holds (part_1)',
      'A sample: it holds (part_2)',
    ])
    expect(written.notes.join(' ')).toMatch(/rubric.*“part_3” was left out.*question of its own.*Points/s)
  })

  it('reads any text, and every item it finds can be looked at', () => {
    const bits = fc.oneof(
      fc.constantFrom(
        '{',
        '}',
        '=',
        '~',
        '#',
        '::',
        '%50%',
        '->',
        '//',
        '\n\n',
        '\n',
        '[html]',
        '####',
        '$CATEGORY:',
        '\\',
        'T',
        '1..2',
        ':0.1',
        '<p>',
        '\ue000x\ue001',
      ),
      fc.string({ maxLength: 5 }),
    )
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 40 }), (parts) => {
        for (const { item } of readGift(parts.join('')).items) if (item) expect(parsedItem(item)).toBeDefined()
      }),
      { seed: 64, numRuns: 200 },
    )
  })
})
