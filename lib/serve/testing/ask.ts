import http from 'node:http'
import { gunzipSync } from 'node:zlib'

export interface Reply {
  status: number
  headers: http.IncomingHttpHeaders
  json: unknown
}

/** Sends a request with exactly these headers, as a browser's connection would carry them. */
export function ask(
  address: string,
  method: string,
  headers: Record<string, string>,
  body: string | undefined,
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }
    const request = http.request(address, { method, headers: { ...headers, ...length } }, async (reply) => {
      const sent = Buffer.concat(await reply.toArray())
      const text = reply.headers['content-encoding'] === 'gzip' ? gunzipSync(sent) : sent
      resolve({ status: reply.statusCode ?? 0, headers: reply.headers, json: JSON.parse(text.toString()) })
    })
    request.on('error', reject)
    request.end(body)
  })
}
