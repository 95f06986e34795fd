import { expect, it } from 'vitest'
import { dropAt, dropped, droppedSection, gapAt } from './drop-place.ts'
import { newSection } from './plan.ts'

const sections = ['abc', '', 'de'].map((slugs, k) => ({
  ...newSection(String(k)),
  questions: [...slugs].map((slug) => ({ slug, points: null })),
}))
/** rows of ten, sections with a gap of thirty between them; the empty one is as high as a line */
const lists = [
  { top: 0, bottom: 30, middles: [5, 15, 25] },
  { top: 60, bottom: 70, middles: [] },
  { top: 100, bottom: 120, middles: [105, 115] },
]

it.each([
  [-50, 0, 0],
  [4, 0, 0],
  [6, 0, 1],
  [29, 0, 3],
  [40, 0, 3],
  [50, 1, 0],
  [65, 1, 0],
  [101, 2, 0],
  [999, 2, 2],
])('let go at %i it goes into section %i before question %i', (y, section, at) => {
  expect(dropAt(y, lists)).toEqual({ section, at })
})

it.each([
  ['a', 0, 2, 'bac||de'],
  ['a', 0, 3, 'bca||de'],
  ['c', 0, 0, 'cab||de'],
  ['b', 1, 0, 'ac|b|de'],
  ['a', 2, 1, 'bc||dae'],
  ['e', 2, 0, 'abc||ed'],
])('%s goes to %i, %i: %s', (slug, section, at, expected) => {
  const after = dropped(sections, slug, { section, at })
  expect(after.map(({ questions }) => questions.map((one) => one.slug).join('')).join('|')).toBe(expected)
})

it('let go where it was it changes nothing', () => {
  for (const at of [1, 2]) expect(dropped(sections, 'b', { section: 0, at })).toBe(sections)
})

it.each([
  [-5, 0],
  [14, 0],
  [16, 1],
  [64, 1],
  [66, 2],
  [999, 3],
])('a section let go at %i goes before section %i', (y, before) => {
  expect(gapAt(y, lists)).toBe(before)
})

it.each([
  ['0', 2, '102'],
  ['0', 3, '120'],
  ['2', 0, '201'],
  ['2', 1, '021'],
  ['1', 0, '102'],
])('section %s let go before %i: %s', (key, before, expected) => {
  expect(droppedSection(sections, key, before).map((one) => one.key)).toEqual([...expected])
})

it('a section let go where it was changes nothing, nor does one that is not there any more', () => {
  for (const before of [1, 2]) expect(droppedSection(sections, '1', before)).toBe(sections)
  expect(droppedSection(sections, 'gone', 0)).toBe(sections)
})
