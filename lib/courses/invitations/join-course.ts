import { z } from 'zod'
import { localIssuer, signInName } from '../../auth/accounts.ts'
import { newPassword, typedPassword } from '../../auth/new-password.ts'
import { hashPassword } from '../../auth/password.ts'
import type { Principal } from '../../auth/principal.ts'
import { inTransaction, type Query, query } from '../../db/query.ts'
import { parse } from '../../http/parse.ts'
import { invalid, Refusal } from '../../http/refusal.ts'
import { joinByAddress, joinByCode } from '../ahead/join-ahead.ts'
import { type FoundInvitation, findInvitation } from './find-invitation.ts'

export const joinBody = z.strictObject({
  code: z.string().max(100),
  /** for a new account; whoever is signed in joins with the account they have */
  password: typedPassword.nullable().default(null),
})

/**
 * A new account with a password. Its address is known to be theirs only where the code was mailed there: whoever prints
 * codes could otherwise make an account in anybody's name, and be let in wherever that person is enrolled.
 */
async function makeAccount(run: Query, { way, name, email }: FoundInvitation, hash: string): Promise<string> {
  const subject = signInName(email)
  if (subject === null) throw invalid('This address cannot be a sign-in name here. Sign in another way first.', 'code')
  const [made] = await run<{ id: string }>(
    `INSERT INTO person (issuer, subject, name, email, password_hash, email_verified) VALUES ($1, $2, $3, $2, $4, $5)
     ON CONFLICT (issuer, subject) DO NOTHING RETURNING id`,
    [localIssuer, subject, name, hash, way === 'mail'],
  )
  if (!made)
    throw new Refusal(
      409,
      'account-there',
      'There is an account with this address already: sign in with it, then join.',
    )
  return made.id
}

/** Joins a course by a code, once: with the account somebody is signed in with, else with a new one. */
export async function joinCourse(
  principal: Principal | null,
  given: z.input<typeof joinBody>,
): Promise<{ course: string; email: string; made: boolean }> {
  const { code, password } = parse(joinBody, given)
  // hashing takes its time: not with the invitation held, and never without a good code
  const hash = principal ? '' : await hashPassword(newPassword(password, await findInvitation(query, code)))
  return inTransaction(async (run) => {
    const invitation = await findInvitation(run, code, true)
    const personId = principal?.personId ?? (await makeAccount(run, invitation, hash))
    await joinByCode(run, invitation.aheadId, personId)
    await run(
      `UPDATE invitation SET used_at = clock_timestamp(), used_by = $2
       WHERE person_id = $1 AND used_at IS NULL AND revoked_at IS NULL`,
      [invitation.aheadId, personId],
    )
    // an address that nobody has verified opens nothing
    if (!principal) await joinByAddress(run, personId)
    return { course: invitation.course, email: invitation.email, made: !principal }
  })
}
