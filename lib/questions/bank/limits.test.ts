import { expect, it } from 'vitest'
import type { z } from 'zod'
import { readTextsRequest } from '../../worker/bank/read-texts.ts'
import { archiveSearch } from './archived-questions.ts'
import { tagsBody } from './change-tags.ts'
import { changedCollection, newCollection } from './collections.ts'
import { bankSearch, knownSearch, searchInAddress } from './search-body.ts'
import { sharesBody } from './share-questions.ts'
import { someSlugs } from './slugs.ts'
import { keptWords } from './words.ts'

const course = crypto.randomUUID()
const slugs = ['a']
const x = (length: number) => 'x'.repeat(length)
const many = (n: number) => Array.from({ length: n }, (_, k) => `t${k}`)
const tags = (add: string[]) => ({ course, slugs, add })
const texts = (n: number, slug = 'a') => ({ texts: many(n).map(() => ({ slug, source: '' })) })

it.each<[string, z.ZodType, unknown, unknown]>([
  ['a choice of questions', someSlugs, many(500), many(501)],
  ['a choice of some', someSlugs, slugs, []],
  ['a tag', tagsBody, tags([x(40)]), tags([x(41)])],
  ['a tag with letters', tagsBody, tags([' a ']), tags(['  '])],
  ['tags at once', tagsBody, tags(many(20)), tags(many(21))],
  ['a name of a collection', newCollection, { course, title: x(120) }, { course, title: x(121) }],
  ['a collection with a name', changedCollection, { title: 'a' }, { title: ' ' }],
  ['a note', changedCollection, { note: x(2_000) }, { note: x(2_001) }],
  ['a course to share with', sharesBody, { slugs, course: 'a', right: null }, { slugs, course: ' ', right: null }],
  ['words of the archive', archiveSearch, { q: x(300) }, { q: x(301) }],
  ['pages of the archive', archiveSearch, { page: 10_000 }, { page: 10_001 }],
  ['words', bankSearch, { q: x(300) }, { q: x(301) }],
  ['pages', bankSearch, { page: 10_000 }, { page: 10_001 }],
  ['a topic', bankSearch, { topic: [x(120)] }, { topic: [x(121)] }],
  ['topics', bankSearch, { topic: many(20) }, { topic: many(21) }],
  ['a whole day', bankSearch, { used: 'not-since:2026-02-28' }, { used: 'not-since:2026' }],
  ['texts to read', readTextsRequest, texts(100), texts(101)],
  ['a name of a text', readTextsRequest, texts(1, x(80)), texts(1, x(81))],
])('%s: no more than that', (_what, schema, good, bad) => {
  expect(schema.safeParse(good).success).toBe(true)
  expect(schema.safeParse(bad).success).toBe(false)
})

it('a question that is named twice is one, and a long word is kept by its beginning', () => {
  expect(someSlugs.parse(['a', 'b', 'a'])).toEqual(['a', 'b'])
  expect(keptWords([x(50)])).toBe(` ${x(40)}`)
})

it('of an address what makes sense is asked, and the rest passed over', () => {
  const address = new URLSearchParams('q=sum&topic=a&topic=b&tag=&sort=nothing&colour=red&page=2')
  expect(searchInAddress(address)).toEqual({ q: 'sum', topic: ['a', 'b'], sort: 'nothing', page: '2' })
  expect(knownSearch(address)).toEqual({ q: 'sum', topic: ['a', 'b'], page: 2 })
  expect(knownSearch(new URLSearchParams('page=0'))).toEqual({})
})
