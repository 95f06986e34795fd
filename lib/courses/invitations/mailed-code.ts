import type { Query } from '../../db/query.ts'
import { codeOf, hashOf, printCode } from './code.ts'

/** The code that a mail to somebody carries; null where it is good for nothing any more. */
export async function mailedCode(run: Query, invitationId: string): Promise<string | null> {
  const [row] = await run<{ hash: string }>(
    `SELECT encode(i.code_hash, 'hex') AS hash FROM invitation i
     JOIN membership m ON m.course_id = i.course_id AND m.person_id = i.person_id
     WHERE i.id = $1 AND i.used_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > clock_timestamp()`,
    [invitationId],
  )
  const code = codeOf(invitationId, 'mail')
  return row && hashOf(code).toString('hex') === row.hash ? printCode(code) : null
}
