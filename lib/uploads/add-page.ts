import { z } from 'zod'
import { requireOwnAttempt, takesPages } from '../attempts/facts.ts'
import type { Principal } from '../auth/principal.ts'
import { invalid } from '../http/refusal.ts'
import { type KeptPage, keepPage } from './keep-page.ts'

/** The page's id is the sender's own: repeated, it is the same page. */
export const addPageParams = z.strictObject({ id: z.uuid(), field: z.string().max(200), page: z.uuid() })

/** Puts a file on a field of the asker's own attempt, from the exam's own page and under its rules. */
export async function addPage(
  principal: Principal | null,
  attemptId: string,
  { page, field }: { page: string; field: string },
  read: () => Promise<Buffer>,
): Promise<KeptPage> {
  const facts = await requireOwnAttempt(principal, attemptId)
  if (!takesPages(facts, field)) throw invalid('Pages cannot be put on this field.', field)
  return keepPage({ attemptId, personId: facts.personId, field, cameraId: null }, page, read)
}
