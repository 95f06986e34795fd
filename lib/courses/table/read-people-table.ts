import type { Principal } from '../../auth/principal.ts'
import { requireRole } from '../../auth/require.ts'
import { invalid } from '../../http/refusal.ts'
import { asPeopleTable, type PeopleTable } from './columns.ts'
import { readTable } from './read-table.ts'

/** The largest file that is read: 10,000 people with room to spare. */
export const largestTable = 4_000_000

/**
 * Reads a file that an instructor holds against the course: its rows as text, and what its columns seem to be. Nothing is
 * kept of it, and nothing changed.
 */
export async function readPeopleTable(
  principal: Principal | null,
  courseId: string,
  bytes: () => Promise<Buffer>,
): Promise<PeopleTable> {
  await requireRole(principal, courseId, ['instructor'])
  const file = await readTable(await bytes())
  if ('problem' in file) throw invalid(file.problem, 'file')
  return asPeopleTable(file)
}
