import type { Principal } from '../../auth/principal.ts'
import { requireRole } from '../../auth/require.ts'
import { query } from '../../db/query.ts'
import { courseOfExam } from '../../exams/exam-course.ts'
import { examParts } from '../../points/exam-parts.ts'
import { type DifferingScores, differingScores } from './agreement/differing-scores.ts'
import { type ExamAgreement, examAgreement } from './agreement/exam-agreement.ts'
import { type BlindTask, blindTasks } from './blind-tasks.ts'
import { showsNames } from './blindness.ts'

export interface AgreementPage {
  title: string
  parts: { field: string; title: string; label: string }[]
  /** for who asks */
  tasks: BlindTask[]
  differing: DifferingScores[]
  /** for instructors, with the names of reviewers; null for assistants */
  agreement: (ExamAgreement & { namesNow: 'hidden' | 'leaders' | 'all' | 'shown' }) | null
}

/** Second looks and calibration of an exam: assistants see what waits for them, instructors also how all agree. */
export async function agreementPage(principal: Principal | null, examId: string): Promise<AgreementPage> {
  const { role } = await requireRole(principal, await courseOfExam(examId), ['ta', 'instructor'])
  const [[exam], parts, tasks, differing, agreement] = await Promise.all([
    query<{ title: string }>('SELECT title FROM exam WHERE id = $1', [examId]),
    examParts(examId),
    blindTasks(principal, examId),
    differingScores(principal, examId),
    role === 'ta' ? null : examAgreement(principal, examId),
  ])
  return {
    title: exam?.title ?? '',
    parts: parts.map(({ field, title, label }) => ({ field, title, label })),
    tasks,
    differing,
    agreement: agreement && { ...agreement, namesNow: namesNow(agreement.blindness) },
  }
}

function namesNow(blindness: ExamAgreement['blindness']): 'hidden' | 'leaders' | 'all' | 'shown' {
  if (!blindness.anonymous) return 'shown'
  if (!showsNames(blindness, 'instructor')) return 'hidden'
  return showsNames(blindness, 'ta') ? 'all' : 'leaders'
}
