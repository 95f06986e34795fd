import { encode } from 'next-auth/jwt'
import { sessionSeconds } from '../sessions.ts'

/** A signed-in person's cookie, without the second that hashing a password takes: for thousands of students at a time. */
export async function sessionCookie(personId: string, secret: string): Promise<string> {
  const token = await encode({ token: { sub: personId, name: 'Student', email: '' }, secret, maxAge: sessionSeconds })
  return `next-auth.session-token=${token}`
}
