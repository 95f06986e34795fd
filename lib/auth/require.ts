import { query } from '../db/query.ts'
import { forbidden, notFound, unauthenticated } from '../http/refusal.ts'
import type { Principal } from './principal.ts'

export type CourseRole = 'student' | 'ta' | 'instructor' | 'administrator'

/** Somebody who is signed in. */
export function requirePerson(principal: Principal | null): Principal {
  if (!principal) throw unauthenticated()
  return principal
}

/** The role of a person in a course, or null. Administrators have theirs in every course. */
export async function roleIn(personId: string, courseId: string): Promise<CourseRole | null> {
  const [row] = await query<{ administrator: boolean; role: CourseRole | null }>(
    `SELECT p.administrator, m.role FROM person p
     LEFT JOIN membership m ON m.person_id = p.id AND m.course_id = $2 WHERE p.id = $1`,
    [personId, courseId],
  )
  return row?.administrator ? 'administrator' : (row?.role ?? null)
}

/**
 * A person with one of the roles in the course; administrators always pass. To somebody outside the course it does not
 * exist (404); a member whose role is too small is told so (403).
 */
export async function requireRole(
  principal: Principal | null,
  courseId: string | undefined,
  roles: readonly CourseRole[],
): Promise<Principal & { role: CourseRole }> {
  const person = requirePerson(principal)
  if (courseId === undefined) throw notFound()
  const role = await roleIn(person.personId, courseId)
  if (role === null) throw notFound()
  if (role !== 'administrator' && !roles.includes(role)) throw forbidden()
  return { ...person, role }
}

/** Somebody who is staff of any course at all, for what belongs to no course. */
export async function requireStaffAnywhere(principal: Principal | null): Promise<Principal> {
  const person = requirePerson(principal)
  const [row] = await query<{ staff: boolean }>(
    `SELECT p.administrator OR EXISTS (
       SELECT FROM membership m WHERE m.person_id = p.id AND m.role IN ('ta', 'instructor')) AS staff
     FROM person p WHERE p.id = $1`,
    [person.personId],
  )
  if (!row?.staff) throw forbidden()
  return person
}

export async function requireAdministrator(principal: Principal | null): Promise<Principal> {
  const person = requirePerson(principal)
  const [row] = await query<{ administrator: boolean }>('SELECT administrator FROM person WHERE id = $1', [
    person.personId,
  ])
  if (!row?.administrator) throw forbidden()
  return person
}
