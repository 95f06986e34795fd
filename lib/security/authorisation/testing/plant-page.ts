import { pageKey } from '../../../../grader/answers/pages.ts'
import { query } from '../../../db/query.ts'
import { blobKey } from '../../../uploads/store/blob-store.ts'

const digest = 'ab'.repeat(32)

/** A photographed page on a field of an attempt, in the store; saved or not makes no difference to who may see it. */
export async function plantPage(page: string, attemptId: string, field: string): Promise<void> {
  await query(
    `INSERT INTO upload (id, attempt_id, field, sha256, media_type, bytes, store) VALUES ($1, $2, $3, $4, 'image/jpeg', 9, 'postgres')`,
    [page, attemptId, field, digest],
  )
  await query('INSERT INTO upload_image (upload_id, sheet, width, height, sha256) VALUES ($1, 0, 3, 4, $2)', [
    page,
    digest,
  ])
  for (const size of ['large', 'small'] as const)
    await query('INSERT INTO upload_blob (key, data) VALUES ($1, $2)', [
      blobKey(page, digest, size),
      pageKey(field, page),
    ])
}
