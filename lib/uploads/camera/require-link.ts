import { phoneCameraAllowed } from '../../access/rules.ts'
import { query } from '../../db/query.ts'
import { notFound, Refusal } from '../../http/refusal.ts'
import { hashed, isSecret } from './secret.ts'

export interface CameraLink {
  id: string
  attemptId: string
  personId: string
  examId: string
  field: string
  deviceHash: string | null
}

export const usedElsewhere = () =>
  new Refusal(409, 'used', 'This code is in use on another device. Make a new one on the exam’s page.')

/** The link that this device holds, while it is good. Whoever knows the address alone, or is late, gets nothing. */
export async function requireCameraLink(token: string, device: string | null): Promise<CameraLink> {
  if (!isSecret(token)) throw notFound()
  const [link] = await query<CameraLink & { over: boolean; revoked: boolean }>(
    `SELECT l.id, l.attempt_id AS "attemptId", a.person_id AS "personId", a.exam_id AS "examId", l.field,
       l.device_hash AS "deviceHash", l.expires_at <= clock_timestamp() AS over, l.revoked_at IS NOT NULL AS revoked
     FROM camera_link l JOIN attempt a ON a.id = l.attempt_id WHERE l.token_hash = $1`,
    [hashed(token)],
  )
  if (!link) throw notFound()
  if (link.deviceHash !== null && (device === null || link.deviceHash !== hashed(device))) throw usedElsewhere()
  if (link.revoked || link.over)
    throw new Refusal(410, 'over', 'This code is no longer good. Make a new one on the exam’s page.')
  if (!(await phoneCameraAllowed(link.examId, link.personId)))
    throw new Refusal(403, 'no-camera', 'Telephones may not be used in this exam. Ask the supervisor.')
  const { over: _over, revoked: _revoked, ...known } = link
  return known
}
