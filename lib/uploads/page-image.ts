import { z } from 'zod'
import { requireAttemptOwner, requireOwnAttempt } from '../attempts/facts.ts'
import type { Principal } from '../auth/principal.ts'
import { requireRole } from '../auth/require.ts'
import { query } from '../db/query.ts'
import { notFound } from '../http/refusal.ts'
import { blobKey, type StoreName, storeNamed } from './store/blob-store.ts'

/** A picture, ready to be sent. */
export interface PageImage {
  bytes: Buffer
  /** stands for exactly these bytes */
  mark: string
}

/** Which picture of which page. */
export interface AskedImage {
  page: string
  sheet: number
  size: 'large' | 'small'
}

export const staffImageParams = z.strictObject({ page: z.uuid(), sheet: z.coerce.number().int().min(0).max(100) })
export const ownImageParams = staffImageParams.extend({ id: z.uuid() })

/** `?size=small` asks for the one that stands beside others. */
export const sizeIn = (address: string): AskedImage['size'] =>
  new URL(address).searchParams.get('size') === 'small' ? 'small' : 'large'

interface Row {
  attemptId: string
  courseId: string
  closed: boolean
  store: StoreName
  sha256: string
}

async function find({ page, sheet }: AskedImage): Promise<Row | undefined> {
  const [row] = await query<Row>(
    `SELECT u.attempt_id AS "attemptId", e.course_id AS "courseId", a.state = 'closed' AS closed, u.store, i.sha256
     FROM upload u JOIN upload_image i ON i.upload_id = u.id JOIN attempt a ON a.id = u.attempt_id
     JOIN exam e ON e.id = a.exam_id WHERE u.id = $1 AND i.sheet = $2`,
    [page, sheet],
  )
  return row
}

async function read({ page, size }: AskedImage, { store, sha256 }: Row): Promise<PageImage> {
  const bytes = await storeNamed(store).get(blobKey(page, sha256, size))
  if (!bytes) throw new Error(`The picture ${page} ${sha256} is not in the store.`)
  return { bytes, mark: `${sha256.slice(0, 32)}-${size}` }
}

/** A picture of the asker's own attempt; while it is worked on, from where it may be. */
export async function ownPageImage(
  principal: Principal | null,
  attemptId: string,
  asked: AskedImage,
): Promise<PageImage> {
  await requireAttemptOwner(principal, attemptId)
  const found = await find(asked)
  if (!found || found.attemptId !== attemptId) throw notFound()
  if (!found.closed) await requireOwnAttempt(principal, attemptId)
  return read(asked, found)
}

/** A picture for the staff of its course, by an id that says nothing of whose it is; assistants once it is handed in. */
export async function staffPageImage(principal: Principal | null, asked: AskedImage): Promise<PageImage> {
  const found = await find(asked)
  const { role } = await requireRole(principal, found?.courseId, ['ta', 'instructor'])
  if (!found || (role === 'ta' && !found.closed)) throw notFound()
  return read(asked, found)
}
