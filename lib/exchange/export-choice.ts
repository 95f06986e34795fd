import type { Principal } from '../auth/principal.ts'
import { requireStaffAnywhere } from '../auth/require.ts'
import { query } from '../db/query.ts'
import { allReadable } from '../questions/bank/visible.ts'
import { titleIn } from '../questions/versions/texts.ts'
import { mostQuestions } from './exchange-requests.ts'

interface Found {
  slug: string
  title: string | null
  source: string | null
}

/** The questions of an address that this person may send out, with their titles; drafts are for those who work on them. */
export async function exportChoice(
  principal: Principal | null,
  slugs: readonly string[],
): Promise<{ slug: string; title: string }[]> {
  const { personId } = await requireStaffAnywhere(principal)
  const asked = [...new Set(slugs)].slice(0, mostQuestions)
  const found = await query<Found>(
    `SELECT r.slug, c.title, CASE WHEN r.may_edit THEN d.source END AS source
     FROM unnest($3::text[]) WITH ORDINALITY AS s(slug, place)
     JOIN (${allReadable}) r USING (slug)
     LEFT JOIN question_card c USING (question_id)
     LEFT JOIN question_draft d USING (question_id)
     WHERE c.standing IS DISTINCT FROM 'draft' OR r.may_edit
     ORDER BY s.place`,
    [personId, null, asked],
  )
  // the bank may not have seen one yet
  return found.map(({ slug, title, source }) => ({ slug, title: title ?? titleIn(source ?? '') ?? slug }))
}
