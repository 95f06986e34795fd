import { z } from 'zod'
import { query } from '../../db/query.ts'
import { type KeptPage, keepPage } from '../keep-page.ts'
import { minutesValid } from './make-link.ts'
import { requireCameraLink, usedElsewhere } from './require-link.ts'

export const cameraPageParams = z.strictObject({ page: z.uuid() })

/** Adds a page from the telephone that opened the address; every page keeps the address good for another while. */
export async function addByCamera(
  token: string,
  device: string | null,
  page: string,
  read: () => Promise<Buffer>,
): Promise<KeptPage> {
  const { id, attemptId, personId, field, deviceHash } = await requireCameraLink(token, device)
  if (deviceHash === null) throw usedElsewhere()
  const kept = await keepPage({ attemptId, personId, field, cameraId: id }, page, read)
  await query(
    `UPDATE camera_link SET expires_at = clock_timestamp() + make_interval(mins => $2) WHERE id = $1 AND revoked_at IS NULL`,
    [id, minutesValid],
  )
  return kept
}
