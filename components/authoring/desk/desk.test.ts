import { afterEach, describe, expect, it, vi } from 'vitest'
import { askAgainAfter, askDesk } from './desk.ts'

afterEach(() => vi.unstubAllGlobals())

const answering = (status: number, body: unknown) =>
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(body), { status }))
const error = (code: string) => ({ error: { code, message: 'So it is.' } })

describe('a question to the desk', () => {
  it.each([
    [409, error('superseded'), 'superseded', true],
    [503, error('grader-away'), 'away', true],
    [429, error('too-many'), 'away', true],
    [422, error('too-long'), 'refused', false],
  ] as const)('%i is %s', async (status, body, why, again) => {
    answering(status, body)
    const asked = await askDesk('check', {})
    expect(asked).toMatchObject({ ok: false, why })
    // the newest question can be overtaken on its way by an older one: it must not wait for ever
    expect(askAgainAfter(why) !== null).toBe(again)
  })

  it('is asked again where nobody answers, and not where nobody waits', async () => {
    vi.stubGlobal('fetch', async () => Promise.reject(new Error('offline')))
    expect(await askDesk('check', {})).toMatchObject({ why: 'away' })
    expect(await askDesk('check', {}, AbortSignal.abort())).toMatchObject({ why: 'superseded' })
  })
})
