import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

export interface Secrets {
  /** Signs session cookies: people stay signed in across restarts. */
  session: string
  /** Of the embedded Postgres. */
  database: string
  /** Between the web server and the grader on this machine. */
  grader: string
}

/** The secrets of this installation: made at the first start, kept in the data folder, readable by its owner alone. */
export function readSecrets(dataFolder: string): Secrets {
  const file = path.join(dataFolder, 'secrets.json')
  const kept: Partial<Secrets> = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {}
  const secrets = { session: fresh(), database: fresh(), grader: fresh(), ...kept }
  fs.writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  return secrets
}

const fresh = () => randomBytes(24).toString('hex')
