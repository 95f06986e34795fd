import { z } from 'zod'
import type { PaperNode } from '../../grader/answers/paper.ts'
import { limits } from '../../grader/answers/parse.ts'
import type { Principal } from '../auth/principal.ts'
import { requirePerson } from '../auth/require.ts'
import { parse } from '../http/parse.ts'
import { renderStudentMarkdown } from './render/markdown.ts'

export const previewBody = z.strictObject({ markdown: z.string().max(limits.text) })

/** A student's long text as staff will see it. Nothing is stored. */
export async function previewMarkdown(
  principal: Principal | null,
  given: z.infer<typeof previewBody>,
): Promise<{ nodes: PaperNode[] }> {
  requirePerson(principal)
  return { nodes: renderStudentMarkdown(parse(previewBody, given).markdown) }
}
