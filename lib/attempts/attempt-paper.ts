import type { PaperQuestion } from '../../grader/answers/paper.ts'
import type { Principal } from '../auth/principal.ts'
import { query } from '../db/query.ts'
import { notFound } from '../http/refusal.ts'
import { requireOwnAttempt } from './facts.ts'
import { scalePaper } from './scale.ts'

export interface AttemptPaper {
  exam: { id: string; title: string; instructions: string }
  questions: PaperQuestion[]
}

/** The questions of an attempt with this student's numbers: what may be seen, and nothing else. */
export async function attemptPaper(principal: Principal | null, attemptId: string): Promise<AttemptPaper> {
  const facts = await requireOwnAttempt(principal, attemptId)
  const [exam] = await query<AttemptPaper['exam']>('SELECT id, title, instructions FROM exam WHERE id = $1', [
    facts.examId,
  ])
  if (!exam) throw notFound()
  const rows = await query<{ paper: PaperQuestion; points: number }>(
    `SELECT v.paper, q.points FROM attempt_question aq
     JOIN exam_question q ON q.id = aq.exam_question_id JOIN variant v ON v.id = aq.variant_id
     WHERE aq.attempt_id = $1 ORDER BY q.position`,
    [attemptId],
  )
  return { exam, questions: rows.map(({ paper, points }) => scalePaper(paper, points)) }
}
