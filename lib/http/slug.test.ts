import { expect, it } from 'vitest'
import { slug } from './slug.ts'
import { slugAfter } from './slug-after.ts'

it('a short name is made from any title, and is one', () => {
  const titles = ['Größe & Maß', 'École 2', '深層学習', '  --', `${'a '.repeat(29)}- b c d`]
  const names = titles.map((title) => slugAfter(title, 'course'))
  expect(names.slice(0, 4)).toEqual(['grosse-mass', 'ecole-2', 'course', 'course'])
  for (const name of names) expect(slug.parse(name)).toBe(name)
})
