import type { Principal } from '../../../auth/principal.ts'
import { requireRole } from '../../../auth/require.ts'
import { query } from '../../../db/query.ts'
import { courseOfExam } from '../../../exams/exam-course.ts'
import { pseudonymsOf } from '../pseudonyms.ts'
import { isOpen, scorePairs } from './part-scores.ts'

/** Two scores of one answer that are too far apart: to be settled by a review with a reason. */
export interface DifferingScores {
  submissionId: string
  field: string
  /** stands for the student */
  code: string
  first: number
  second: number
  /** what the second one wrote */
  comment: string
  /** who gave them; null for assistants, who are not to know whose score differs from theirs */
  by: { first: string; second: string } | null
}

/** What waits to be settled: for instructors all of it, for assistants where the first score is theirs. */
export async function differingScores(principal: Principal | null, examId: string): Promise<DifferingScores[]> {
  const { personId, role } = await requireRole(principal, await courseOfExam(examId), ['ta', 'instructor'])
  const [pairs, nameOf] = await Promise.all([scorePairs(query, examId), pseudonymsOf(query, examId)])
  const own = pairs.filter((pair) => isOpen(pair) && (role !== 'ta' || pair.first.personId === personId))
  return own.map(({ submissionId, field, attemptId, examQuestionId, first, second }) => ({
    submissionId,
    field,
    code: nameOf(attemptId, examQuestionId),
    first: first.points,
    second: second.points,
    comment: second.comment,
    by: role === 'ta' ? null : { first: first.name, second: second.name },
  }))
}
