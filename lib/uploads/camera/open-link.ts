import { z } from 'zod'
import { query } from '../../db/query.ts'
import { parse } from '../../http/parse.ts'
import { notFound } from '../../http/refusal.ts'
import { uploadLimits } from '../limits.ts'
import { minutesValid } from './make-link.ts'
import { requireCameraLink, usedElsewhere } from './require-link.ts'
import { hashed, isSecret, newSecret } from './secret.ts'

export const openCameraBody = z.strictObject({ token: z.string().refine(isSecret) })

/** What the telephone shows: which part of which exam it adds pages to, and nothing that was answered. */
export interface CameraView {
  exam: string
  question: string
  label: string
  open: boolean
  bytes: number
  /** on the field now */
  pages: number
  mostPages: number
}

/**
 * Opens an address on a telephone. The first device that opens it has it: `device` is the secret that stays there, made
 * here where it has none.
 */
export async function openCameraLink(
  given: z.input<typeof openCameraBody>,
  known: string | null,
): Promise<{ view: CameraView; device: string }> {
  const { token } = parse(openCameraBody, given)
  const device = known !== null && isSecret(known) ? known : newSecret()
  const taken = await query(
    `UPDATE camera_link SET device_hash = $2, expires_at = clock_timestamp() + make_interval(mins => $3)
     WHERE token_hash = $1 AND device_hash IS NULL AND revoked_at IS NULL AND expires_at > clock_timestamp() RETURNING id`,
    [hashed(token), hashed(device), minutesValid],
  )
  const link = await requireCameraLink(token, device)
  if (taken.length === 0 && link.deviceHash !== hashed(device)) throw usedElsewhere()
  return { view: await viewOf(link.id), device }
}

async function viewOf(linkId: string): Promise<CameraView> {
  const [row] = await query<Omit<CameraView, 'bytes' | 'mostPages'>>(
    `SELECT e.title AS exam, v.paper->>'title' AS question, f->>'label' AS label,
       a.state = 'open' AND clock_timestamp() <= attempt_shuts(a.id) AS open,
       (SELECT coalesce(sum(jsonb_array_length(r.value->'images')), 0)::int FROM response r
        WHERE r.attempt_id = a.id AND starts_with(r.field, l.field || '/page-') AND r.value->>'kind' = 'upload') AS pages
     FROM camera_link l JOIN attempt a ON a.id = l.attempt_id JOIN exam e ON e.id = a.exam_id
     JOIN attempt_question aq ON aq.attempt_id = a.id JOIN variant v ON v.id = aq.variant_id
       AND v.paper->>'slug' = split_part(l.field, '.', 1)
     CROSS JOIN LATERAL jsonb_array_elements(v.paper->'fields') f
     WHERE l.id = $1 AND f->>'name' = split_part(l.field, '.', 2)`,
    [linkId],
  )
  if (!row) throw notFound()
  // an exam without a deadline never shuts
  return { ...row, open: row.open ?? true, bytes: uploadLimits.bytes, mostPages: uploadLimits.pages }
}
