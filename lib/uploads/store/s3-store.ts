import { createHash } from 'node:crypto'
import { AwsClient } from 'aws4fetch'
import { busy } from '../../http/refusal.ts'
import type { BlobStore } from './blob-store.ts'

/** Milliseconds that one request to the store may take. */
const patience = 15_000

/**
 * An S3-compatible store by one address: `https://KEY:SECRET@host[:port]/bucket[/prefix][?region=…]`, path style, which
 * every such server understands. What it does not do just now is tried again by whoever asked.
 */
export function s3Store(address: string): BlobStore {
  const url = new URL(address)
  const client = new AwsClient({
    accessKeyId: decodeURIComponent(url.username),
    secretAccessKey: decodeURIComponent(url.password),
    service: 's3',
    region: url.searchParams.get('region') ?? 'us-east-1',
    retries: 2,
  })
  const base = `${url.origin}${url.pathname.replace(/\/+$/, '')}`
  const ask = async (key: string, method: 'GET' | 'PUT', body?: Uint8Array<ArrayBuffer>): Promise<Response> => {
    const headers = {
      // signed, so that the store keeps these bytes and no others
      'x-amz-content-sha256': createHash('sha256')
        .update(body ?? '')
        .digest('hex'),
      ...(body ? { 'content-type': 'image/jpeg' } : {}),
    }
    try {
      const init = { method, headers, signal: AbortSignal.timeout(patience) }
      return await client.fetch(`${base}/${key}`, body ? { ...init, body } : init)
    } catch (error) {
      console.error('The store of uploads does not answer:', error)
      throw busy()
    }
  }
  const failed = async (response: Response, what: string) => {
    console.error(`The store of uploads ${what}:`, response.status, (await response.text()).slice(0, 500))
    return busy()
  }
  return {
    async put(key, bytes) {
      const response = await ask(key, 'PUT', new Uint8Array(bytes))
      if (!response.ok) throw await failed(response, 'did not keep a picture')
      await response.body?.cancel()
    },
    async get(key) {
      const response = await ask(key, 'GET')
      if (response.status === 404) {
        await response.body?.cancel()
        return null
      }
      if (!response.ok) throw await failed(response, 'did not give a picture')
      return Buffer.from(await response.arrayBuffer())
    },
  }
}
