import type { Principal } from '../../auth/principal.ts'
import { requireRole } from '../../auth/require.ts'
import { query } from '../../db/query.ts'
import { notFound } from '../../http/refusal.ts'
import { courseOfExam } from '../exam-course.ts'
import type { ExamState } from '../plan/read-plan.ts'
import { triedAsItIs } from './as-it-is.ts'

/** A person's trial of an exam. */
export interface Trial {
  id: string
  state: ExamState
  /** the exam was changed after the trial was made */
  outdated: boolean
  problems: { slug: string; problem: string }[]
  attempts: { id: string; number: number; state: 'open' | 'closed' }[]
}

export interface TrialPage {
  exam: { title: string; state: ExamState; questions: number; trialOf: string | null }
  trial: Trial | null
}

/** The exam, and one's own trial of it. */
export async function readTrial(principal: Principal | null, examId: string): Promise<TrialPage> {
  const { personId } = await requireRole(principal, await courseOfExam(examId), ['ta', 'instructor'])
  const [row] = await query<TrialPage>(
    `SELECT jsonb_build_object('title', e.title, 'state', e.state, 'trialOf', e.trial_of,
         'questions', (SELECT count(*) FROM exam_question WHERE exam_id = e.id)) AS exam,
       (SELECT jsonb_build_object('id', t.id, 'state', t.state, 'outdated', NOT ${triedAsItIs},
           'problems', (SELECT coalesce(jsonb_agg(jsonb_build_object('slug', q.slug, 'problem', q.problem) ORDER BY q.position), '[]')
             FROM exam_question q WHERE q.exam_id = t.id AND q.problem IS NOT NULL),
           'attempts', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'number', a.number, 'state', a.state)
             ORDER BY a.number), '[]') FROM attempt a WHERE a.exam_id = t.id AND a.person_id = $2))
         FROM exam t WHERE t.trial_of = e.id AND t.trial_person = $2 AND t.discarded_at IS NULL) AS trial
     FROM exam e WHERE e.id = $1`,
    [examId, personId],
  )
  if (!row) throw notFound()
  return row
}
