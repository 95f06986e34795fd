import { z } from 'zod'
import { parseExam } from '../../../grader/question/parse-exam.ts'
import { accessOfFile } from '../../access/access-body.ts'
import { storeAccess } from '../../access/change-access.ts'
import type { Principal } from '../../auth/principal.ts'
import { requireRole } from '../../auth/require.ts'
import { inTransaction } from '../../db/query.ts'
import { parse } from '../../http/parse.ts'
import { Refusal } from '../../http/refusal.ts'
import { slugAfter } from '../../http/slug-after.ts'
import { requireUsable } from '../../questions/bank/usable.ts'
import { planLimits } from '../plan/plan.ts'
import { storeAside } from '../start-exam.ts'
import { examOfFile } from './exam-of-file.ts'

export const importExamBody = z.strictObject({
  /** of the file */
  name: z.string().max(200).default(''),
  source: z.string().max(250_000),
})

/**
 * A draft out of an exam's file. It belongs to this course, whatever course the file names; what cannot be read is told with
 * its line and column.
 */
export async function importExam(
  principal: Principal | null,
  courseId: string,
  given: z.input<typeof importExamBody>,
): Promise<{ examId: string }> {
  await requireRole(principal, courseId, ['instructor'])
  const { name, source } = parse(importExamBody, given)
  const parsed = parseExam(source, slugAfter(name.replace(/\.ya?ml$/i, ''), 'exam'))
  if (!parsed.ok) {
    const [first] = parsed.problems
    const message = first ? `Line ${first.line}, column ${first.column}: ${first.message}` : 'This is no exam file.'
    throw new Refusal(422, 'unreadable', message, { details: { problems: parsed.problems } })
  }
  const exam = examOfFile(parsed.exam)
  const { title, instructions, questions } = exam
  const sections = exam.sections ?? [{ questions }]
  parse(planLimits, { title, instructions, sections })
  const slug = name.trim() === '' ? slugAfter(title, 'exam') : exam.slug
  const examId = await inTransaction(async (query) => {
    await requireUsable(
      query,
      courseId,
      exam.questions.map((question) => question.slug),
    )
    const examId = await storeAside(query, courseId, { ...exam, slug })
    if (parsed.exam.access) await storeAccess(query, examId, accessOfFile(parsed.exam.access))
    return examId
  })
  return { examId }
}
