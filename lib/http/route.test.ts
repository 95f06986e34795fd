import { beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { maximumBytes } from './body.ts'
import { Refusal } from './refusal.ts'
import { mutation, reading } from './route.ts'

vi.mock('../auth/of-request.ts', () => ({
  principalOfRequest: async () => ({ personId: 'p', name: 'Ada', email: 'a@b.c' }),
}))

const id = '018f3c1e-0000-7000-8000-000000000001'
const params = z.strictObject({ id: z.uuid() })
const context = (given: Record<string, string> = { id }) => ({ params: Promise.resolve(given) })
const run = vi.fn(async (call: { body: { n: number } }) => ({ doubled: call.body.n * 2 }))
const POST = mutation({ params, body: z.strictObject({ n: z.number() }) }, run)

beforeEach(() => {
  process.env.DATABASE_URL ??= 'postgresql://u:p@127.0.0.1:1/none'
  run.mockClear()
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request('http://localhost/x', {
    method: 'POST',
    body,
    headers: { host: 'localhost', 'sec-fetch-site': 'same-origin', 'content-type': 'application/json', ...headers },
  })
const send = async (request: Request, given?: Record<string, string>) => {
  const response = await POST(request, context(given))
  return {
    status: response.status,
    body: (await response.json()) as { error?: { code: string; field?: string } },
    response,
  }
}

describe('a mutation', () => {
  it('parses, calls, and answers JSON that nobody keeps', async () => {
    const { status, body, response } = await send(post('{"n": 2}'))
    expect([status, body]).toEqual([200, { doubled: 4 }])
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  it.each<[string, number, string, () => Request]>([
    ['another site', 403, 'cross-origin', () => post('{"n": 2}', { 'sec-fetch-site': 'cross-site' })],
    ['a form', 415, 'content-type', () => post('n=2', { 'content-type': 'application/x-www-form-urlencoded' })],
    ['text', 415, 'content-type', () => post('{"n": 2}', { 'content-type': 'text/plain' })],
    ['what is no JSON', 400, 'json', () => post('{"n": ')],
    ['what is no UTF-8', 400, 'json', () => post(new Uint8Array([0x22, 0xff, 0x22]))],
    ['a prototype', 400, 'json', () => post('{"n": 2, "__proto__": {"x": 1}}')],
    ['a wrong type', 422, 'invalid', () => post('{"n": {"not": ""}}')],
    ['an unknown member', 422, 'invalid', () => post('{"n": 2, "points": 100}')],
    ['too much', 413, 'too-large', () => post(`{"n": 2, "x": "${'x'.repeat(maximumBytes)}"}`)],
  ])('refuses %s without calling', async (_name, status, code, request) => {
    const answer = await send(request())
    expect([answer.status, answer.body.error?.code]).toEqual([status, code])
    expect(run).not.toHaveBeenCalled()
  })

  it('leads nowhere with an id that is none', async () => {
    expect((await send(post('{"n": 2}'), { id: '1 OR 1=1' })).status).toBe(404)
  })

  it('names what a use case refuses, and keeps what breaks to itself', async () => {
    run.mockRejectedValueOnce(new Refusal(409, 'missing', 'Not yet.', { details: { fields: ['a.b'] } }))
    expect((await send(post('{"n": 2}'))).body).toEqual({
      error: { code: 'missing', message: 'Not yet.', fields: ['a.b'] },
    })
    run.mockRejectedValueOnce(new Error('relation "secret" does not exist'))
    const broken = await send(post('{"n": 2}'))
    expect(broken.status).toBe(500)
    expect(JSON.stringify(broken.body)).not.toContain('secret')
  })

  it('asks to try again when the database is away or busy', async () => {
    for (const error of [
      Object.assign(new Error('x'), { code: '57P01' }),
      new Error('timeout exceeded when trying to connect'),
    ]) {
      run.mockRejectedValueOnce(error)
      const { status, response } = await send(post('{"n": 2}'))
      expect([status, response.headers.get('retry-after')]).toEqual([503, expect.stringMatching(/^[123]$/)])
    }
  })
})

describe('a reading', () => {
  it('answers 304 to a browser that has it', async () => {
    const GET = reading({ params, etag: true }, async () => ({ paper: [1, 2, 3] }))
    const first = await GET(new Request('http://localhost/x'), context())
    const etag = first.headers.get('etag') ?? ''
    expect(first.headers.get('cache-control')).toBe('private, no-cache')
    const again = await GET(new Request('http://localhost/x', { headers: { 'if-none-match': `W/${etag}` } }), context())
    expect([again.status, await again.text()]).toEqual([304, ''])
  })
})
