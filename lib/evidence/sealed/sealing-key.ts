import { createHash, createHmac, createPrivateKey, createPublicKey, type KeyObject, timingSafeEqual } from 'node:crypto'
import { environment } from '../../environment.ts'
import { notFound } from '../../http/refusal.ts'

/** The private key that opens what students sealed. Where there is none, there is no sealing. */
function privateKey(): KeyObject {
  const key = environment().REFEREE_SEALING_KEY
  if (!key) throw notFound()
  return createPrivateKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'pkcs8' })
}

const pkcs8 = () => privateKey().export({ type: 'pkcs8', format: 'der' })

/** The public half, as browsers import it, and its name. */
export function sealingKey(): { key: JsonWebKey; keyId: string } {
  const key = createPublicKey(privateKey())
  const spki = key.export({ type: 'spki', format: 'der' })
  const { kty, crv, x, y } = key.export({ format: 'jwk' }) as JsonWebKey
  return { key: { kty, crv, x, y } as JsonWebKey, keyId: createHash('sha256').update(spki).digest('hex').slice(0, 16) }
}

/** Ties a sealed file to the student of an attempt: only whoever was signed in as them has been told it. */
export const ticketOf = (attemptId: string, personId: string): string =>
  createHmac('sha256', createHash('sha256').update('referee ticket').update(pkcs8()).digest())
    .update(`${attemptId}|${personId}`)
    .digest('hex')

export function isTicketOf(ticket: string, attemptId: string, personId: string): boolean {
  const right = Buffer.from(ticketOf(attemptId, personId))
  const given = Buffer.from(ticket)
  return given.length === right.length && timingSafeEqual(given, right)
}

/** The key that a file was encrypted with, from the half that travels in it. Throws where that is no point of the curve. */
export async function contentKey(ephemeral: Buffer, salt: Buffer, info: string): Promise<CryptoKey> {
  const { subtle } = globalThis.crypto
  const curve = { name: 'ECDH', namedCurve: 'P-256' } as const
  const own = await subtle.importKey('pkcs8', new Uint8Array(pkcs8()), curve, false, ['deriveBits'])
  const theirs = await subtle.importKey('raw', new Uint8Array(ephemeral), curve, false, [])
  const secret = await subtle.deriveBits({ name: 'ECDH', public: theirs }, own, 256)
  const material = await subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey'])
  const stretch = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(salt), info: Buffer.from(info) }
  return subtle.deriveKey(stretch, material, { name: 'AES-GCM', length: 256 }, false, ['decrypt'])
}
