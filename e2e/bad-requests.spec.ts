import { expect, type Page, test } from './setup/test.ts'

const NOBODYS = '00000000-0000-4000-8000-000000000000'
const ATTEMPT = `/api/exam/v1/attempts/${NOBODYS}`

/** A request as a page of this site would send it. */
function send(page: Page, method: string, path: string, data?: unknown, headers: Record<string, string> = {}) {
  const own = { origin: process.env.REFEREE_ADDRESS!, 'content-type': 'application/json' }
  return page.request.fetch(path, { method, headers: { ...own, ...headers }, ...(data === undefined ? {} : { data }) })
}

test('who is not signed in is told so, and nothing else', async ({ page }) => {
  for (const path of [ATTEMPT, `${ATTEMPT}/paper`, `${ATTEMPT}/result`]) {
    const answer = await page.request.get(path)
    expect(answer.status(), path).toBe(401)
    expect(await answer.json()).toMatchObject({ error: { code: expect.any(String), message: expect.any(String) } })
  }
})

test('ids of others and ids of nobody look the same', async ({ as }) => {
  const page = await as('chen')
  for (const path of [ATTEMPT, `${ATTEMPT}/paper`, `${ATTEMPT}/result`, '/api/exam/v1/attempts/not-an-id'])
    expect((await page.request.get(path)).status(), path).toBe(404)
})

test('malformed requests get a 4xx with a reason', async ({ as }) => {
  const page = await as('chen')
  const save = { field: 'x.y', revision: 1, opId: NOBODYS, value: null }
  const bodies: [string, unknown][] = [
    ['not an object', []],
    ['a missing epoch', { saves: [save] }],
    ['an unknown field', { epoch: 1, saves: [save], extra: true }],
    ['a wrong type', { epoch: 'one', saves: [save] }],
    ['too many saves', { epoch: 1, saves: Array.from({ length: 51 }, () => save) }],
    ['a value of no kind', { epoch: 1, saves: [{ ...save, value: { kind: 'magic' } }] }],
  ]
  for (const [what, body] of bodies) {
    const answer = await send(page, 'PUT', `${ATTEMPT}/responses`, body)
    expect(answer.status(), what).toBeGreaterThanOrEqual(400)
    expect(answer.status(), what).toBeLessThan(500)
    expect((await answer.json()).error, what).toMatchObject({ code: expect.any(String), message: expect.any(String) })
  }
})

test('broken JSON, another content type and a heap of bytes are refused', async ({ as }) => {
  const page = await as('chen')
  const path = `${ATTEMPT}/responses`
  const origin = { origin: process.env.REFEREE_ADDRESS! }
  const put = (headers: Record<string, string>, data: string) =>
    page.request.fetch(path, { method: 'PUT', headers: { ...origin, ...headers }, data: Buffer.from(data) })
  expect((await put({ 'content-type': 'application/json' }, '{"epoch":')).status()).toBe(400)
  expect((await put({ 'content-type': 'text/plain' }, '{}')).status()).toBe(415)
  expect((await put({ 'content-type': 'application/json' }, `{"pad":"${'x'.repeat(2_000_000)}"}`)).status()).toBe(413)
})

test('another site cannot change anything in a student’s name', async ({ as }) => {
  const page = await as('chen')
  const body = { epoch: 1, saves: [] }
  const evil = await send(page, 'PUT', `${ATTEMPT}/responses`, body, { origin: 'https://evil.example' })
  expect(evil.status()).toBe(403)
  const crossSite = await send(page, 'PUT', `${ATTEMPT}/responses`, body, { 'sec-fetch-site': 'cross-site' })
  expect(crossSite.status()).toBe(403)
})

test('the wrong method is a 405', async ({ as }) => {
  const page = await as('chen')
  expect((await send(page, 'DELETE', `${ATTEMPT}/responses`)).status()).toBe(405)
})
