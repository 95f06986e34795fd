import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { z } from 'zod'

/** What is certified of an attempt when it is frozen. */
const receiptBody = z.strictObject({
  referee: z.literal('receipt/1'),
  exam: z.string(),
  attempt: z.uuid(),
  submission: z.uuid(),
  /** the code that is shown: the beginning of the digest */
  code: z.string(),
  /** sha256 over the frozen answers, hex */
  digest: z.string(),
  /** where the chain of saves stood */
  chainLength: z.number().int(),
  chainHead: z.string().nullable(),
  closedBy: z.enum(['student', 'deadline', 'staff']),
  frozenAt: z.string(),
})
export type Receipt = z.infer<typeof receiptBody>

/** The file that a student keeps. */
export const receiptFile = z.strictObject({
  receipt: receiptBody,
  /** Ed25519 over `signedText`, base64 */
  signature: z.string().max(200),
  /** the public key, SPKI in base64 */
  publicKey: z.string().max(200),
})
export type ReceiptFile = z.infer<typeof receiptFile>

/** The bytes that are signed: the members in this order, whatever order a file has them in. */
export function signedText(receipt: Receipt): Buffer {
  const { referee, exam, attempt, submission, code, digest, chainLength, chainHead, closedBy, frozenAt } = receipt
  const members = [referee, exam, attempt, submission, code, digest, chainLength, chainHead, closedBy, frozenAt]
  return Buffer.from(JSON.stringify(members))
}

const der = { type: 'spki', format: 'der' } as const

const privateKey = (base64: string): KeyObject =>
  createPrivateKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'pkcs8' })

/** The public half of a private key, SPKI in base64. */
export const publicKeyOf = (base64: string): string =>
  createPublicKey(privateKey(base64)).export(der).toString('base64')

export const signReceipt = (receipt: Receipt, key: string): string =>
  sign(null, signedText(receipt), privateKey(key)).toString('base64')

/** Whether a receipt was signed by the owner of a public key. */
export function isSigned(receipt: Receipt, signature: string, publicKey: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), ...der })
    return (
      key.asymmetricKeyType === 'ed25519' && verify(null, signedText(receipt), key, Buffer.from(signature, 'base64'))
    )
  } catch {
    return false
  }
}
