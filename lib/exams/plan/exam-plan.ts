import type { PaperNode } from '../../../grader/answers/paper.ts'
import type { Principal } from '../../auth/principal.ts'
import { requireRole } from '../../auth/require.ts'
import { query } from '../../db/query.ts'
import { notFound } from '../../http/refusal.ts'
import { renderAuthorMarkdown } from '../../questions/render/markdown.ts'
import { localTime } from '../../time/local-time.ts'
import { courseOfExam } from '../exam-course.ts'
import { type Open, openTo } from './locks.ts'
import { type ReadPlan, readPlan } from './read-plan.ts'

/** What is known of a question of a plan; null where nothing of this name is in the bank. */
export interface PlannedQuestion {
  slug: string
  title: string
  /** what its own fields add up to; null: not known yet */
  points: number | null
  /** why publishing it failed */
  problem: string | null
}

export interface ExamPlan extends ReadPlan {
  course: { id: string; title: string; zone: string | null }
  /** its times as local times of its zone */
  entered: { zone: string; opens: string; closes: string; resultsAt: string; askUntil: string }
  open: Open
  mayChange: boolean
  questions: PlannedQuestion[]
  instructionNodes: PaperNode[]
  access: { code: boolean; networks: number; safeBrowser: boolean }
  changed: { by: string; at: string } | null
}

interface Around {
  course: ExamPlan['course']
  changed: ExamPlan['changed']
  access: ExamPlan['access']
  questions: PlannedQuestion[]
}

async function readAround(examId: string): Promise<Around> {
  const [row] = await query<Around>(
    `SELECT jsonb_build_object('id', k.id, 'title', k.title, 'zone', k.zone) AS course,
       CASE WHEN p.id IS NOT NULL THEN jsonb_build_object('by', p.name, 'at', iso(e.changed_at)) END AS changed,
       jsonb_build_object('code', x.code IS NOT NULL, 'networks', coalesce(cardinality(x.networks), 0),
         'safeBrowser', coalesce(x.safe_browser, false)) AS access,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('slug', q.slug, 'title', coalesce(c.title, v.title, q.slug),
           'points', CASE WHEN c.points IS NOT NULL THEN c.points WHEN q.own_points AND q.points > 0 THEN q.points END,
           'problem', q.problem) ORDER BY q.position), '[]')
         FROM exam_question q LEFT JOIN question_version v ON v.id = q.question_version_id
         LEFT JOIN question b ON b.slug = q.slug LEFT JOIN question_card c ON c.question_id = b.id
         WHERE q.exam_id = e.id) AS questions
     FROM exam e JOIN course k ON k.id = e.course_id LEFT JOIN person p ON p.id = e.changed_by
     LEFT JOIN exam_access x ON x.exam_id = e.id WHERE e.id = $1`,
    [examId],
  )
  if (!row) throw notFound()
  return row
}

const local = (iso: string | null, zone: string) => (iso === null ? '' : localTime(Date.parse(iso), zone))

/** An exam as its builder shows it. `zone`: of the browser, for an exam of no zone in a course of none. */
export async function examPlan(principal: Principal | null, examId: string, zone = 'UTC'): Promise<ExamPlan> {
  const { role } = await requireRole(principal, await courseOfExam(examId), ['ta', 'instructor'])
  const [read, around] = await Promise.all([readPlan(examId), readAround(examId)])
  const own = read.plan.zone ?? around.course.zone ?? zone
  const { opensAt, closesAt, releaseAt, requestsUntil, instructions } = read.plan
  return {
    ...read,
    ...around,
    entered: {
      zone: own,
      opens: local(opensAt, own),
      closes: local(closesAt, own),
      resultsAt: local(releaseAt, own),
      askUntil: local(requestsUntil, own),
    },
    open: read.trialOf ? 'nothing' : openTo(read),
    mayChange: role !== 'ta',
    instructionNodes: renderAuthorMarkdown(instructions),
  }
}
