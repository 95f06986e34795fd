import { z } from 'zod'
import { storeAccess } from '../access/change-access.ts'
import { openToAll, readRules } from '../access/rules.ts'
import type { Principal } from '../auth/principal.ts'
import { requireRole } from '../auth/require.ts'
import { inTransaction } from '../db/query.ts'
import { parse } from '../http/parse.ts'
import { slugAfter } from '../http/slug-after.ts'
import { courseOfExam } from './exam-course.ts'
import { title } from './plan/plan.ts'
import { readPlan } from './plan/read-plan.ts'
import { storeAside } from './start-exam.ts'

export const copyExamBody = z.strictObject({
  title,
  /** absent: the same */
  courseId: z.uuid().optional(),
})

/**
 * Another draft like this exam, in this course or one where the person is instructor as well. Its window is to be set anew,
 * and a code that was given out is not given out again.
 */
export async function copyExam(
  principal: Principal | null,
  examId: string,
  given: z.input<typeof copyExamBody>,
): Promise<{ examId: string }> {
  const from = await courseOfExam(examId)
  await requireRole(principal, from, ['instructor'])
  const { title, courseId = from ?? '' } = parse(copyExamBody, given)
  if (courseId !== from) await requireRole(principal, courseId, ['instructor'])
  const [{ plan }, access] = await Promise.all([readPlan(examId), readRules(examId)])
  return inTransaction(async (query) => {
    const times = { opensAt: null, closesAt: null, releaseAt: null, requestsUntil: null }
    const copy = { ...plan, ...times, title, slug: slugAfter(title, 'exam'), questions: [] }
    const copyId = await storeAside(query, courseId, copy)
    const { networks, safeBrowser, phoneCamera } = access
    if (networks.length > 0 || safeBrowser || phoneCamera !== null)
      await storeAccess(query, copyId, { ...openToAll, networks, safeBrowser, phoneCamera })
    return { examId: copyId }
  })
}
