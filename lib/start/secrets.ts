import { generateKeyPairSync, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

export interface Secrets {
  /** Signs session cookies: people stay signed in across restarts. */
  session: string
  /** Of the embedded Postgres. */
  database: string
  /** Between the web server and the grader on this machine. */
  grader: string
  /** Private key, Ed25519: signs the receipts of what was handed in. Lost, old receipts can only be checked by their own key. */
  receipts: string
  /** Private key, P-256: opens what students sealed on a device that could not send it. */
  sealing: string
}

/** The secrets of this installation: made at the first start, kept in the data folder, readable by its owner alone. */
export function readSecrets(dataFolder: string): Secrets {
  const file = path.join(dataFolder, 'secrets.json')
  const kept: Partial<Secrets> = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {}
  const secrets = { session: fresh(), database: fresh(), grader: fresh(), ...freshKeys(), ...kept }
  fs.writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  return secrets
}

const fresh = () => randomBytes(24).toString('hex')

const exported = { type: 'pkcs8', format: 'der' } as const

function freshKeys(): Pick<Secrets, 'receipts' | 'sealing'> {
  const receipts = generateKeyPairSync('ed25519').privateKey.export(exported)
  const sealing = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export(exported)
  return { receipts: receipts.toString('base64'), sealing: sealing.toString('base64') }
}
