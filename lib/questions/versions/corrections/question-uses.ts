import type { Principal } from '../../../auth/principal.ts'
import { query } from '../../../db/query.ts'
import { requireQuestion } from '../../require-question.ts'
import { usedSource, versionOfText } from '../texts.ts'

/** An exam that uses a question, for the staff of its course. */
export interface QuestionUse {
  examId: string
  title: string
  /** the question's own title there */
  question: string
  course: string
  /** students are graded by it */
  version: string
  /** exams get another version now */
  behind: boolean
  /** it is published, and nobody has begun: what is published now can be taken in */
  untouched: boolean
  /** begun and not handed in, and handed in */
  sitting: number
  submissions: number
  /** not in a draft: it gets what is published when it is published */
  mayCorrect: boolean
  /** a regrade of the exam that is under way or waits for a decision */
  open: string | null
  /** its parts, to be named where points are given */
  fields: { name: string; label: string }[]
}

export interface PastCorrection {
  regradeId: string
  examId: string
  exam: string
  policy: 'regrade' | 'both' | 'points'
  state: 'running' | 'ready' | 'approving' | 'approved' | 'discarded' | 'failed'
  reason: string
  notice: string
  by: string
  at: string
}

export interface QuestionUses {
  slug: string
  /** what exams get now; null: nothing, or the grader does not answer just now */
  version: string | null
  uses: QuestionUse[]
  corrections: PastCorrection[]
}

/** The exams of one's own courses that use a question, and how it was corrected in them. */
export async function questionUses(principal: Principal | null, slug: string): Promise<QuestionUses> {
  const { personId } = await requireQuestion(principal, slug, 'read')
  const mine = `(SELECT administrator FROM person WHERE id = $2) OR EXISTS (SELECT FROM membership m
    WHERE m.course_id = e.course_id AND m.person_id = $2 AND m.role IN ('ta', 'instructor'))`
  const [source, uses, corrections] = await Promise.all([
    usedSource(slug).catch(() => null),
    query<Omit<QuestionUse, 'behind'>>(
      `SELECT e.id AS "examId", e.title, v.title AS question, c.title AS course, v.version,
         e.state = 'published' AND NOT EXISTS (SELECT FROM attempt a WHERE a.exam_id = e.id) AS untouched,
         (SELECT count(*)::int FROM attempt a WHERE a.exam_id = e.id AND a.state = 'open') AS sitting,
         (SELECT count(*)::int FROM attempt a JOIN submission s ON s.attempt_id = a.id WHERE a.exam_id = e.id) AS submissions,
         e.state = 'published' AND ((SELECT administrator FROM person WHERE id = $2) OR EXISTS (SELECT FROM membership m
           WHERE m.course_id = e.course_id AND m.person_id = $2 AND m.role = 'instructor')) AS "mayCorrect",
         (SELECT r.id FROM regrade r WHERE r.exam_id = e.id AND r.state IN ('running', 'ready', 'approving')) AS open,
         (SELECT jsonb_agg(jsonb_build_object('name', a->>'name', 'label', coalesce(a->>'label', a->>'name')))
           FROM jsonb_array_elements(v.definition->'answers') a) AS fields
       FROM exam_question q JOIN exam e ON e.id = q.exam_id JOIN course c ON c.id = e.course_id
       JOIN question_version v ON v.id = q.question_version_id
       WHERE q.slug = $1 AND e.trial_of IS NULL AND e.discarded_at IS NULL AND (${mine})
       ORDER BY e.published_at DESC NULLS LAST, e.id LIMIT 200`,
      [slug, personId],
    ),
    query<PastCorrection>(
      `SELECT r.id AS "regradeId", e.id AS "examId", e.title AS exam, x.policy, r.state, x.reason, x.notice, p.name AS by, iso(x.created_at) AS at
       FROM question_correction x JOIN question q ON q.id = x.question_id JOIN regrade r ON r.id = x.regrade_id
       JOIN exam e ON e.id = r.exam_id JOIN person p ON p.id = x.person_id
       WHERE q.slug = $1 AND x.question_version_id IS NOT NULL AND (${mine}) ORDER BY x.created_at DESC LIMIT 100`,
      [slug, personId],
    ),
  ])
  const version = source === null ? null : versionOfText(source)
  return {
    slug,
    version,
    uses: uses.map((use) => ({ ...use, behind: version !== null && use.version !== version })),
    corrections,
  }
}
