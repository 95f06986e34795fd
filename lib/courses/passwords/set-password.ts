import { z } from 'zod'
import { newPassword, typedPassword } from '../../auth/new-password.ts'
import { hashPassword } from '../../auth/password.ts'
import type { Principal } from '../../auth/principal.ts'
import { endSessionsOf, rememberEnded } from '../../auth/sessions.ts'
import { inTransaction, type Query, query } from '../../db/query.ts'
import { parse } from '../../http/parse.ts'
import { Refusal } from '../../http/refusal.ts'
import { logCourse } from '../course-action.ts'
import { hashOf, readCode } from '../invitations/code.ts'
import { accountToReset } from './account-to-reset.ts'

export const setPasswordBody = z.strictObject({ code: z.string().max(100), password: typedPassword })

interface Found {
  id: string
  courseId: string
  personId: string
  name: string
  email: string
}

/** The same for a code that never was, one that was used, one that has run out. */
const noSuchCode = () =>
  new Refusal(
    404,
    'no-such-code',
    'This code is not good, or not any more. Look for a typing error, or ask for another one.',
    { field: 'code' },
  )

const good = 'used_at IS NULL AND revoked_at IS NULL AND expires_at > clock_timestamp()'

/** What a code is good for now. Whoever made it must still be allowed to: the account may have got more since. */
async function findReset(run: Query, typed: string, hold = false): Promise<Found> {
  const code = readCode(typed)
  if (!code) throw noSuchCode()
  const [found] = await run<{ id: string; courseId: string; personId: string; madeBy: string }>(
    `SELECT id, course_id AS "courseId", person_id AS "personId", made_by AS "madeBy" FROM password_reset
     WHERE code_hash = $1 AND ${good}`,
    [hashOf(code, 'password')],
  )
  if (!found) throw noSuchCode()
  const account = await accountToReset(run, found.madeBy, found.courseId, found.personId, hold)
  if (!account?.local || !account.within) throw noSuchCode()
  return { ...found, name: account.name, email: account.email }
}

/**
 * Sets a new password by a code, once, and signs its owner out everywhere: whoever knew the old one is out as well. An exam
 * page that is open keeps what is typed and asks to sign in again.
 */
export async function setPassword(
  _principal: Principal | null,
  given: z.input<typeof setPasswordBody>,
): Promise<{ email: string }> {
  const { code, password } = parse(setPasswordBody, given)
  // hashing takes its time: not with the account held, and never without a good code
  const hash = await hashPassword(newPassword(password, await findReset(query, code)))
  const { email, ended } = await inTransaction(async (run) => {
    const { id, courseId, personId, name, email } = await findReset(run, code, true)
    // looked at before the account was held, which comes first wherever codes change
    const used = await run(
      `UPDATE password_reset SET used_at = clock_timestamp() WHERE id = $1 AND ${good} RETURNING id`,
      [id],
    )
    if (used.length === 0) throw noSuchCode()
    await run('UPDATE person SET password_hash = $2 WHERE id = $1', [personId, hash])
    await logCourse(run, courseId, personId, 'password', { personId, name })
    return { email, ended: await endSessionsOf(run, personId) }
  })
  rememberEnded(ended)
  return { email }
}
