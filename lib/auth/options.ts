import type { AuthOptions } from 'next-auth'
import { environment } from '../environment.ts'
import { signInFromIssuer } from './accounts.ts'
import { providers, saysVerified } from './providers.ts'
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
        const person =
          account.provider === 'oidc'
            ? await signInFromIssuer({
                issuer: OIDC_ISSUER ?? '',
                subject: account.providerAccountId,
                name: user.name ?? '',
                email: user.email ?? '',
                emailVerified: saysVerified(profile, OIDC_TRUST_EMAIL),
              })
            : { personId: user.id, name: user.name ?? '', email: user.email ?? '' }
        const { personId, name, email } = person
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
