import { describe, expect, it } from 'vitest'
import type { RawAnswer } from '../answers/raw-answer.ts'
import { shownId } from '../question/variant.ts'
import { desk, fieldOf } from './testing/desk.ts'
import { mixed } from './testing/questions.ts'

const { variant, key, grade } = desk(mixed, 'mixed')
const ids = (field: string, authored: number[]) =>
  authored.map((k) => shownId(variant.arrangement[field]?.indexOf(k) ?? -1))
const field = async (name: string, answer: RawAnswer | null) => fieldOf(await grade({ [name]: answer }), name)
const choose = (name: string, authored: number[]) => field(name, { kind: 'choice', chosen: ids(name, authored) })
const order = (authored: number[]) => field('proof', { kind: 'order', lines: ids('proof', authored) })

describe('a choice', () => {
  it('of one option is right or wrong, and says why', async () => {
    expect(await choose('one', [0])).toMatchObject({ verdict: 'right', score: 1 })
    expect(await choose('one', [1])).toMatchObject({
      verdict: 'wrong',
      score: 0,
      message: 'This one only shrinks them.',
    })
    expect(await choose('one', [0, 1])).toMatchObject({ verdict: 'unreadable' })
    expect(await choose('one', [])).toMatchObject({ verdict: 'empty', score: 0 })
    expect(await field('one', { kind: 'choice', chosen: ['zz'] })).toMatchObject({ verdict: 'unreadable' })
    expect(await field('one', { kind: 'number', text: '1' })).toMatchObject({ verdict: 'unreadable' })
  })

  it('of many options pays in proportion, and wrong ones take away', async () => {
    expect(await choose('many', [0, 1, 2])).toMatchObject({ verdict: 'right', score: 1 })
    expect((await choose('many', [0, 1])).score).toBeCloseTo(2 / 3)
    const three = await choose('many', [0, 1, 3])
    expect(three.score).toBeCloseTo(2 / 3 - 1 / 2)
    expect(three.message).toBe('2 of 3 right options are chosen, and 1 wrong one counts against them.')
    expect(await choose('many', [3, 4])).toMatchObject({ verdict: 'wrong', score: 0 })
  })

  it('of everything pays nothing', async () => {
    expect(await choose('many', [0, 1, 2, 3, 4])).toMatchObject({ verdict: 'wrong', score: 0 })
  })
})

describe('an order', () => {
  it('pays for the longest run in order beyond a single line', async () => {
    expect(await order([0, 1, 2, 3])).toMatchObject({ verdict: 'right', score: 1 })
    expect((await order([1, 0, 2, 3])).score).toBeCloseTo(2 / 3)
    expect((await order([0, 1, 2])).score).toBeCloseTo(2 / 3)
    expect(await order([3, 2, 1, 0])).toMatchObject({ verdict: 'wrong', score: 0 })
    expect(await order([2])).toMatchObject({ verdict: 'wrong', score: 0 })
    expect(await order([])).toMatchObject({ verdict: 'empty', score: 0 })
  })

  it('takes one away for each line that does not belong', async () => {
    const grading = await order([0, 1, 4, 2, 3])
    expect(grading.score).toBeCloseTo(2 / 3)
    expect(grading.message).toBe('4 of 4 lines stand in the right order. 1 does not belong here.')
  })

  it('pays nothing for the lines as they were shown', async () => {
    const shown = variant.arrangement.proof ?? []
    expect(key.solutions.proof).not.toEqual(shown.map((_line, k) => shownId(k)))
    expect((await order(shown)).score).toBe(0)
  })

  it('cannot be read with a line twice or a foreign line', async () => {
    expect(await field('proof', { kind: 'order', lines: ['a', 'a'] })).toMatchObject({ verdict: 'unreadable' })
    expect(await field('proof', { kind: 'order', lines: ['zz'] })).toMatchObject({ verdict: 'unreadable' })
  })
})

describe('free text', () => {
  it('waits for a human unless it is blank', async () => {
    expect(await field('why', { kind: 'text', markdown: 'Because.' })).toMatchObject({ verdict: 'review', score: null })
    expect(await field('why', { kind: 'text', markdown: '  ' })).toMatchObject({ verdict: 'empty', score: 0 })
  })
})
