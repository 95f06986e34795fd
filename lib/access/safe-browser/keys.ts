import { createHash, timingSafeEqual } from 'node:crypto'

/** What Safe Exam Browser sends for a page: the hash of its address without fragment, followed by the key. */
export function keyHash(url: string, key: string): string {
  return createHash('sha256')
    .update(url.replace(/#.*$/s, '') + key, 'utf8')
    .digest('hex')
}

/** The key that a hash proves for an address; null where it proves none. All keys are compared, in the same time. */
export function provenKey(hash: string | null | undefined, url: string, keys: readonly string[]): string | null {
  if (!hash || !/^[0-9a-f]{64}$/i.test(hash)) return null
  const given = Buffer.from(hash, 'hex')
  let proven: string | null = null
  for (const key of keys) if (timingSafeEqual(given, Buffer.from(keyHash(url, key), 'hex'))) proven = key
  return proven
}
