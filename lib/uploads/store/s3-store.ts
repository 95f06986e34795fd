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
  const ask = async (key: string, init: RequestInit): Promise<Response> => {
    try {
      return await client.fetch(`${base}/${key}`, { ...init, signal: AbortSignal.timeout(patience) })
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
      const headers = { 'content-type': 'image/jpeg' }
      const response = await ask(key, { method: 'PUT', body: new Uint8Array(bytes), headers })
      if (!response.ok) throw await failed(response, 'did not keep a picture')
      await response.body?.cancel()
    },
    async get(key) {
      const response = await ask(key, { method: 'GET' })
      if (response.status === 404) {
        await response.body?.cancel()
        return null
      }
      if (!response.ok) throw await failed(response, 'did not give a picture')
      return Buffer.from(await response.arrayBuffer())
    },
  }
}
