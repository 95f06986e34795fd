import { afterEach, describe, expect, it, vi } from 'vitest'
import { httpTransport } from './transport.ts'

const save = { field: 'q.x', revision: 1, opId: 'one', value: null }
const reply = { serverNow: '', deadline: null, state: 'open', epoch: 1, results: [{ opId: 'one', outcome: 'applied' }] }

/** A network that answers so, and notes what was asked. */
function network(answer: () => Response) {
  const asked: RequestInit[] = []
  vi.stubGlobal('fetch', async (_url: string, init: RequestInit) => {
    asked.push(init)
    return answer()
  })
  return asked
}
const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers })
const saving = () => httpTransport('a').save({ epoch: 1, saves: [save] }, true)

describe('a save over the network', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('is acknowledged by the server’s own words alone', async () => {
    network(() => json(reply))
    expect(await saving()).toEqual({ outcome: 'answered', value: reply })
    const portals = [
      () => new Response('<html>Please sign in to the network</html>'),
      () => json({}),
      () => json(null),
      () => json({ ...reply, results: undefined }),
      () => json({ ...reply, results: [null] }),
      () => json({ results: reply.results }),
    ]
    for (const portal of portals) {
      network(portal)
      expect(await saving()).toEqual({ outcome: 'trouble', retryAfter: null })
    }
  })

  it('follows a page that closes, is never led elsewhere, and is given up in the end', async () => {
    const [asked] = [network(() => json(reply))]
    await saving()
    expect(asked[0]).toMatchObject({ keepalive: true, redirect: 'error', cache: 'no-store' })
    expect(asked[0]?.signal).toBeInstanceOf(AbortSignal)
  })

  it('is tried again after trouble that may pass, when the server said', async () => {
    for (const status of [408, 429, 500, 503]) {
      network(() => json({ error: { code: 'busy', message: '' } }, status, { 'retry-after': '7' }))
      expect(await saving()).toEqual({ outcome: 'trouble', retryAfter: 7000 })
    }
    network(() => json({ message: 'a proxy’s own words' }, 403))
    expect(await saving()).toEqual({ outcome: 'trouble', retryAfter: null })
    network(() => {
      throw new TypeError('Failed to fetch')
    })
    expect(await saving()).toEqual({ outcome: 'trouble', retryAfter: null })
  })

  it('is refused by the server alone', async () => {
    network(() => json({ error: { code: 'missing', message: 'lacks', fields: ['q.x'] } }, 409))
    expect(await saving()).toEqual({
      outcome: 'refused',
      status: 409,
      code: 'missing',
      message: 'lacks',
      fields: ['q.x'],
    })
  })
})
