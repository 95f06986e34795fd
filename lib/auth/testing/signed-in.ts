import { encode } from 'next-auth/jwt'
import { environment } from '../../environment.ts'
import type { Principal } from '../principal.ts'
import { beginSession, sessionSeconds } from '../sessions.ts'

/** Signs a person in once more; the token that their browser would hold. */
export async function signedIn({ personId, name, email }: Principal): Promise<string> {
  const sid = await beginSession(personId)
  const secret = environment().NEXTAUTH_SECRET ?? ''
  return encode({ token: { sub: personId, name, email, sid }, secret, maxAge: sessionSeconds })
}
