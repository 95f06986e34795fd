import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { cookiesOf } from '../auth/of-request.ts'
import { type PageCookies, readPageCookies } from '../http/page-cookies.ts'
import { newNonce } from '../security/content-security-policy.ts'
import { fill, findShell, type Rendered, type Shell } from './shell.ts'

type Listener = (incoming: http.IncomingMessage, outgoing: http.ServerResponse) => unknown

const compress = promisify(gzip)
const address = /^\/attempts\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/
/** a page of another kind at the same address: parts of it, for the framework's own navigation */
const partial = ['rsc', 'next-router-state-tree', 'next-router-prefetch', 'next-action']
/** one for every theme and time zone that was asked for */
const keepAtMost = 200

/** Renders pages by the framework's own listener, at a port that nobody else is told. */
function renderer(pages: Listener, host: string) {
  const server = http.createServer((incoming, outgoing) => void pages(incoming, outgoing))
  const ready = new Promise<number>((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)).unref(),
  )
  return async (id: string, cookie: string): Promise<Rendered> => {
    const port = await ready
    return new Promise((resolve, reject) => {
      http
        .get(
          { port, host: '127.0.0.1', path: `/attempts/${id}`, headers: { host, cookie, connection: 'close' } },
          (reply) => {
            const chunks: Buffer[] = []
            reply.on('data', (chunk: Buffer) => chunks.push(chunk))
            reply.on('error', reject)
            reply.on('end', () => {
              const headers = Object.entries(reply.headersDistinct).map(
                ([name, values]) => [name, (values ?? []).join(', ')] as const,
              )
              resolve({ status: reply.statusCode ?? 0, headers, body: Buffer.concat(chunks).toString() })
            })
          },
        )
        .on('error', reject)
    })
  }
}

function write(incoming: http.IncomingMessage, outgoing: http.ServerResponse, shell: Shell, id: string): void {
  const values = { id, nonce: newNonce() }
  const body = Buffer.from(fill(shell.body, values))
  for (const [name, value] of shell.headers) outgoing.setHeader(name, fill(value, values))
  const send = (bytes: Buffer) => outgoing.setHeader('content-length', bytes.length).end(bytes)
  if (!/\bgzip\b/.test(String(incoming.headers['accept-encoding'] ?? ''))) {
    send(body)
    return
  }
  compress(body, { level: 4 }).then(
    (packed) => {
      outgoing.setHeader('content-encoding', 'gzip')
      send(packed)
    },
    () => send(body),
  )
}

/**
 * Answers looks at an exam page from what the framework rendered before: the page is a shell, the same for everybody,
 * and a class opens it in the same second. False: not for us, or not known yet, and the framework is to answer.
 */
export function examPage(pages: Listener, ownHost: string): Listener & ((...given: Parameters<Listener>) => boolean) {
  const render = renderer(pages, ownHost)
  const shells = new Map<string, Shell | null>()
  const learn = (cookies: PageCookies, key: string) => {
    if (shells.size >= keepAtMost) shells.clear()
    shells.set(key, null) // until it is there, and for good where the page turns out not to be a shell
    const cookie = Object.entries(cookies).flatMap(([name, value]) =>
      value ? [`${name}=${encodeURIComponent(value)}`] : [],
    )
    findShell((id) => render(id, cookie.join('; '))).then(
      (shell) => {
        if (!shell) console.error('The exam page did not come out alike twice; it is rendered at every look.')
        shells.set(key, shell)
      },
      () => shells.delete(key),
    )
  }
  return (incoming, outgoing) => {
    const id = address.exec(incoming.url ?? '')?.[1]
    if (incoming.method !== 'GET' || !id || incoming.headers.host !== ownHost) return false
    if (partial.some((name) => name in incoming.headers)) return false
    const sent = new Map(cookiesOf(incoming.headers.cookie).map(({ name, value }) => [name, value]))
    const cookies = readPageCookies((name) => sent.get(name))
    const key = `${cookies.theme} ${cookies.zone}`
    const shell = shells.get(key)
    if (shell === undefined) learn(cookies, key)
    if (!shell) return false
    write(incoming, outgoing, shell, id)
    return true
  }
}
