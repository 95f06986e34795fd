/** What `GET /api/exam/v1/attempts/:id/seal` answers, kept for when there is no network. */
export interface Seal {
  /** the installation's public key, P-256 */
  key: JsonWebKey
  keyId: string
  /** proves that the sealing device was signed in as the student of the attempt */
  ticket: string
}

/** An edit as it lies in the journal. */
export interface SealedSave {
  field: string
  epoch: number
  revision: number
  opId: string
  value: unknown
}

const kind = 'referee sealed/1'
const encode = (text: string) => new TextEncoder().encode(text)

/** Only pages that were loaded securely can seal. */
export const canSeal = () => globalThis.crypto?.subtle !== undefined

export const sealedName = (attemptId: string) => `answers-${attemptId.slice(0, 8)}.sealed.json`

function base64(bytes: ArrayBuffer | Uint8Array): string {
  let text = ''
  for (const byte of new Uint8Array(bytes)) text += String.fromCharCode(byte)
  return btoa(text)
}

/**
 * The text of a file that only the exam's staff can open: what lies on this device, for when it cannot be sent. A key made
 * for this file and the installation's public key agree on a secret; it encrypts the edits (AES-GCM), and the attempt is
 * part of what is authenticated.
 */
export async function sealJournal(seal: Seal, attemptId: string, saves: readonly SealedSave[]): Promise<string> {
  const { subtle } = crypto
  const curve = { name: 'ECDH', namedCurve: 'P-256' } as const
  const { kty = 'EC', crv = 'P-256', x = '', y = '' } = seal.key
  const theirs = await subtle.importKey('jwk', { kty, crv, x, y }, curve, false, [])
  const own = await subtle.generateKey(curve, false, ['deriveBits'])
  const secret = await subtle.deriveBits({ name: 'ECDH', public: theirs }, own.privateKey, 256)
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const material = await subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey'])
  const stretch = { name: 'HKDF', hash: 'SHA-256', salt, info: encode(kind) }
  const key = await subtle.deriveKey(stretch, material, { name: 'AES-GCM', length: 256 }, false, ['encrypt'])
  const head = {
    referee: kind,
    attempt: attemptId,
    keyId: seal.keyId,
    ephemeral: base64(await subtle.exportKey('raw', own.publicKey)),
    salt: base64(salt),
    iv: base64(iv),
  }
  const additionalData = encode(JSON.stringify(Object.values(head)))
  const content = encode(JSON.stringify({ attempt: attemptId, ticket: seal.ticket, saves }))
  const content64 = base64(await subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, content))
  return JSON.stringify({ ...head, content: content64 })
}
