import { readRules } from '../../access/rules.ts'
import type { Principal } from '../../auth/principal.ts'
import { requireRole } from '../../auth/require.ts'
import { query } from '../../db/query.ts'
import { courseOfExam } from '../exam-course.ts'
import { readPlan } from '../plan/read-plan.ts'
import { writeExam } from './write-exam.ts'

/** The file of an exam, as `questions/exams` has them. */
export async function examFile(principal: Principal | null, examId: string): Promise<{ name: string; text: string }> {
  const courseId = await courseOfExam(examId)
  await requireRole(principal, courseId, ['instructor'])
  const [{ slug, plan }, access, [course]] = await Promise.all([
    readPlan(examId),
    readRules(examId),
    query<{ title: string }>('SELECT title FROM course WHERE id = $1', [courseId]),
  ])
  return { name: `${slug}.yaml`, text: writeExam({ course: course?.title ?? '', plan, access }) }
}
