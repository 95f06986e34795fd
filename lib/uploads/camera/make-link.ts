import { z } from 'zod'
import { phoneCameraAllowed } from '../../access/rules.ts'
import { requireOwnAttempt, takesPages } from '../../attempts/facts.ts'
import type { Principal } from '../../auth/principal.ts'
import { query } from '../../db/query.ts'
import { parse } from '../../http/parse.ts'
import { invalid, Refusal } from '../../http/refusal.ts'
import { hashed, newSecret } from './secret.ts'

export const cameraBody = z.strictObject({ field: z.string().min(1).max(200) })

/** How long an address may be opened and, after every page that came, be used on, in minutes. */
export const minutesValid = 15

const end = (attemptId: string, field: string) =>
  query(
    `UPDATE camera_link SET revoked_at = clock_timestamp() WHERE attempt_id = $1 AND field = $2 AND revoked_at IS NULL`,
    [attemptId, field],
  )

/** An address by which one telephone may add pages to this field of this attempt, without signing in. It ends those before. */
export async function makeCameraLink(
  principal: Principal | null,
  attemptId: string,
  given: z.input<typeof cameraBody>,
): Promise<{ token: string; minutes: number }> {
  const facts = await requireOwnAttempt(principal, attemptId)
  const { field } = parse(cameraBody, given)
  if (!takesPages(facts, field)) throw invalid('Pages cannot be put on this field.', field)
  if (!(await phoneCameraAllowed(facts.examId, facts.personId)))
    throw new Refusal(403, 'no-camera', 'Telephones may not be used in this exam. Ask the supervisor.')
  await end(attemptId, field)
  const token = newSecret()
  const made = await query(
    `INSERT INTO camera_link (attempt_id, field, token_hash, expires_at)
     SELECT a.id, $2, $3, clock_timestamp() + make_interval(mins => $4) FROM attempt a
     WHERE a.id = $1 AND a.state = 'open' RETURNING id`,
    [attemptId, field, hashed(token), minutesValid],
  )
  if (made.length === 0) throw new Refusal(409, 'closed', 'This attempt is closed.')
  return { token, minutes: minutesValid }
}

/** The telephone, whoever has it, may add nothing more to this field. */
export async function endCameraLink(
  principal: Principal | null,
  attemptId: string,
  given: z.input<typeof cameraBody>,
): Promise<void> {
  await requireOwnAttempt(principal, attemptId)
  const { field } = parse(cameraBody, given)
  await end(attemptId, field)
}
