import { z } from 'zod'
import type { Principal } from '../../auth/principal.ts'
import { inTransaction } from '../../db/query.ts'
import { parse } from '../../http/parse.ts'
import { invalid, notFound } from '../../http/refusal.ts'
import { requireQuestion } from '../require-question.ts'
import { loadDraft } from './load-draft.ts'
import { writeDraft } from './save-draft.ts'
import { usedSource } from './texts.ts'
import type { DraftState } from './types.ts'

export const discardBody = z.strictObject({ revision: z.int().min(1) })

/** Gives up what was written since: the draft is again what exams get. A save like any other, which others see as one. */
export async function discardDraft(
  principal: Principal | null,
  slug: string,
  given: z.infer<typeof discardBody>,
): Promise<DraftState> {
  const { personId, questionId } = await requireQuestion(principal, slug, 'edit')
  const { revision } = parse(discardBody, given)
  if (questionId === null) throw notFound()
  const source = await usedSource(slug)
  if (source === null) throw invalid('Nothing of this question is published: there is nothing to go back to.')
  await inTransaction((run) => writeDraft(run, questionId, personId, { source, revision }))
  return loadDraft(principal, slug)
}
