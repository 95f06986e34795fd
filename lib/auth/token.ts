import { createHash } from 'node:crypto'
import * as jwt from 'next-auth/jwt'
import { environment } from '../environment.ts'
import type { Principal } from './principal.ts'
import { sessionEnded } from './sessions.ts'

const cookieNames = ['__Secure-next-auth.session-token', 'next-auth.session-token']
/** what is no token of ours is looked at again after this, in milliseconds; what one says never changes */
const keepNone = 30_000
const keepAtMost = 20_000
const known = new Map<string, KeptToken>()

interface KeptToken {
  /** when it is looked at again */
  until: number
  principal: Principal | null
  /** when the token is over by itself; Infinity: it never was one */
  over: number
}

/** The session token among cookies, and the name it came by; a long one is spread over several. */
export function sessionCookie(
  cookies: readonly { name: string; value: string }[],
): { name: string; value: string; parts: number } | null {
  for (const name of cookieNames) {
    const parts = cookies
      .filter((cookie) => cookie.name === name || cookie.name.startsWith(`${name}.`))
      .sort((a, b) => Number(a.name.slice(name.length + 1)) - Number(b.name.slice(name.length + 1)))
    if (parts.length > 0) return { name, value: parts.map((cookie) => cookie.value).join(''), parts: parts.length }
  }
  return null
}

export function sessionToken(cookies: readonly { name: string; value: string }[]): string | null {
  return sessionCookie(cookies)?.value ?? null
}

/** What a token says, where it is ours and not over. */
export async function readToken(token: string): Promise<jwt.JWT | null> {
  try {
    return await jwt.decode({ token, secret: environment().NEXTAUTH_SECRET ?? '' })
  } catch {
    return null // expired or not ours
  }
}

async function decode(token: string): Promise<{ principal: Principal | null; over: number }> {
  const claims = await readToken(token)
  if (typeof claims?.sub !== 'string') return { principal: null, over: Number.POSITIVE_INFINITY }
  const sessionId = typeof claims.sid === 'string' ? claims.sid : undefined
  const principal = { personId: claims.sub, name: claims.name ?? '', email: claims.email ?? '', sessionId }
  return { principal, over: Number(claims.exp) * 1000 }
}

/** Decrypting costs a hundred times a look-up, and an exam asks every few seconds. */
async function look(token: string, now: number): Promise<KeptToken> {
  const key = createHash('sha256').update(token).digest('base64')
  const found = known.get(key)
  if (found && found.until > now) return found
  const { principal, over } = await decode(token)
  if (known.size >= keepAtMost) known.clear()
  const fresh = { until: principal ? over : now + keepNone, principal, over }
  known.set(key, fresh)
  return fresh
}

/** Who the token speaks of, or null. A session that was ended is nobody's, however its token is kept. */
export async function principalOf(token: string, now = Date.now()): Promise<Principal | null> {
  const { principal } = await look(token, now)
  if (principal?.sessionId && (await sessionEnded(principal.sessionId))) return null
  return principal
}

/** When a token is over by itself, in milliseconds since 1970; Infinity for what is none of ours. */
export async function tokenEnd(token: string, now = Date.now()): Promise<number> {
  return (await look(token, now)).over
}
