import type { User } from 'next-auth'
import * as credentialsModule from 'next-auth/providers/credentials'
import type { Provider } from 'next-auth/providers/index'
import { environment } from '../environment.ts'
import { signInLocally } from './accounts.ts'

/** In plain Node a provider's default import is the CommonJS module object. */
type Credentials = typeof credentialsModule.default
const credentials = unwrap(credentialsModule.default)
function unwrap(imported: Credentials | { default: Credentials }): Credentials {
  return 'default' in imported ? imported.default : imported
}

function openId(issuer: string, clientId: string, clientSecret: string, name: string): Provider {
  return {
    id: 'oidc',
    name,
    type: 'oauth',
    issuer,
    wellKnown: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    authorization: { params: { scope: 'openid email profile' } },
    // Conforming providers put name and e-mail behind the userinfo address, not into the id token.
    userinfo: {
      request: ({ client, tokens }) => client.userinfo(tokens.access_token ?? ''),
    },
    profile: (profile: Record<string, unknown>) => ({
      id: String(profile.sub),
      name: String(profile.name ?? profile.preferred_username ?? profile.sub),
      email: String(profile.email ?? ''),
    }),
  }
}

/** Who signed in with a password kept here, in the session that it began. */
export interface LocalUser extends User {
  sessionId: string
}

export function providers(): Provider[] {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = environment()
  const local = credentials({
    name: 'Password',
    credentials: { email: { type: 'email' }, password: { type: 'password' } },
    async authorize(given): Promise<LocalUser | null> {
      if (!given?.email || !given.password) return null
      const person = await signInLocally(given.email, given.password)
      return person && { id: person.personId, name: person.name, email: person.email, sessionId: person.sessionId }
    },
  })
  return OIDC_ISSUER && OIDC_CLIENT_ID && OIDC_CLIENT_SECRET
    ? [local, openId(OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME)]
    : [local]
}

/**
 * Whether a provider has made sure of an address. Many say nothing of it: then it counts where the operator knows that they
 * give out the addresses themselves. A plain no is a no.
 */
export function saysVerified(profile: object | undefined, trusted: boolean): boolean {
  const claim = (profile as { email_verified?: unknown } | undefined)?.email_verified
  return claim === undefined || claim === null ? trusted : claim === true || claim === 'true'
}

/** What the sign-in page offers. */
export function signInChoices(): { credentials: true; oidc: { id: 'oidc'; name: string } | null } {
  const { OIDC_ISSUER, OIDC_NAME } = environment()
  return { credentials: true, oidc: OIDC_ISSUER ? { id: 'oidc', name: OIDC_NAME } : null }
}
