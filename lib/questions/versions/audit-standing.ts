import type { Query } from '../../db/query.ts'
import { soundReport } from '../stored-audits.ts'

/** The newest report on exactly this version of a question. */
export interface AuditStanding {
  reportId: string
  sound: boolean
  at: string
}

export async function auditStanding(run: Query, slug: string, version: string): Promise<AuditStanding | null> {
  const [found] = await run<AuditStanding>(
    `SELECT r.id AS "reportId", ${soundReport} AS sound, iso(r.created_at) AS at FROM audit_report r
     WHERE r.slug = $1 AND r.version = $2 ORDER BY r.created_at DESC, r.id DESC LIMIT 1`,
    [slug, version],
  )
  return found ?? null
}
