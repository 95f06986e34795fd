import { describe, expect, it } from 'vitest'
import { bodyOf, isPlain, type Known, moved, newSection, type Plan, shifted, shiftedSection, totals } from './plan.ts'

const sectionOf = (key: string, slugs: string, more: object = {}) => ({
  ...newSection(key),
  questions: [...slugs].map((slug) => ({ slug, points: null as number | null })),
  ...more,
})
const two = [sectionOf('1', 'abc'), sectionOf('2', 'de')]
const shown = (sections: readonly { questions: { slug: string }[] }[]) =>
  sections.map(({ questions }) => questions.map(({ slug }) => slug).join('')).join('|')

describe('questions', () => {
  it.each([
    ['b', -1, 'bac|de'],
    ['b', 1, 'acb|de'],
    ['c', 1, 'ab|cde'],
    ['d', -1, 'abcd|e'],
    ['a', -1, 'abc|de'],
    ['e', 1, 'abc|de'],
    ['x', 1, 'abc|de'],
  ] as const)('%s goes by %i: %s', (slug, by, expected) => {
    expect(shown(shifted(two, slug, by))).toBe(expected)
  })

  it('go into another section', () => {
    expect(shown(moved(two, 'a', 1, 2))).toBe('bc|dea')
    expect(shown(shiftedSection(two, 1, -1))).toBe('de|abc')
    expect(shiftedSection(two, 1, 1)).toBe(two)
  })
})

describe('what a student gets', () => {
  const known: Known = new Map(
    [...'abcde'].map((slug) => [slug, { slug, title: slug, points: slug === 'e' ? null : 4, problem: null }]),
  )
  it('is all of a section, or k of a set', () => {
    expect(totals([sectionOf('1', 'abc')], known)).toEqual({ questions: 3, points: 12 })
    expect(totals([sectionOf('1', 'abc', { pick: 2 })], known)).toEqual({ questions: 2, points: 8 })
    expect(totals([sectionOf('1', 'abc', { pick: 9 })], known)).toEqual({ questions: 3, points: 12 })
  })
  it('is not known where a question’s points are not, or the draw decides', () => {
    expect(totals(two, known)).toEqual({ questions: 5, points: null })
    const uneven = sectionOf('1', '', {
      pick: 1,
      questions: [
        { slug: 'a', points: 1 },
        { slug: 'b', points: 2 },
      ],
    })
    expect(totals([uneven], known)).toEqual({ questions: 1, points: null })
  })
})

it('is sent without what only this page knows', () => {
  const times = { opens: '2030-01-01T09:00', closes: '', resultsAt: '2030-02-01T09:00', askUntil: '' }
  const plan = { title: 'T', ...times, sections: [sectionOf('1', 'a')] } as Plan
  const { opens, closes, resultsAt, askUntil, sections } = bodyOf(plan, { opens: 1 })
  expect([opens, closes]).toEqual([{ local: times.opens, choice: 1 }, null])
  expect([resultsAt, askUntil]).toEqual([{ local: times.resultsAt, choice: null }, null])
  expect(sections[0]).not.toHaveProperty('key')
  expect(isPlain(plan)).toBe(true)
  expect(isPlain({ ...plan, sections: two })).toBe(false)
})
