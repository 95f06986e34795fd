import { z } from 'zod'
import type { Principal } from '../auth/principal.ts'
import { parse } from '../http/parse.ts'
import { askGrader } from './ask-grader.ts'
import type { QuestionPreview } from './preview.ts'
import { requireQuestion } from './require-question.ts'

export type { QuestionPreview } from './preview.ts'

export const questionSlug = z
  .string()
  .regex(/^[a-z0-9-]{1,80}$/, 'A question is named in lower-case letters, digits and hyphens.')

export const previewRequest = z.strictObject({
  slug: questionSlug,
  seed: z.string().min(1).max(100),
})

/** Any question with any seed, for staff. Drawn and executed by the grading process; nothing is stored. */
export async function previewQuestion(
  principal: Principal | null,
  slug: string,
  seed: string,
): Promise<QuestionPreview> {
  await requireQuestion(principal, slug, 'read')
  return askGrader<QuestionPreview>('/preview', parse(previewRequest, { slug, seed }))
}
