import type { Principal } from '../auth/principal.ts'
import { query } from '../db/query.ts'
import type { RegradeProgress } from './regrade-progress.ts'
import type { RegradeReport } from './report.ts'
import { maySee, requireRegrade } from './require-regrade.ts'

export interface RegradeDetail extends RegradeProgress {
  exam: { id: string; title: string }
  askedBy: string
  askedAt: string
  decidedBy: string | null
  decidedAt: string | null
  questions: {
    slug: string
    title: string
    /** versions, hex; `to` is null where it cannot be regraded */
    from: string
    to: string | null
    problem: string | null
    notes: string[]
  }[]
  report: RegradeReport | null
  /** names of the report's students, by attempt */
  people: Record<string, string>
}

/** A regrade with its report, for the staff of its course. */
export async function regradeDetail(principal: Principal | null, regradeId: string): Promise<RegradeDetail> {
  await requireRegrade(principal, regradeId, maySee)
  const [row] = await query<Omit<RegradeDetail, 'questions' | 'people'>>(
    `SELECT r.id, r.state, r.submissions, r.done, r.problem, r.report, jsonb_build_object('id', e.id, 'title', e.title) AS exam,
       a.name AS "askedBy", iso(r.asked_at) AS "askedAt", d.name AS "decidedBy", iso(r.decided_at) AS "decidedAt"
     FROM regrade r JOIN exam e ON e.id = r.exam_id JOIN person a ON a.id = r.asked_by
     LEFT JOIN person d ON d.id = r.decided_by WHERE r.id = $1`,
    [regradeId],
  )
  const [questions, people] = await Promise.all([
    query<RegradeDetail['questions'][number]>(
      `SELECT q.slug, coalesce(n.title, o.title) AS title, o.version AS "from", n.version AS "to", d.problem, d.notes
       FROM regrade_question d JOIN exam_question q ON q.id = d.exam_question_id
       JOIN question_version o ON o.id = d.old_version_id LEFT JOIN question_version n ON n.id = d.new_version_id
       WHERE d.regrade_id = $1 ORDER BY q.position`,
      [regradeId],
    ),
    query<{ attemptId: string; name: string }>(
      `SELECT a.id AS "attemptId", p.name FROM regrade r JOIN attempt a ON a.exam_id = r.exam_id
       JOIN person p ON p.id = a.person_id WHERE r.id = $1`,
      [regradeId],
    ),
  ])
  const names = Object.fromEntries(people.map(({ attemptId, name }) => [attemptId, name]))
  return { ...(row as Omit<RegradeDetail, 'questions' | 'people'>), questions, people: names }
}
