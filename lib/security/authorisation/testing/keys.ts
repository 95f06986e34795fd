import { generateKeyPairSync } from 'node:crypto'

/** Keys for receipts and for what students seal, as an installation has them. Before the settings are first read. */
export function signWithKeys(): void {
  const written = { type: 'pkcs8', format: 'der' } as const
  const receipts = generateKeyPairSync('ed25519').privateKey.export(written)
  const sealing = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export(written)
  process.env.REFEREE_RECEIPT_KEY = receipts.toString('base64')
  process.env.REFEREE_SEALING_KEY = sealing.toString('base64')
}
