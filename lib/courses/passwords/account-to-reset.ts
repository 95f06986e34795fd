import { localIssuer } from '../../auth/accounts.ts'
import type { Query } from '../../db/query.ts'

interface Account {
  name: string
  /** what it signs in with */
  email: string
  /** its password is kept here */
  local: boolean
  /** the maker of the code runs every course in which this account has or had any part, and it runs none itself */
  within: boolean
}

/**
 * An account of a course, as somebody would set its password anew: null where it has no place there. Whoever holds the code
 * can be that person everywhere, so an instructor makes one only for those whose whole account is within the instructor's own
 * courses; an administrator for everybody. Held, where its password or its codes are about to change.
 */
export async function accountToReset(
  run: Query,
  makerId: string,
  courseId: string,
  personId: string,
  hold = false,
): Promise<Account | null> {
  // by itself: what is read below is then as it stands while the account is held
  if (hold) await run('SELECT FROM person WHERE id = $1 FOR UPDATE', [personId])
  const [account] = await run<Account>(
    `SELECT coalesce(m.roster_name, p.name) AS name, p.subject AS email,
       p.issuer = $4 AND p.password_hash IS NOT NULL AS local,
       coalesce((SELECT administrator FROM person WHERE id = $1), false) OR NOT p.administrator AND NOT EXISTS (
         SELECT FROM (
           SELECT course_id, role FROM membership WHERE person_id = p.id
           UNION SELECT e.course_id, 'student' FROM attempt a JOIN exam e ON e.id = a.exam_id WHERE a.person_id = p.id) part
         WHERE part.role = 'instructor' OR NOT EXISTS (SELECT FROM membership own
           WHERE own.course_id = part.course_id AND own.person_id = $1 AND own.role = 'instructor')) AS within
     FROM membership m JOIN person p ON p.id = m.person_id
     WHERE m.course_id = $2 AND m.person_id = $3`,
    [makerId, courseId, personId, localIssuer],
  )
  return account ?? null
}
