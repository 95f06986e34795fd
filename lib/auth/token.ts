import { createHash } from 'node:crypto'
import * as jwt from 'next-auth/jwt'
import { environment } from '../environment.ts'
import type { Principal } from './principal.ts'

const cookieNames = ['__Secure-next-auth.session-token', 'next-auth.session-token']
const keepMilliseconds = 30_000
const keepAtMost = 5_000
const known = new Map<string, { until: number; principal: Principal | null }>()

/** The session token among cookies; a long one is spread over several. */
export function sessionToken(cookies: readonly { name: string; value: string }[]): string | null {
  for (const name of cookieNames) {
    const parts = cookies
      .filter((cookie) => cookie.name === name || cookie.name.startsWith(`${name}.`))
      .sort((a, b) => Number(a.name.slice(name.length + 1)) - Number(b.name.slice(name.length + 1)))
    if (parts.length > 0) return parts.map((cookie) => cookie.value).join('')
  }
  return null
}

async function decode(token: string): Promise<Principal | null> {
  try {
    const claims = await jwt.decode({ token, secret: environment().NEXTAUTH_SECRET ?? '' })
    if (typeof claims?.sub !== 'string') return null
    return { personId: claims.sub, name: claims.name ?? '', email: claims.email ?? '' }
  } catch {
    return null // expired or not ours
  }
}

/** Who the token speaks of, or null. Decrypting costs a hundred times a look-up, and an exam saves every few seconds. */
export async function principalOf(token: string, now = Date.now()): Promise<Principal | null> {
  const key = createHash('sha256').update(token).digest('base64')
  const found = known.get(key)
  if (found && found.until > now) return found.principal
  const principal = await decode(token)
  if (known.size >= keepAtMost) known.clear()
  known.set(key, { until: now + keepMilliseconds, principal })
  return principal
}
