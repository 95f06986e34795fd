import { encode, type JWT } from 'next-auth/jwt'
import { environment } from '../environment.ts'
import { cookiesOf } from './of-request.ts'
import { sessionSeconds } from './sessions.ts'
import { readToken, sessionCookie, tokenEnd } from './token.ts'

/** A session that was used is renewed at most this often, in seconds. */
const renewAfter = 3600

/** The token anew with its full time, once an hour of it has passed; null where that is not due yet. */
export async function renewedToken(token: string, now = Date.now()): Promise<string | null> {
  if ((await tokenEnd(token)) - now > (sessionSeconds - renewAfter) * 1000) return null
  const claims = await readToken(token)
  if (!claims) return null
  const { exp: _, iat: __, jti: ___, ...said } = claims
  return encode({ token: said as JWT, secret: environment().NEXTAUTH_SECRET ?? '', maxAge: sessionSeconds })
}

/**
 * Keeps whoever goes on working signed in: an exam page asks every half minute and is never sent away for its age. What
 * the answer to this request is to set, or null.
 */
export async function renewingCookie(request: Request): Promise<string | null> {
  const held = sessionCookie(cookiesOf(request.headers.get('cookie')))
  // A token that is spread over several cookies is next-auth's to write.
  if (!held || held.parts > 1) return null
  const value = await renewedToken(held.value)
  if (value === null) return null
  const secure = held.name.startsWith('__Secure-') ? '; Secure' : ''
  return `${held.name}=${value}; Path=/; Max-Age=${sessionSeconds}; HttpOnly; SameSite=Lax${secure}`
}
