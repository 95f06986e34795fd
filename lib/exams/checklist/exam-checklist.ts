import type { Principal } from '../../auth/principal.ts'
import { requireRole } from '../../auth/require.ts'
import { query } from '../../db/query.ts'
import { notFound } from '../../http/refusal.ts'
import { courseOfExam } from '../exam-course.ts'
import type { ExamState } from '../plan/read-plan.ts'
import { type Check, checkPlan, isReady } from './check-plan.ts'
import { type Corrected, correctedSince } from './corrected-since.ts'
import { planFacts } from './plan-facts.ts'

export interface ExamChecklist {
  exam: { title: string; state: ExamState; release: 'at-once' | 'by-staff'; attempts: number }
  checks: Check[]
  ready: boolean
  mayPublish: boolean
  /** why publishing failed the last time, question by question */
  problems: { slug: string; title: string; problem: string }[]
  /** of a published exam that nobody has begun: questions that were corrected since */
  corrected: Corrected[]
}

/** What has to be looked at before this exam is published, and what came of publishing it. */
export async function examChecklist(principal: Principal | null, examId: string): Promise<ExamChecklist> {
  const { role } = await requireRole(principal, await courseOfExam(examId), ['ta', 'instructor'])
  const [facts, [exam]] = await Promise.all([
    planFacts(examId),
    query<ExamChecklist['exam'] & Pick<ExamChecklist, 'problems'>>(
      `SELECT e.title, e.state, e.release_policy AS release, (SELECT count(*) FROM attempt WHERE exam_id = e.id)::int AS attempts,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('slug', q.slug, 'title', coalesce(v.title, q.slug), 'problem', q.problem)
             ORDER BY q.position), '[]')
           FROM exam_question q LEFT JOIN question_version v ON v.id = q.question_version_id
           WHERE q.exam_id = e.id AND q.problem IS NOT NULL) AS problems
       FROM exam e WHERE e.id = $1`,
      [examId],
    ),
  ])
  if (!exam) throw notFound()
  const { problems, ...about } = exam
  const checks = checkPlan(facts)
  const corrected = about.state === 'published' && about.attempts === 0 ? await correctedSince(examId) : []
  return { exam: about, checks, ready: isReady(checks), mayPublish: role !== 'ta', problems, corrected }
}
