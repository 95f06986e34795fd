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
    const title = questionSlug.safeParse(slug).success ? await titleOf(slug) : null
    if (title !== null && (await mayRead(principal, slug))) chosen.push({ slug, title })
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

/** null: there is no such question, or the bank has not seen it yet. */
async function titleOf(slug: string): Promise<string | null> {
  const [found] = await query<{ title: string | null; source: string | null }>(
    `SELECT c.title, d.source FROM question q LEFT JOIN question_card c ON c.question_id = q.id
     LEFT JOIN question_draft d ON d.question_id = q.id WHERE q.slug = $1`,
    [slug],
  )
  return found ? (found.title ?? titleIn(found.source ?? '') ?? slug) : null
}
