import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fileType, readFile } from '../http/body.ts'
import { Refusal } from '../http/refusal.ts'
import { directly } from './direct.ts'

const most = 5_000_000
const refusing = () => Promise.reject(new Refusal(401, 'sign-in', 'Please sign in.'))
const taking = async (request: Request) => Response.json({ size: (await readFile(request, most)).length })
const picture = async () =>
  new Response(new Uint8Array(9_000), { headers: { 'content-type': 'image/jpeg', etag: '"x"' } })

let server: http.Server
let address: string

beforeAll(async () => {
  const answer = directly(
    [
      { pattern: /^\/refusing$/, handlers: { PUT: refusing } },
      { pattern: /^\/taking$/, handlers: { PUT: taking } },
      { pattern: /^\/picture$/, handlers: { GET: picture } },
    ],
    [],
  )
  server = http.createServer((incoming, outgoing) => answer(incoming, outgoing) || outgoing.writeHead(404).end())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const put = (path: string, size: number) =>
  fetch(`${address}/${path}`, { method: 'PUT', headers: { 'content-type': fileType }, body: new Uint8Array(size) })

it('a file is read by its handler, whole, larger than any JSON may be', async () => {
  expect(await (await put('taking', most)).json()).toEqual({ size: most })
  expect((await put('taking', 0)).status).toBe(200)
})

it('who sends a file that is not wanted hears why, however much of it was still on the way', async () => {
  for (let round = 0; round < 5; round++) {
    const answer = await put('refusing', 12_000_000)
    expect([answer.status, await answer.json()]).toMatchObject([401, { error: { code: 'sign-in' } }])
  }
  const large = await put('taking', most + 1)
  expect(large.status).toBe(413)
})

it('a picture is not packed a second time', async () => {
  const answer = await fetch(`${address}/picture`, { headers: { 'accept-encoding': 'gzip' } })
  expect(answer.headers.get('content-encoding')).toBeNull()
  expect(answer.headers.get('content-length')).toBe('9000')
})
