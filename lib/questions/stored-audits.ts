import { query } from '../db/query.ts'
import type { StoredAudit } from './audit.ts'

// Reports from before their verdict was kept with them: all that was asked for was accepted, and no formula fails.
export const soundReport = `coalesce((r.report->>'sound')::boolean,
  r.report->'accepted' = r.report->'count' AND coalesce(jsonb_array_length(r.report->'formulas'), 0) = 0, false)`

/** The newest report on a question file, made at publishing or when somebody asked. */
export async function latestAudit(slug: string): Promise<StoredAudit | null> {
  const [found] = await query<StoredAudit>(
    `SELECT r.version, iso(r.created_at) AS "createdAt", e.title AS exam, r.report, ${soundReport} AS sound
     FROM audit_report r
     LEFT JOIN exam_question q ON q.id = r.exam_question_id LEFT JOIN exam e ON e.id = q.exam_id
     WHERE r.slug = $1 ORDER BY r.created_at DESC, r.id DESC LIMIT 1`,
    [slug],
  )
  return found ?? null
}

/** The version that was audited last, and whether it was sound, for each of these questions that ever was. */
export async function auditedVersions(
  slugs: readonly string[] | null = null,
): Promise<Map<string, { version: string; sound: boolean }>> {
  const rows = await query<{ slug: string; version: string; sound: boolean }>(
    `SELECT DISTINCT ON (r.slug) r.slug, r.version, ${soundReport} AS sound
     FROM audit_report r WHERE $1::text[] IS NULL OR r.slug = ANY ($1) ORDER BY r.slug, r.created_at DESC, r.id DESC`,
    [slugs],
  )
  return new Map(rows.map(({ slug, ...audited }) => [slug, audited]))
}
