import { afterEach, expect, it, vi } from 'vitest'
import { sendJson } from './send-json.ts'

afterEach(() => vi.unstubAllGlobals())
const answering = (status: number, body: string) => vi.stubGlobal('fetch', async () => new Response(body, { status }))

it('says why something was refused, without the name that the request has for it', async () => {
  answering(422, '{"error":{"code":"invalid","message":"to.room: Nobody sits there.","field":"to.room"}}')
  expect(await sendJson('/x', {})).toMatchObject({ ok: false, code: 'invalid', message: 'Nobody sits there.' })
  answering(409, '{"error":{"code":"too-short","message":"to: the point.","field":"minutes"}}')
  expect(await sendJson('/x', {})).toMatchObject({ message: 'to: the point.' })
})

it('takes what is no answer of ours for none', async () => {
  answering(502, '<html>')
  expect(await sendJson('/x', {})).toEqual({ ok: false, code: '502', message: null })
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('network')))
  expect(await sendJson('/x', {})).toEqual({ ok: false, code: 'unreachable', message: null })
})
