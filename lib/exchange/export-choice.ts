import type { Principal } from '../auth/principal.ts'
import { requireStaffAnywhere } from '../auth/require.ts'
import { query } from '../db/query.ts'
import { Refusal } from '../http/refusal.ts'
import { questionSlug } from '../questions/preview-question.ts'
import { requireQuestion } from '../questions/require-question.ts'
import { titleIn } from '../questions/versions/texts.ts'
import { mostQuestions } from './exchange-requests.ts'

/** The questions of an address that this person may read, with their titles. */
export async function exportChoice(
  principal: Principal | null,
  slugs: readonly string[],
): Promise<{ slug: string; title: string }[]> {
  await requireStaffAnywhere(principal)
  const chosen: { slug: string; title: string }[] = []
  for (const slug of [...new Set(slugs)].slice(0, mostQuestions)) {
    if (questionSlug.safeParse(slug).success && (await mayRead(principal, slug)))
      chosen.push({ slug, title: await titleOf(slug) })
  }
  return chosen
}

async function mayRead(principal: Principal | null, slug: string): Promise<boolean> {
  try {
    await requireQuestion(principal, slug, 'read')
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

async function titleOf(slug: string): Promise<string> {
  const [found] = await query<{ source: string | null }>(
    `SELECT coalesce(v.source, d.source) AS source FROM question q
     LEFT JOIN question_published p ON p.question_id = q.id
     LEFT JOIN question_version v ON v.id = p.question_version_id
     LEFT JOIN question_draft d ON d.question_id = q.id WHERE q.slug = $1`,
    [slug],
  )
  return titleIn(found?.source ?? '') ?? slug
}
