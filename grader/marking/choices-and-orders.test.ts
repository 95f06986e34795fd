import { describe, expect, it } from 'vitest'
import type { RawAnswer } from '../answers/raw-answer.ts'
import type { AnswerField } from '../question/definition.ts'
import type { VariantKey } from '../question/variant.ts'
import { judgeChoice } from './judge-choice.ts'
import { judgeOrder } from './judge-order.ts'
import type { GradingRow } from './sheet.ts'

const place = { line: 1, column: 1 }
const base = { ...place, name: 'f', label: 'F', points: 4, after: [] }
const option = (markdown: string, says: string | null = null) => ({ ...place, markdown, says })
const none: VariantKey = { expected: {}, deviation: {}, bands: {}, alternatives: {}, solutions: {}, broken: {} }

/** Options or lines are shown in the order given by their places in the file. */
function row(arrangement: number[], solution: string[] | null, broken: Record<string, string> = {}): GradingRow {
  return {
    id: 'one',
    variant: { slug: 'q', version: 'v', seed: 's', params: {}, arrangement: { f: arrangement } },
    key: { ...none, solutions: solution ? { f: solution } : {}, broken },
    answers: {},
  }
}

describe('a choice of many', () => {
  const field: Extract<AnswerField, { kind: 'choice' }> = {
    ...base,
    kind: 'choice',
    many: true,
    // what is said of an option is said where it is wrong
    right: [option('r1', 'Well seen.'), option('r2')],
    others: [option('w1', 'Not w1.'), option('w2'), option('w3', 'Not w3.')],
    shuffle: true,
  }
  // shown: a = w1, b = r2, c = w3, d = r1, e = w2
  const given = row([2, 1, 4, 0, 3], ['d', 'b'])
  const judge = (chosen: string[], of = given) => judgeChoice(field, of, { kind: 'choice', chosen })

  it('says how many are right, and which wrong ones were thought of by the author', () => {
    expect(judge(['b', 'd'])).toEqual({ field: 'f', kind: 'choice', points: 4, verdict: 'right', score: 1 })
    expect(judge(['b'])).toMatchObject({
      verdict: 'partial',
      score: 0.5,
      message: '1 of 2 right options is chosen.',
    })
    expect(judge(['a', 'b', 'd'])).toMatchObject({
      verdict: 'partial',
      score: 1 - 1 / 3,
      message: 'Not w1. 2 of 2 right options are chosen, and 1 wrong one counts against them.',
    })
    expect(judge(['a', 'c', 'b', 'd']).message).toBe(
      'Not w1. Not w3. 2 of 2 right options are chosen, and 2 wrong ones count against them.',
    )
    expect(judge(['e'])).toMatchObject({ verdict: 'wrong', score: 0 })
    expect(judge(['e']).message).toBe('0 of 2 right options are chosen, and 1 wrong one counts against them.')
  })

  it('earns by what is right where there is nothing wrong to choose', () => {
    const all = { ...field, others: [] }
    const earned = judgeChoice(all, row([1, 0], ['a', 'b']), { kind: 'choice', chosen: ['a'] })
    expect(earned).toMatchObject({ verdict: 'partial', score: 0.5 })
  })

  it('is held where the key is broken or has no solution, whatever was chosen', () => {
    expect(judge(['a'], row([2, 1, 4, 0, 3], null))).toMatchObject({
      verdict: 'broken',
      score: null,
      staffNote: 'The key has no solution of this field.',
    })
    const reported = judge(['b', 'd'], row([2, 1, 4, 0, 3], ['d', 'b'], { f: 'Reported.' }))
    expect(reported).toMatchObject({ verdict: 'broken', score: null, staffNote: 'Reported.' })
    // but a blank is blank
    expect(judge([], row([2, 1, 4, 0, 3], null))).toMatchObject({ verdict: 'empty', score: 0 })
  })

  it('is empty without an answer and unreadable where it is none', () => {
    expect(judgeChoice(field, given, null)).toMatchObject({ verdict: 'empty', score: 0 })
    expect(judgeChoice(field, given, { kind: 'order', lines: ['a'] })).toEqual({
      field: 'f',
      kind: 'choice',
      points: 4,
      verdict: 'unreadable',
      score: 0,
      message: 'This field takes a choice.',
    })
    const foreign = judge(['z'])
    expect(foreign).toMatchObject({ verdict: 'unreadable', score: 0 })
    expect(foreign.message).toBeTruthy()
  })

  it('has no options where nothing was arranged', () => {
    const bare = { ...given, variant: { ...given.variant, arrangement: {} } }
    expect(judge(['a'], bare)).toMatchObject({ verdict: 'unreadable' })
  })
})

describe('a choice of one', () => {
  const field: Extract<AnswerField, { kind: 'choice' }> = {
    ...base,
    kind: 'choice',
    many: false,
    right: [option('r')],
    others: [option('w1', 'Not w1.'), option('w2')],
    shuffle: true,
  }
  const judge = (id: string) => judgeChoice(field, row([2, 0, 1], ['b']), { kind: 'choice', chosen: [id] })

  it('counts nothing aloud', () => {
    expect(judge('b')).toEqual({ field: 'f', kind: 'choice', points: 4, verdict: 'right', score: 1 })
    expect(judge('c')).toMatchObject({ verdict: 'wrong', score: 0, message: 'Not w1.' })
    expect(judge('a')).not.toHaveProperty('message')
  })
})

