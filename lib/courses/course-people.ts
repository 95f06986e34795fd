import { localIssuer } from '../auth/accounts.ts'
import type { Principal } from '../auth/principal.ts'
import { requireRole } from '../auth/require.ts'
import { query } from '../db/query.ts'
import { aheadIssuer } from './ahead/ahead.ts'

/** How somebody who has no account yet was told of the course, last. */
export interface Invited {
  way: 'mail' | 'code'
  at: string
  over: boolean
  /** of the mail: sent, waiting to be, or why it was not */
  mail: 'sent' | 'waiting' | 'failed' | null
  problem: string | null
}

export interface CoursePerson {
  personId: string
  name: string
  email: string
  role: 'student' | 'ta' | 'instructor'
  /** enrolled, and has not signed in yet */
  ahead: boolean
  /** has a password here, which may be set anew */
  local: boolean
  /** as the course's own list has them */
  rosterName: string | null
  rosterEmail: string | null
  number: string | null
  group: string | null
  /** of the usual time, in every exam of the course */
  percent: number
  extraMinutes: number
  invited: Invited | null
}

/** Everybody in a course, for its instructors: staff first. */
export async function coursePeople(principal: Principal | null, courseId: string): Promise<CoursePerson[]> {
  await requireRole(principal, courseId, ['instructor'])
  return query<CoursePerson>(
    `SELECT p.id AS "personId", p.name, p.email, m.role, p.issuer = $2 AS ahead,
       p.issuer = $3 AND p.password_hash IS NOT NULL AS local, m.roster_name AS "rosterName",
       m.roster_email AS "rosterEmail", m.number, m.group_name AS "group", coalesce(k.percent, 100) AS percent,
       ceil(coalesce(k.extra_seconds, 0) / 60.0)::int AS "extraMinutes",
       CASE WHEN p.issuer = $2 THEN (
         SELECT jsonb_build_object('way', i.way, 'at', iso(i.made_at), 'over', i.expires_at <= clock_timestamp(),
           'mail', CASE WHEN l.id IS NULL THEN NULL WHEN l.sent_at IS NOT NULL THEN 'sent'
             WHEN l.problem IS NOT NULL OR l.gave_up_at IS NOT NULL THEN 'failed' ELSE 'waiting' END,
           'problem', l.problem)
         FROM invitation i LEFT JOIN mail l ON l.invitation_id = i.id
         WHERE i.person_id = p.id AND i.revoked_at IS NULL AND i.used_at IS NULL
         ORDER BY i.made_at DESC, l.created_at DESC LIMIT 1) END AS invited
     FROM membership m JOIN person p ON p.id = m.person_id
     LEFT JOIN course_accommodation k ON k.course_id = m.course_id AND k.person_id = m.person_id
     WHERE m.course_id = $1 ORDER BY m.role DESC, p.name, p.id`,
    [courseId, aheadIssuer, localIssuer],
  )
}
