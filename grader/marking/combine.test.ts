import { describe, expect, it } from 'vitest'
import type { Alternative, QuestionDefinition } from '../question/definition.ts'
import { combinations } from './combine.ts'

const question = (slug = 'pairs') => {
  const reference = ['a', 'b', 'c'].map((name) => ({ name }))
  return { slug, reference } as unknown as QuestionDefinition
}
const alternative = (id: string, steps: string, rest: Partial<Alternative> = {}): Alternative => ({
  id,
  kind: 'mistake',
  steps: steps.split(' ').map((name) => ({ name })) as Alternative['steps'],
  says: `${id}.`,
  earns: 0.5,
  line: 7,
  column: 3,
  ...rest,
})
const ids = (...alternatives: Alternative[]) => combinations(question(), alternatives).map(({ id }) => id)

describe('two alternatives in one program', () => {
  it('are any two that replace different steps', () => {
    const [one, two, three] = [alternative('one', 'a b'), alternative('two', 'c'), alternative('three', 'b c')]
    expect(ids(one, two, three)).toEqual(['one + two'])
    expect(ids(one, three)).toEqual([])
    expect(ids(one)).toEqual([])
    expect(ids(alternative('x', 'a'), alternative('y', 'b'), alternative('z', 'c'))).toEqual([
      'x + y',
      'x + z',
      'y + z',
    ])
  })

  it('are told in the order of the program, and earn what is left after both', () => {
    const [late, early] = [alternative('late', 'c', { earns: 0.4 }), alternative('early', 'a')]
    const [pair] = combinations(question(), [late, early])
    expect(pair).toEqual({
      id: 'late + early',
      kind: 'mistake',
      steps: [{ name: 'c' }, { name: 'a' }],
      says: 'early. late.',
      earns: 0.2,
      line: 7,
      column: 3,
      parts: [early, late],
    })
    expect(combinations(question(), [early, late])[0]?.parts).toEqual([early, late])
  })

  it('are a convention only if both are', () => {
    const convention = (id: string, steps: string) => alternative(id, steps, { kind: 'convention' })
    const kinds = (...pair: Alternative[]) => combinations(question(), pair).map(({ kind }) => kind)
    expect(kinds(convention('p', 'a'), convention('q', 'b'))).toEqual(['convention'])
    expect(kinds(convention('p', 'a'), alternative('r', 'b'))).toEqual(['mistake'])
    expect(kinds(alternative('r', 'b'), convention('s', 'c'))).toEqual(['mistake'])
  })

  it('are never two automatic ones, and the pairs of the author come first', () => {
    const slip = (id: string, steps: string) => alternative(id, steps, { automatic: true })
    expect(ids(slip('s', 'a'), slip('t', 'b'))).toEqual([])
    expect(ids(slip('s', 'a'), alternative('m', 'b'), alternative('n', 'c'))).toEqual(['m + n', 's + m', 's + n'])
  })

  it('are at most twenty-four', () => {
    const many = Array.from({ length: 5 }, (_, k) => alternative(`a${k}`, 'a'))
    const more = Array.from({ length: 5 }, (_, k) => alternative(`b${k}`, 'b'))
    expect(ids(...many, ...more)).toHaveLength(24)
  })

  it('are the same program whenever they are asked for, for the same question', () => {
    const pair = [alternative('one', 'a'), alternative('two', 'b')]
    const same = question()
    expect(combinations(same, pair)[0]).toBe(combinations(same, pair)[0])
    expect(combinations(question('another'), pair)[0]).not.toBe(combinations(same, pair)[0])
  })
})
