import { afterEach, expect, it, vi } from 'vitest'
import { findAll, mostChosen } from './find-all.ts'

afterEach(() => vi.unstubAllGlobals())

/** A bank of so many questions, so many a page; a page of which there is no answer. */
function server(count: number, broken = 0, size = 50) {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (path: string) => {
    const page = Number(new URL(path, 'http://here').searchParams.get('page'))
    asked.push(path.replace('/api/staff/v1/bank', ''))
    if (page === broken) return new Response('', { status: 503 })
    const entries = Array.from({ length: Math.min(size, count - size * (page - 1)) }, (_, k) => ({
      slug: `q${size * page + k}`,
    }))
    return Response.json({ entries, page, pages: Math.ceil(count / size) })
  })
  return asked
}
const find = (asked: object) => findAll(asked, new AbortController().signal)

it('reads what was found page by page', async () => {
  const asked = server(120)
  expect(await find({ q: 'sum', tag: undefined })).toHaveLength(120)
  expect(asked).toEqual(['?q=sum&page=1', '?q=sum&page=2', '?q=sum&page=3'])
})

it('ends where no more can be chosen, and tells of no half', async () => {
  const asked = server(5_000)
  expect(await find({})).toHaveLength(mostChosen)
  expect(asked).toHaveLength(10)
  server(5_000, 0, 70)
  expect(await find({})).toHaveLength(mostChosen)
  server(120, 2)
  expect(await find({})).toBeNull()
})
