import { receiptCode } from '../../attempts/receipt.ts'
import { query } from '../../db/query.ts'

/** What stands for a submission where nobody's name may. */
export async function submissionCodes(submissionIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await query<{ id: string; digest: string }>(
    'SELECT id, digest FROM submission WHERE id = ANY($1::uuid[])',
    [submissionIds],
  )
  return new Map(rows.map(({ id, digest }) => [id, receiptCode(digest)]))
}
