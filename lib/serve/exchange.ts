import type http from 'node:http'
import { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { fileType, maximumBytes } from '../http/body.ts'

const compress = promisify(gzip)
/** Less than this is sent as it is: packing costs more than it spares. */
const worthPacking = 1_500
const keepAtMost = 1_000
const packed = new Map<string, Buffer>()

/**
 * The body as far as anybody may read it: one byte over the limit is enough to be refused, and one that says of itself
 * that it is too long is not looked at.
 */
async function readBody(incoming: http.IncomingMessage): Promise<Buffer | null> {
  if (incoming.method === 'GET' || Number(incoming.headers['content-length'] ?? 0) > maximumBytes) return null
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    size += chunk.length
    if (size > maximumBytes) break
  }
  return Buffer.concat(chunks)
}

/** A file is read by its handler, who is asking first: here only what is JSON, and so has one limit for all. */
const isFile = (incoming: http.IncomingMessage) =>
  incoming.headers['content-type'] === fileType && incoming.method !== 'GET'

/** A request of Node's as the platform's own, which the handlers take. */
export async function requestOf(incoming: http.IncomingMessage): Promise<Request> {
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers))
    for (const one of Array.isArray(value) ? value : [value ?? '']) headers.append(name, one)
  const streamed = isFile(incoming)
  const body = streamed ? Readable.toWeb(incoming) : await readBody(incoming)
  const asked = `http://${incoming.headers.host ?? 'localhost'}${incoming.url ?? '/'}`
  const url = URL.canParse(asked) ? asked : `http://localhost${incoming.url ?? '/'}`
  const given = { method: incoming.method ?? 'GET', headers, body: body as BodyInit | null }
  // the platform asks for this word with a stream; the types do not know it
  const duplex = { duplex: 'half' }
  return new Request(url, streamed ? { ...given, ...duplex } : given)
}

async function pack(body: Buffer, etag: string | null): Promise<Buffer> {
  const known = etag ? packed.get(etag) : undefined
  if (known) return known
  const small = await compress(body)
  if (etag) {
    if (packed.size >= keepAtMost) packed.clear()
    packed.set(etag, small)
  }
  return small
}

/** Writes what a handler answered, with the headers that every answer carries. */
export async function send(
  incoming: http.IncomingMessage,
  outgoing: http.ServerResponse,
  response: Response,
  always: readonly (readonly [string, string])[],
): Promise<void> {
  let body: Buffer = Buffer.from(await response.arrayBuffer())
  for (const [name, value] of always) outgoing.setHeader(name, value)
  for (const [name, value] of response.headers)
    if (name === 'set-cookie') outgoing.appendHeader(name, value)
    else outgoing.setHeader(name, value)
  const accepts = /\bgzip\b/.test(String(incoming.headers['accept-encoding'] ?? ''))
  const packable = !/^image\//.test(response.headers.get('content-type') ?? '')
  if (packable && body.length >= worthPacking && !response.headers.has('content-encoding')) {
    outgoing.setHeader('vary', [response.headers.get('vary'), 'accept-encoding'].filter(Boolean).join(', '))
    if (accepts) {
      body = await pack(body, response.headers.get('etag'))
      outgoing.setHeader('content-encoding', 'gzip')
    }
  }
  if (response.status !== 204 && response.status !== 304) outgoing.setHeader('content-length', body.length)
  // what was sent beyond the limit was never read: this connection carries nothing more
  if (!incoming.complete) outgoing.setHeader('connection', 'close')
  outgoing.writeHead(response.status)
  outgoing.end(body)
}
