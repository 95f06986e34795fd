import { z } from 'zod'
import { localIssuer, signInName } from '../../auth/accounts.ts'
import type { Principal } from '../../auth/principal.ts'
import { query } from '../../db/query.ts'
import { parse } from '../../http/parse.ts'
import { findInvitation } from './find-invitation.ts'

export const lookBody = z.strictObject({ code: z.string().max(100) })

export interface LookedInvitation {
  course: string
  name: string
  email: string
  role: 'student' | 'ta' | 'instructor'
  /** who is signed in and would join; null: nobody is */
  signedInAs: string | null
  /** an account with a password can be made for the address; otherwise it is there already, or its letters are not taken */
  account: 'new' | 'there' | 'impossible'
}

/** What a code invites to. Whoever holds it may know: it was made for them. */
export async function lookAtInvitation(
  principal: Principal | null,
  given: z.input<typeof lookBody>,
): Promise<LookedInvitation> {
  const { code } = parse(lookBody, given)
  const { course, name, email, role } = await findInvitation(query, code)
  const subject = signInName(email)
  const [there] = await query('SELECT id FROM person WHERE issuer = $1 AND subject = $2', [localIssuer, subject ?? ''])
  const account = subject === null ? 'impossible' : there ? 'there' : 'new'
  return { course, name, email, role, signedInAs: principal?.name ?? null, account }
}
