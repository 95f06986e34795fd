import { requireOwnAttempt } from '../attempts/facts.ts'
import type { Principal } from '../auth/principal.ts'
import { query } from '../db/query.ts'
import { type ShownCheck, type StoredCheck, shownCheck } from './shown-check.ts'

export interface QuestionChecks {
  /** answered so far */
  used: number
  newest: ShownCheck
}

export interface OwnChecks {
  /** for each question; 0: none, null: as many as one likes */
  allowed: number | null
  /** by slug: those that were checked */
  questions: Record<string, QuestionChecks>
}

type Row = StoredCheck & { used: number }

/** The newest check of each question of an attempt, or of the one named. */
export async function newestChecks(
  attemptId: string,
  slug: string | null = null,
): Promise<Record<string, QuestionChecks>> {
  const rows = await query<Row>(
    `SELECT DISTINCT ON (p.slug) p.slug, iso(c.created_at) AS at, p.points, v.paper, c.answers, g.result AS grading,
       count(*) OVER (PARTITION BY p.slug)::int AS used
     FROM attempt_check c JOIN attempt_check_grading g ON g.check_id = c.id
     JOIN attempt_places($1) p ON p.exam_question_id = c.exam_question_id JOIN variant v ON v.id = p.variant_id
     WHERE c.attempt_id = $1 AND ($2::text IS NULL OR p.slug = $2)
     ORDER BY p.slug, c.created_at DESC, c.id`,
    [attemptId, slug],
  )
  return Object.fromEntries(rows.map(({ used, ...stored }) => [stored.slug, { used, newest: shownCheck(stored) }]))
}

/** What the student was told while sitting a quiz: for a page that is loaded again. */
export async function ownChecks(principal: Principal | null, attemptId: string): Promise<OwnChecks> {
  const { examId } = await requireOwnAttempt(principal, attemptId)
  const [[exam], questions] = await Promise.all([
    query<{ allowed: number | null }>(
      `SELECT CASE WHEN mode = 'quiz' THEN checks_allowed ELSE 0 END AS allowed FROM exam WHERE id = $1`,
      [examId],
    ),
    newestChecks(attemptId),
  ])
  return { allowed: exam ? exam.allowed : 0, questions }
}
