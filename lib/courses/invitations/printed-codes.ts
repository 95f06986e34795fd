import type { Principal } from '../../auth/principal.ts'
import { requireRole } from '../../auth/require.ts'
import { query } from '../../db/query.ts'
import { environment } from '../../environment.ts'
import { mailOrigin } from '../../mail/sends-mail.ts'
import { aheadIssuer } from '../ahead/ahead.ts'
import { codeOf, hashOf, printCode } from './code.ts'

export interface PrintedCode {
  personId: string
  name: string
  email: string
  number: string | null
  group: string | null
  /** null: none was made, or it has run out */
  code: string | null
  expiresAt: string | null
}

interface Row extends Omit<PrintedCode, 'code'> {
  id: string | null
  hash: string | null
}

/** Everybody who has no account yet, with the codes that are good: to be cut and handed over, never to be mailed around. */
export async function printedCodes(
  principal: Principal | null,
  courseId: string,
): Promise<{ people: PrintedCode[]; sendsMail: boolean; joinAt: string | null }> {
  await requireRole(principal, courseId, ['instructor'])
  const rows = await query<Row>(
    `SELECT DISTINCT ON (p.name, p.id) p.id AS "personId", p.name, p.email, m.number, m.group_name AS "group", i.id,
       encode(i.code_hash, 'hex') AS hash, iso(i.expires_at) AS "expiresAt"
     FROM membership m JOIN person p ON p.id = m.person_id
     LEFT JOIN invitation i ON i.person_id = p.id AND i.way = 'code' AND i.used_at IS NULL AND i.revoked_at IS NULL
       AND i.expires_at > clock_timestamp()
     WHERE m.course_id = $1 AND p.issuer = $2 ORDER BY p.name, p.id, i.expires_at DESC NULLS LAST`,
    [courseId, aheadIssuer],
  )
  const people = rows.map(({ id, hash, ...person }) => {
    const code = id === null ? null : codeOf(id, 'code')
    // made with another secret than the one in force now: it would be good, but nobody can print it any more
    const good = code !== null && hashOf(code).toString('hex') === hash
    return { ...person, code: good ? printCode(code) : null }
  })
  const { NEXTAUTH_URL } = environment()
  return {
    people,
    sendsMail: mailOrigin() !== null,
    joinAt: NEXTAUTH_URL ? new URL('/join', NEXTAUTH_URL).href : null,
  }
}
