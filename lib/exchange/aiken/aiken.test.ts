import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parsedItem } from '../testing/parsed.ts'
import { itemOf, many, one } from '../testing/sample-items.ts'
import { readAiken } from './read-aiken.ts'
import { writeAiken } from './write-aiken.ts'

it('reads questions with options by letter', () => {
  const { items, problems } = readAiken(
    'What is\n2*2?\nA. 3\nB) 4\nANSWER: B\n\nWhich?\r\nA. x\r\nB. y\r\nANSWER: A\r\n',
  )
  expect(problems).toEqual([])
  expect(items.map(({ item }) => item?.fields[0])).toMatchObject([
    {
      options: [
        { text: '3', right: false },
        { text: '4', right: true },
      ],
    },
    { options: [{ text: 'x', right: true }, { text: 'y' }] },
  ])
  expect(items[0]?.item?.body).toBe('What is\\\n2\\*2?\n\n:answer[answer]')
})

it('reads options without a space after their letter, and takes U.S. for a word', () => {
  const { items } = readAiken('Who rules\nU.S. states?\nA)Nobody\nB.Governors\nANSWER: B')
  expect(items[0]?.item?.body).toContain('U.S. states?')
  expect(items[0]?.item?.fields[0]).toMatchObject({ options: [{ text: 'Nobody' }, { text: 'Governors', right: true }] })
})

it('tells of an answer that names no single letter, and reads on', () => {
  const { items } = readAiken('Both?\nA) x\nB) y\nANSWER: A and B\n\nOne?\nA) x\nB) y\nANSWER: A')
  expect(items).toMatchObject([
    { item: null, notes: ['Line 1: after ANSWER: stands no single letter.'] },
    { title: 'One?', item: { fields: [{ kind: 'choice' }] } },
  ])
})

it('tells what is no question', () => {
  const { items } = readAiken('Q?\nA. x\nANSWER: C\n\nNo end\nA. x\n\nB\nANSWER: A')
  expect(items.map(({ item, notes }) => [item, notes[0]])).toEqual([
    [null, 'Line 1: ANSWER: names C, and there is no such option.'],
    [null, 'Line 5: no line ANSWER: follows this question.'],
    [null, 'Line 8: ANSWER: names A, and there is no such option.'],
  ])
  expect(readAiken('\n').problems).toHaveLength(1)
})

it('goes out as plain text and comes back', () => {
  const plain = { ...itemOf(one), body: 'What holds of $x^2$?\n\n:answer[answer]' }
  const { text, notes } = writeAiken(plain)
  expect(notes).toEqual([
    'What is said of wrong options is not carried.',
    'Aiken is plain text in one line: emphasis, lists and tables became words.',
  ])
  const back = readAiken(text).items[0]?.item
  expect(back?.body).toBe(plain.body)
  expect(back?.fields[0]).toMatchObject({
    options: [{ text: 'It is $2 x$.', right: true }, { text: 'It is half.' }, { text: 'It is x.' }],
  })
  expect(writeAiken(itemOf(many))).toMatchObject({
    text: '',
    notes: [expect.stringContaining('one right option only')],
  })
})

it('reads any text', () => {
  const line = fc.oneof(
    fc.constantFrom('A. x', 'B) y', 'ANSWER: A', 'answer: b', '', 'A.'),
    fc.string({ maxLength: 10 }),
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
      for (const { item } of readAiken(lines.join('\n')).items) if (item) expect(parsedItem(item)).toBeDefined()
    }),
    { seed: 65, numRuns: 200 },
  )
})
