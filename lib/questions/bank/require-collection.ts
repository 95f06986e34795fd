import type { Principal } from '../../auth/principal.ts'
import { requireRole } from '../../auth/require.ts'
import { query } from '../../db/query.ts'

/** Staff of the course whose collection it is. To everybody else there is none. */
export async function requireCollection(principal: Principal | null, collectionId: string): Promise<Principal> {
  const [found] = await query<{ courseId: string }>('SELECT course_id AS "courseId" FROM collection WHERE id = $1', [
    collectionId,
  ])
  return requireRole(principal, found?.courseId, ['ta', 'instructor'])
}
