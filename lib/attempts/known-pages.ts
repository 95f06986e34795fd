import { pageOfKey } from '../../grader/answers/pages.ts'
import type { RawAnswer } from '../../grader/answers/raw-answer.ts'
import { query } from '../db/query.ts'
import { invalid } from '../http/refusal.ts'
import type { Flag } from './value.ts'

interface Known {
  id: string
  field: string
  sha256: string
  images: string[]
}

/**
 * What a page's own browser saves of a page (another place, put back after it was taken off) is of a file that lies here:
 * put on this very field of this very attempt, with these digests. A batch without pages costs nothing.
 */
export async function requireKnownPages(
  attemptId: string,
  saves: readonly { field: string; value: RawAnswer | Flag | null }[],
): Promise<void> {
  const pages = saves.flatMap(({ field, value }) => (value?.kind === 'upload' ? [{ field, value }] : []))
  if (pages.length === 0) return
  const rows = await query<Known>(
    `SELECT u.id, u.field, u.sha256,
       ARRAY(SELECT i.sha256 FROM upload_image i WHERE i.upload_id = u.id ORDER BY i.sheet) AS images
     FROM upload u WHERE u.attempt_id = $1 AND u.id = ANY ($2::uuid[])`,
    [attemptId, pages.map(({ value }) => value.page)],
  )
  for (const { field, value } of pages) {
    const at = pageOfKey(field)
    const known = rows.find(({ id }) => id === value.page)
    const same =
      known?.field === at?.field &&
      at?.page === value.page &&
      known?.sha256 === value.sha256 &&
      known?.images.join() === value.images.join()
    if (!same) throw invalid('There is no such page.', field)
  }
}
