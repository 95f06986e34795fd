import { setImmediate as turn } from 'node:timers/promises'
import { z } from 'zod'
import { operations } from '../../../grader/operations/library.ts'
import type { FileProblem } from '../../../grader/question/definition.ts'
import { parseQuestion } from '../../../grader/question/parse-question.ts'

export const readTextsRequest = z.strictObject({
  texts: z.array(z.strictObject({ slug: z.string().max(80), source: z.string() })).max(100),
})

/** What is wrong in each of some texts. */
export async function readTexts({ texts }: z.output<typeof readTextsRequest>): Promise<FileProblem[][]> {
  const problems: FileProblem[][] = []
  for (const { slug, source } of texts) {
    await turn()
    const parsed = parseQuestion(source, slug, operations)
    problems.push(parsed.ok ? [] : parsed.problems)
  }
  return problems
}
