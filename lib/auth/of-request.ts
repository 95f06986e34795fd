import type { Principal } from './principal.ts'
import { principalOf, sessionToken } from './token.ts'

/** The cookies in a request's header of that name. */
export function cookiesOf(header: string | null | undefined): { name: string; value: string }[] {
  return (header ?? '').split(/; */).flatMap((pair) => {
    const mark = pair.indexOf('=')
    return mark < 1 ? [] : [{ name: pair.slice(0, mark).trim(), value: pair.slice(mark + 1).trim() }]
  })
}

/** Who makes a request, or null, by nothing but the request: for handlers that run with the framework and without. */
export async function principalOfRequest(request: Request): Promise<Principal | null> {
  const token = sessionToken(cookiesOf(request.headers.get('cookie')))
  return token ? principalOf(token) : null
}
