import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { closePools } from '../db/pool.ts'
import { query } from '../db/query.ts'
import { runningDatabaseUrl } from '../start/running-database.ts'
import { readEvidence } from './evidence.ts'
import { examine } from './examine.ts'
import type { Finding } from './finding.ts'
import { checkFile } from './receipt/check-file.ts'
import { ownPublicKey } from './receipt/own-key.ts'
import { receiptFile } from './receipt/signed-receipt.ts'

const usage = `npm run verify:evidence -- [--exam <title or id>] [--attempt <id>] [--receipt <file>]
  Recomputes the chain of every attempt's saves and the digest of every submission, and names what is not as it was.
  With --receipt: whether a receipt is genuine, and whether the store still says the same; without a running database, the
  signature alone. Exits with 1 where something is amiss, with 2 where it cannot be checked.`

const atOnce = 100
const root = path.resolve(import.meta.dirname, '../..')

async function attemptsOf(exam: string | undefined, attempt: string | undefined): Promise<string[]> {
  const rows = await query<{ id: string }>(
    `SELECT a.id FROM attempt a JOIN exam e ON e.id = a.exam_id
     WHERE ($1::text IS NULL OR e.title = $1 OR e.id::text = $1) AND ($2::text IS NULL OR a.id::text = $2) ORDER BY a.id`,
    [exam ?? null, attempt ?? null],
  )
  return rows.map(({ id }) => id)
}

export const findingLine = ({ attemptId, eventId, seq, amiss, says }: Finding) =>
  `${amiss}: attempt ${attemptId}${eventId ? `, event ${eventId}` : ''}${seq === null ? '' : ` (place ${seq})`}: ${says}`

/** Checks a store, or a receipt against it; gives the exit code. */
export async function verify(args: string[], publicKey: string | null, say: (line: string) => void): Promise<number> {
  const options = { exam: { type: 'string' }, attempt: { type: 'string' }, receipt: { type: 'string' } } as const
  const { values } = parseArgs({ args, options })
  if (values.receipt !== undefined) {
    const file = receiptFile.safeParse(JSON.parse(readFileSync(values.receipt, 'utf8')))
    if (!file.success) throw new Error(`${values.receipt} is not a receipt.`)
    return checkFile(file.data, publicKey, process.env.DATABASE_URL ? query : null, say)
  }
  const ids = await attemptsOf(values.exam, values.attempt)
  if (ids.length === 0) throw new Error(`There is no such attempt.\n${usage}`)
  if (publicKey === null) say('The key of this installation is not here: signatures are not checked.')
  let [amiss, events, submissions, unsigned] = [0, 0, 0, 0]
  for (let from = 0; from < ids.length; from += atOnce) {
    for (const evidence of await readEvidence(query, ids.slice(from, from + atOnce))) {
      const findings = examine(evidence, publicKey)
      for (const finding of findings) say(findingLine(finding))
      if (findings.length > 0) amiss++
      events += evidence.events.length
      submissions += evidence.submissions.length
      unsigned += evidence.submissions.filter(({ signed }) => !signed).length
    }
  }
  const without = unsigned === 0 ? '' : ` (${unsigned} without a receipt)`
  say(
    `${ids.length} attempts, ${events} saves, ${submissions} submissions${without}: ${amiss} attempts are not as they were`,
  )
  return amiss === 0 ? 0 : 1
}

if (import.meta.main) {
  try {
    const receiptAlone = process.argv.includes('--receipt')
    try {
      process.env.DATABASE_URL = runningDatabaseUrl(process.env, root)
    } catch (error) {
      if (!receiptAlone) throw error
    }
    process.exitCode = await verify(process.argv.slice(2), ownPublicKey(process.env, root), console.log)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 2
  } finally {
    if (process.env.DATABASE_URL) await closePools().catch(() => {})
  }
}
