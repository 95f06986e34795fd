import type { AuthOptions } from 'next-auth'
import { environment } from '../environment.ts'
import { signInFromIssuer } from './accounts.ts'
import { type LocalUser, providers, saysVerified } from './providers.ts'
import { beginSession, endSession, sessionEnded, sessionSeconds } from './sessions.ts'

/** Signed-in state is a token in a cookie; it says who, never what they may do. */
export function authOptions(): AuthOptions {
  const { NEXTAUTH_SECRET, OIDC_ISSUER, OIDC_TRUST_EMAIL } = environment()
  if (!NEXTAUTH_SECRET) throw new Error('NEXTAUTH_SECRET is not set.')
  return {
    secret: NEXTAUTH_SECRET,
    session: { strategy: 'jwt', maxAge: sessionSeconds },
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    providers: providers(),
    callbacks: {
      async jwt({ token, user, account, profile }) {
        if (!user || !account) {
          if (typeof token.sid === 'string' && (await sessionEnded(token.sid)))
            throw new Error('This session was ended.')
          return token
        }
        const said = { name: user.name ?? '', email: user.email ?? '' }
        if (account.provider !== 'oidc') return { sub: user.id, ...said, sid: (user as LocalUser).sessionId }
        const { personId, name, email } = await signInFromIssuer({
          issuer: OIDC_ISSUER ?? '',
          subject: account.providerAccountId,
          ...said,
          emailVerified: saysVerified(profile, OIDC_TRUST_EMAIL),
        })
        return { sub: personId, name, email, sid: await beginSession(personId) }
      },
    },
    events: {
      async signOut({ token }) {
        if (typeof token?.sid === 'string') await endSession(token.sid)
      },
    },
  }
}
