import type { FieldKind } from '../../grader/answers/raw-answer.ts'
import { query } from '../db/query.ts'

/** What a variant asks for: its question's slug, and the kind of each of its answer fields. */
export interface VariantFields {
  slug: string
  kinds: ReadonlyMap<string, FieldKind>
  /** those on which pages may be put */
  pages: ReadonlySet<string>
}

interface Row {
  name: string
  kind: FieldKind
  upload: boolean | null
}

const keepAtMost = 10_000
const known = new Map<string, VariantFields>()

/** A variant never changes, and many students have the same: each is read once, however many begin in a second. */
export async function variantFields(variantIds: readonly string[]): Promise<VariantFields[]> {
  const found = new Map(variantIds.flatMap((id) => (known.has(id) ? [[id, known.get(id)!]] : [])))
  const missing = variantIds.filter((id) => !found.has(id))
  if (missing.length > 0) {
    const rows = await query<{ id: string; slug: string; fields: Row[] }>(
      `SELECT v.id, v.paper->>'slug' AS slug, (
         SELECT jsonb_agg(jsonb_build_object('name', f->'name', 'kind', f->'kind', 'upload', f->'upload'))
         FROM jsonb_array_elements(v.paper->'fields') f) AS fields
       FROM variant v WHERE v.id = ANY ($1)`,
      [missing],
    )
    if (known.size + rows.length > keepAtMost) known.clear()
    for (const { id, slug, fields } of rows) {
      const given = fields ?? []
      const taking = given.filter(({ kind, upload }) => kind === 'upload' || upload === true)
      const variant = {
        slug,
        kinds: new Map(given.map(({ name, kind }) => [name, kind])),
        pages: new Set(taking.map(({ name }) => name)),
      }
      known.set(id, variant)
      found.set(id, variant)
    }
  }
  return [...found.values()]
}
