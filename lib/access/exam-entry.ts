import type { Principal } from '../auth/principal.ts'
import { requireRole } from '../auth/require.ts'
import { courseOfExam } from '../exams/exam-course.ts'
import { gateOf } from './rules.ts'

/** What a student is told before the start: what will be asked, nothing of what the right answer is. */
export interface ExamEntryRules {
  code: boolean
  networks: boolean
  safeBrowser: boolean
}

export async function examEntryRules(principal: Principal | null, examId: string): Promise<ExamEntryRules> {
  await requireRole(principal, await courseOfExam(examId), ['student', 'ta', 'instructor'])
  const { rules } = await gateOf(examId)
  return { code: rules.code !== null, networks: rules.networks.length > 0, safeBrowser: rules.safeBrowser }
}
