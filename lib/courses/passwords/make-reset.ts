import type { Principal } from '../../auth/principal.ts'
import { requireRole } from '../../auth/require.ts'
import { inTransaction } from '../../db/query.ts'
import { notFound, Refusal } from '../../http/refusal.ts'
import { holdCourse, logCourse } from '../course-action.ts'
import { hashOf, newCode, printCode } from '../invitations/code.ts'
import { accountToReset } from './account-to-reset.ts'

const hoursGood = 24

/**
 * Makes a code by which somebody of the course sets a new password, once, within a day. It is told this one time, to be
 * handed over; one that was made before is good for nothing any more.
 */
export async function makeReset(
  principal: Principal | null,
  courseId: string,
  personId: string,
): Promise<{ code: string; expiresAt: string }> {
  const staff = await requireRole(principal, courseId, ['instructor'])
  const code = newCode()
  return inTransaction(async (run) => {
    await holdCourse(run, courseId)
    const account = await accountToReset(run, staff.personId, courseId, personId, true)
    if (!account) throw notFound()
    if (!account.local)
      throw new Refusal(409, 'no-password', 'This account has no password here: it signs in elsewhere.')
    if (!account.within)
      throw new Refusal(
        403,
        'not-yours',
        'This account has more than your courses: whoever has its password could act there too. Ask an administrator.',
      )
    await run(
      `UPDATE password_reset SET revoked_at = clock_timestamp()
       WHERE person_id = $1 AND used_at IS NULL AND revoked_at IS NULL`,
      [personId],
    )
    const [made] = await run<{ expiresAt: string }>(
      `INSERT INTO password_reset (course_id, person_id, code_hash, made_by, expires_at)
       VALUES ($1, $2, $3, $4, clock_timestamp() + make_interval(hours => $5)) RETURNING iso(expires_at) AS "expiresAt"`,
      [courseId, personId, hashOf(code, 'password'), staff.personId, hoursGood],
    )
    await logCourse(run, courseId, staff.personId, 'reset', { personId, name: account.name })
    return { code: printCode(code), expiresAt: made?.expiresAt ?? '' }
  })
}
