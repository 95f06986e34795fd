import type { Query } from '../../db/query.ts'
import { Refusal } from '../../http/refusal.ts'
import { aheadIssuer } from '../ahead/ahead.ts'
import { hashOf, readCode, type Way } from './code.ts'

export interface FoundInvitation {
  id: string
  way: Way
  courseId: string
  course: string
  /** who is enrolled ahead */
  aheadId: string
  name: string
  email: string
  role: 'student' | 'ta' | 'instructor'
}

/** The same for a code that never was, one that was used, one that has run out. */
const noSuchCode = () =>
  new Refusal(
    404,
    'no-such-code',
    'This code is not good, or not any more. Look for a typing error, or ask your teacher.',
    {
      field: 'code',
    },
  )

/** The invitation of a code that is good; held, where it is about to be used. */
export async function findInvitation(run: Query, typed: string, hold = false): Promise<FoundInvitation> {
  const code = readCode(typed)
  if (!code) throw noSuchCode()
  const [found] = await run<FoundInvitation>(
    `SELECT i.id, i.way, c.id AS "courseId", c.title AS course, p.id AS "aheadId", p.name, p.email, m.role
     FROM invitation i JOIN person p ON p.id = i.person_id AND p.issuer = $2 AND p.joined_as IS NULL
     JOIN course c ON c.id = i.course_id JOIN membership m ON m.course_id = c.id AND m.person_id = p.id
     WHERE i.code_hash = $1 AND i.used_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > clock_timestamp()
     ${hold ? 'FOR UPDATE OF i' : ''}`,
    [hashOf(code), aheadIssuer],
  )
  if (!found) throw noSuchCode()
  return found
}
