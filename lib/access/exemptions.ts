import { query } from '../db/query.ts'

/** Which rules do not count for a student. */
export interface Exemption {
  /** may come from any address */
  networks: boolean
  /** may use any browser */
  safeBrowser: boolean
}

/** The exemptions of an exam, by person. */
export async function readExemptions(examId: string): Promise<Map<string, Exemption>> {
  const rows = await query<Exemption & { personId: string }>(
    `SELECT person_id AS "personId", networks, safe_browser AS "safeBrowser" FROM access_exemption WHERE exam_id = $1`,
    [examId],
  )
  return new Map(rows.map(({ personId, ...exemption }) => [personId, exemption]))
}