describe('an order', () => {
  const field: Extract<AnswerField, { kind: 'order' }> = {
    ...base,
    kind: 'order',
    lines: ['1', '2', '3', '4', '5'],
    distractors: ['x', 'y'],
  }
  // shown: a = 3, b = x, c = 1, d = 5, e = 2, f = y, g = 4
  const given = row([2, 5, 0, 4, 1, 6, 3], ['c', 'e', 'a', 'g', 'd'])
  const judge = (lines: string, of = given) => judgeOrder(field, of, { kind: 'order', lines: [...lines] })

  it('earns the longest run in order, beyond a single line', () => {
    expect(judge('ceagd')).toEqual({ field: 'f', kind: 'order', points: 4, verdict: 'right', score: 1 })
    expect(judge('ecagd')).toMatchObject({
      verdict: 'partial',
      score: 3 / 4,
      message: '4 of 5 lines stand in the right order.',
    })
    // 1 4 2 5 3: the longest run is 1 2 5 or 1 2 3 or 1 4 5
    expect(judge('cgeda').score).toBe(2 / 4)
    // what comes before need not be the line just before
    expect(judge('dceag').score).toBe(3 / 4)
    expect(judge('dgaec')).toMatchObject({ verdict: 'wrong', score: 0 })
  })

  it('says what is missing and what does not belong', () => {
    expect(judge('cea')).toMatchObject({
      score: 2 / 4,
      message: '3 of 5 lines stand in the right order. 2 are missing.',
    })
    expect(judge('ceag').message).toBe('4 of 5 lines stand in the right order. 1 is missing.')
    expect(judge('cebagd')).toMatchObject({
      score: 3 / 4,
      message: '5 of 5 lines stand in the right order. 1 does not belong here.',
    })
    expect(judge('cebagfd')).toMatchObject({
      score: 2 / 4,
      message: '5 of 5 lines stand in the right order. 2 do not belong here.',
    })
  })

  it('counts what is missing beside what does not belong, and no stranger into the run', () => {
    expect(judge('ceba')).toMatchObject({
      score: 1 / 4,
      message: '3 of 5 lines stand in the right order. 2 are missing. 1 does not belong here.',
    })
    expect(judge('bceag')).toMatchObject({
      score: 2 / 4,
      message: '4 of 5 lines stand in the right order. 1 is missing. 1 does not belong here.',
    })
  })

  it('never earns less than nothing', () => {
    expect(judge('bfc')).toMatchObject({ verdict: 'wrong', score: 0 })
    expect(judge('c')).toMatchObject({ verdict: 'wrong', score: 0 })
  })

  it('earns nothing as it was shown, however right that happens to be', () => {
    // shown: a = 1, b = 2, c = 4, d = 3: three of four stand in order by chance
    const short = { ...field, lines: ['1', '2', '3', '4'], distractors: [] }
    const shown = row([0, 1, 3, 2], ['a', 'b', 'd', 'c'])
    const judged = judgeOrder(short, shown, { kind: 'order', lines: ['a', 'b', 'c', 'd'] })
    expect(judged).toMatchObject({ verdict: 'wrong', score: 0 })
    const moved = judgeOrder(short, shown, { kind: 'order', lines: ['b', 'a', 'd', 'c'] })
    expect(moved.score).toBeCloseTo(2 / 3)
  })

  it('of a single line is right or wrong', () => {
    const single = { ...field, lines: ['1'] }
    const judged = judgeOrder(single, row([1, 0], ['b']), { kind: 'order', lines: ['a', 'b'] })
    expect(judged).toMatchObject({ verdict: 'wrong', score: 0 })
  })

  it('is held where the key is broken or has no solution', () => {
    const note = 'The key has no solution of this field.'
    expect(judge('c', row([0, 1, 2], null))).toMatchObject({ verdict: 'broken', score: null, staffNote: note })
    const reported = judge('ceagd', { ...given, key: { ...given.key, broken: { f: 'Reported.' } } })
    expect(reported).toMatchObject({ verdict: 'broken', score: null, staffNote: 'Reported.' })
  })

  it('is empty, or unreadable', () => {
    expect(judgeOrder(field, given, null)).toMatchObject({ verdict: 'empty', score: 0 })
    const answer: RawAnswer = { kind: 'choice', chosen: ['a'] }
    expect(judgeOrder(field, given, answer)).toEqual({
      field: 'f',
      kind: 'order',
      points: 4,
      verdict: 'unreadable',
      score: 0,
      message: 'This field takes an order.',
    })
    expect(judge('z').message).toBeTruthy()
    const bare = { ...given, variant: { ...given.variant, arrangement: {} } }
    expect(judge('a', bare)).toMatchObject({ verdict: 'unreadable' })
  })
})
