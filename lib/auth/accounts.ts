import { joinByAddress } from '../courses/ahead/join-ahead.ts'
import { inTransaction, query } from '../db/query.ts'
import { checkPassword } from './password.ts'
import type { Principal } from './principal.ts'
import { beginSessionWith } from './sessions.ts'

/** The issuer of accounts whose password is kept here. */
export const localIssuer = 'local'

/** The one spelling of an e-mail address as a sign-in name; null where it is none (look-alike letters are not taken). */
export function signInName(email: string): string | null {
  const name = email.trim().normalize('NFKC').toLowerCase()
  return /^[a-z0-9._%+'-]{1,64}@[a-z0-9.-]{1,190}$/.test(name) ? name : null
}

/** The person behind an e-mail address and password, in a session of theirs, or null: it says nothing of which was wrong. */
export async function signInLocally(
  email: string,
  password: string,
): Promise<(Principal & { sessionId: string }) | null> {
  const subject = signInName(email)
  const [row] = await query<Principal & { passwordHash: string | null }>(
    `SELECT id AS "personId", name, email, password_hash AS "passwordHash" FROM person WHERE issuer = $1 AND subject = $2`,
    [localIssuer, subject ?? ''],
  )
  if (password.length > 1024) return null
  const right = await checkPassword(password, row?.passwordHash ?? null)
  if (!row?.passwordHash || !right) return null
  const { passwordHash, ...person } = row
  const sessionId = await beginSessionWith(person.personId, passwordHash)
  return sessionId === null ? null : { ...person, sessionId }
}

/** Who somebody is, as an outside issuer says. `emailVerified`: it has made sure that the address is theirs. */
interface Vouched {
  issuer: string
  subject: string
  name: string
  email: string
  emailVerified: boolean
}

/**
 * The person an outside issuer vouches for; made at the first visit. Name and e-mail follow the issuer. An address that is
 * known to be theirs opens the courses that they were enrolled in ahead, and is nobody else's of that issuer any more.
 */
export async function signInFromIssuer(given: Vouched): Promise<Principal> {
  const { issuer, subject, name, emailVerified } = given
  const email = emailVerified ? given.email.trim().toLowerCase() : given.email
  return inTransaction(async (run) => {
    if (emailVerified)
      await run('UPDATE person SET email_verified = false WHERE email = $3 AND issuer = $1 AND subject <> $2', [
        issuer,
        subject,
        email,
      ])
    const [row] = await run<Principal>(
      `INSERT INTO person (issuer, subject, name, email, email_verified) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (issuer, subject) DO UPDATE
         SET name = excluded.name, email = excluded.email, email_verified = excluded.email_verified
       RETURNING id AS "personId", name, email`,
      [issuer, subject, name, email, emailVerified && email !== ''],
    )
    if (!row) throw new Error('The person was not stored.')
    await joinByAddress(run, row.personId)
    return row
  })
}
