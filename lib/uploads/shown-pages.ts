import type { query } from '../db/query.ts'
import type { Mark } from './annotations/marks.ts'

/** What one person drew on a picture. */
export interface Layer {
  mine: boolean
  /** null: not to be told to whoever looks */
  by: string | null
  version: number
  marks: Mark[]
}

/** A page that counts, as it is looked at: its pictures with what was drawn on them. */
export interface ShownPage {
  page: string
  sheets: { width: number; height: number; layers: Layer[] }[]
}

/** Who looks: what they drew themselves is theirs to change; whether they see what others drew, and whose it is. */
export interface Looker {
  me: string | null
  others: 'named' | 'nameless' | 'hidden'
}

interface Row {
  submissionId: string
  field: string
  page: string
  sheets: { width: number; height: number; layers: { person: string; by: string; version: number; marks: Mark[] }[] }[]
}

/** Of submissions, by their id and `slug.name`, the pages that count. */
export type PagesOf = (submissionId: string, field: string) => ShownPage[]

/** The pages of many submissions in one statement, of all their fields or of one. */
export async function shownPages(
  run: typeof query,
  submissionIds: readonly string[],
  { me, others }: Looker,
  field: string | null = null,
): Promise<PagesOf> {
  const rows = await run<Row>(
    `SELECT c.submission_id AS "submissionId", u.field, u.id AS page,
       (SELECT jsonb_agg(jsonb_build_object('width', i.width, 'height', i.height, 'layers', (
          SELECT coalesce(jsonb_agg(jsonb_build_object('person', n.person_id, 'by', p.name, 'version', n.version,
            'marks', n.marks) ORDER BY n.created_at), '[]')
          FROM (SELECT DISTINCT ON (person_id) * FROM upload_annotation x
            WHERE x.upload_id = i.upload_id AND x.sheet = i.sheet ORDER BY person_id, version DESC) n
          JOIN person p ON p.id = n.person_id)) ORDER BY i.sheet)
        FROM upload_image i WHERE i.upload_id = u.id) AS sheets
     FROM answer_that_counts c JOIN submission s ON s.id = c.submission_id
     JOIN upload u ON u.id = (c.value->>'page')::uuid AND u.attempt_id = coalesce(s.attempt_id, s.former_attempt_id)
     WHERE c.submission_id = ANY ($1) AND c.value->>'kind' = 'upload' AND ($2::text IS NULL OR u.field = $2)
     ORDER BY (c.value->>'place')::int, u.id`,
    [submissionIds, field],
  )
  const byPlace = Map.groupBy(rows, (row) => `${row.submissionId} ${row.field}`)
  return (submissionId, asked) =>
    (byPlace.get(`${submissionId} ${asked}`) ?? []).map(({ page, sheets }) => ({
      page,
      sheets: sheets.map(({ layers, ...size }) => ({
        ...size,
        layers: layers
          .filter(({ person }) => others !== 'hidden' || person === me)
          .map(({ person, by, ...layer }) => ({ mine: person === me, by: others === 'named' ? by : null, ...layer })),
      })),
    }))
}
