import { cookies } from 'next/headers'
import type { Principal } from './principal.ts'
import { principalOf, sessionToken } from './token.ts'

/** Who makes this request, or null. Works in pages, layouts and route handlers. */
export async function currentPrincipal(): Promise<Principal | null> {
  const token = sessionToken((await cookies()).getAll())
  return token ? principalOf(token) : null
}
