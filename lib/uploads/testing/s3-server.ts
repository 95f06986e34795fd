import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { payloadHash, signatureIn, signatureOf } from './s3-signature.ts'

export interface TestStore {
  /** as the environment names it */
  address: string
  objects: Map<string, Buffer>
  /** answers so many requests with 503 first */
  failNext: (count: number) => void
  close: () => Promise<void>
}

const key = 'AKIDEXAMPLE'
const secret = 'a secret/with+signs'

/** What such a store does with PUT and GET: who signed wrongly, or sent other bytes than were signed, is turned away. */
export async function startStore(): Promise<TestStore> {
  const objects = new Map<string, Buffer>()
  let failing = 0
  const server = http.createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
    const body = Buffer.concat(chunks)
    const { method = '', url = '' } = request
    const headers = request.headers as Record<string, string | undefined>
    const answer = (status: number, sent: Buffer | string = '') => response.writeHead(status).end(sent)
    if (failing-- > 0) return answer(503, '<Error><Code>SlowDown</Code></Error>')
    if (signatureIn({ method, address: url, headers }) !== signatureOf({ method, address: url, headers }, secret))
      return answer(403, '<Error><Code>SignatureDoesNotMatch</Code></Error>')
    if (headers['x-amz-content-sha256'] !== payloadHash(body))
      return answer(400, '<Error><Code>XAmzContentSHA256Mismatch</Code></Error>')
    if (method === 'PUT') {
      objects.set(url, body)
      return answer(200)
    }
    const found = objects.get(url)
    return found ? answer(200, found) : answer(404, '<Error><Code>NoSuchKey</Code></Error>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://${key}:${encodeURIComponent(secret)}@127.0.0.1:${port}/pages/of%20exams?region=eu-central-1`,
    objects,
    failNext: (count) => {
      failing = count
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
