import fs from 'node:fs'
import path from 'node:path'
import { readSettings } from '../../start/settings.ts'
import { publicKeyOf } from './signed-receipt.ts'

/** The public key of this installation, from the environment or the data folder; null where neither has one. */
export function ownPublicKey(env: NodeJS.ProcessEnv, root: string): string | null {
  const secrets = path.join(readSettings(env, root).dataFolder, 'secrets.json')
  const kept = fs.existsSync(secrets) ? JSON.parse(fs.readFileSync(secrets, 'utf8')) : {}
  const key = env.REFEREE_RECEIPT_KEY || kept.receipts
  return key ? publicKeyOf(key) : null
}
