import { type NextRequest, NextResponse } from 'next/server'
import { contentSecurityPolicy, newNonce } from './lib/security/content-security-policy.ts'

/** Gives every page a fresh nonce and the policy that names it; Next puts the nonce on the scripts it writes. */
export function proxy(request: NextRequest) {
  const home = ownAddress(request)
  if (home) return NextResponse.redirect(home)
  const nonce = newNonce()
  const policy = contentSecurityPolicy(nonce, {
    development: process.env.NODE_ENV === 'development',
    issuer: process.env.OIDC_ISSUER,
  })
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

/**
 * The same page at the address that sign-in and changes come back to, when somebody opened this machine by another of
 * its loopback names (127.0.0.1 for localhost); null when they are where they should be.
 */
function ownAddress(request: NextRequest): URL | null {
  const host = request.headers.get('host') ?? ''
  const own = process.env.NEXTAUTH_URL ? new URL(process.env.NEXTAUTH_URL) : null
  const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(?=:|$)/
  if (!own || host === own.host || !loopback.test(host) || host.replace(loopback, 'localhost') !== own.host) return null
  return new URL(request.nextUrl.pathname + request.nextUrl.search, own)
}

/** Pages only: an API answer or a static file runs no script, and the proxy costs 0.7 ms a request. */
export const config = {
  matcher: ['/((?!api/|_next/static|_next/image|favicon.ico|icon|robots.txt|mathlive/).*)'],
}
