import { expect, it } from 'vitest'
import { type Page, pageKey, pageOfKey, pagesOf } from './pages.ts'
import { parseRawAnswer } from './parse.ts'
import type { RawAnswer } from './raw-answer.ts'

const one = '11111111-1111-4111-8111-111111111111'
const two = '22222222-2222-4222-8222-222222222222'
const digest = 'ab'.repeat(32)
const page = (id: string, place: number): Page => ({
  kind: 'upload',
  page: id,
  sha256: digest,
  images: [digest],
  place,
})

it('a page has a key of its own below its field', () => {
  expect(pageOfKey(pageKey('gru.why', one))).toEqual({ field: 'gru.why', page: one })
  for (const key of ['gru.why', 'gru.why/page-1', 'gru.why/page-', `gru.why/${one}`, `/page-${one}`, `a/b/page-${one}`])
    expect(pageOfKey(key)).toBeNull()
})

it('the pages of a field come in their places, those taken off are gone', () => {
  const answers: Record<string, RawAnswer | null> = {
    why: { kind: 'text', markdown: '' },
    [pageKey('why', two)]: page(two, 1),
    [pageKey('why', one)]: page(one, 2),
    [pageKey('whynot', one)]: page(one, 0),
    [pageKey('why', '33333333-3333-4333-8333-333333333333')]: null,
  }
  expect(pagesOf(answers, 'why').map((found) => found.page)).toEqual([two, one])
})

it('is read strictly', () => {
  expect(parseRawAnswer(page(one, 0), 'upload')).toEqual({ ok: true, value: page(one, 0) })
  const wrong = [
    { page: 'x' },
    { page: one.toUpperCase().replace('1', 'A') },
    { sha256: digest.toUpperCase() },
    { sha256: 'ab' },
    { images: ['x'] },
    { images: Array(13).fill(digest) },
    { images: digest },
    { place: -1 },
    { place: 0.5 },
    { name: '../../etc/passwd' },
  ]
  for (const change of wrong) expect(parseRawAnswer({ ...page(one, 0), ...change })).toMatchObject({ ok: false })
})
