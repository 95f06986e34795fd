import { z } from 'zod'
import type { PaperNode } from '../../../grader/answers/paper.ts'
import type { Principal } from '../../auth/principal.ts'
import { requireRole } from '../../auth/require.ts'
import { parse } from '../../http/parse.ts'
import { renderAuthorMarkdown } from '../../questions/render/markdown.ts'
import { courseOfExam } from '../exam-course.ts'
import { instructions } from './plan.ts'

export const instructionsBody = z.strictObject({ markdown: instructions })

/** Instructions as students will read them. Nothing is stored. */
export async function previewInstructions(
  principal: Principal | null,
  examId: string,
  given: z.infer<typeof instructionsBody>,
): Promise<{ nodes: PaperNode[] }> {
  await requireRole(principal, await courseOfExam(examId), ['ta', 'instructor'])
  return { nodes: renderAuthorMarkdown(parse(instructionsBody, given).markdown) }
}
