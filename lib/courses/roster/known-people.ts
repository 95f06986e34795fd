import { localIssuer } from '../../auth/accounts.ts'
import type { Query } from '../../db/query.ts'
import { environment } from '../../environment.ts'
import { aheadIssuer } from '../ahead/ahead.ts'
import type { Account, Member } from './plan-roster.ts'

/**
 * Everybody in the course. An account's own address counts only where it is known to be theirs: whoever may write any
 * address into an account elsewhere would be taken for somebody on the list, and get their role.
 */
export async function readMembers(run: Query, courseId: string): Promise<Member[]> {
  return run<Member>(
    `SELECT p.id AS "personId", p.issuer = $2 AS ahead, p.name, m.role, m.roster_name AS "rosterName", m.number,
       m.group_name AS "group", coalesce(m.roster_email, CASE WHEN p.email_verified THEN lower(p.email) END) AS email,
       EXISTS (SELECT FROM attempt a JOIN exam e ON e.id = a.exam_id WHERE a.person_id = p.id AND a.state = 'open'
         AND e.course_id = m.course_id AND e.trial_of IS NULL) AS sitting
     FROM membership m JOIN person p ON p.id = m.person_id WHERE m.course_id = $1 ORDER BY p.name, p.id`,
    [courseId, aheadIssuer],
  )
}

/**
 * Accounts of people who are not in the course, by addresses that are known to be theirs: those of the configured
 * provider, then accounts with a password here. Of several the one that was last signed in to.
 */
export async function findAccounts(run: Query, courseId: string, emails: readonly string[]): Promise<Account[]> {
  return run<Account>(
    `SELECT DISTINCT ON (g.email) p.id AS "personId", p.name, g.email
     FROM unnest($2::text[]) AS g(email) JOIN person p ON lower(p.email) = g.email
     WHERE p.email_verified AND p.issuer = ANY($3)
       AND NOT EXISTS (SELECT FROM membership m WHERE m.course_id = $1 AND m.person_id = p.id)
     ORDER BY g.email, p.issuer = $4,
       (SELECT max(s.started_at) FROM session s WHERE s.person_id = p.id) DESC NULLS LAST, p.id`,
    [courseId, emails, [environment().OIDC_ISSUER ?? localIssuer, localIssuer], localIssuer],
  )
}
