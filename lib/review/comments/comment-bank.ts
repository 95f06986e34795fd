import type { PaperNode } from '../../../grader/answers/paper.ts'
import type { Principal } from '../../auth/principal.ts'
import { query } from '../../db/query.ts'
import { renderStudentMarkdown } from '../../questions/render/markdown.ts'
import { requirePart } from '../rubric/require-part.ts'

export interface CommentBank {
  /** kept by somebody, the most used first */
  saved: { id: string; says: string; nodes: PaperNode[]; uses: number; person: string; own: boolean }[]
  /** given on this part by anybody and kept by nobody, the most frequent first */
  given: { says: string; nodes: PaperNode[]; uses: number }[]
}

const most = 200
const mostGiven = 30

// the comments of the decisions on a part, over all exams of its course; longer ones are nobody's to use again
const written = `WITH written AS (
  SELECT r.comment AS says, count(*)::int AS uses
  FROM exam x
  JOIN review_entry e ON e.exam_id = x.id AND e.field = $2 AND e.version > 0
  JOIN review r ON r.submission_id = e.submission_id AND r.field = e.field AND r.version = e.version
  WHERE x.course_id = $1 AND r.comment <> '' AND length(r.comment) <= 4000
  GROUP BY r.comment)`

/** What was said on a part before, to be said again. */
export async function commentBank(principal: Principal | null, examId: string, field: string): Promise<CommentBank> {
  const { courseId, personId } = await requirePart(principal, examId, field)
  const [saved, given] = await Promise.all([
    query<Omit<CommentBank['saved'][number], 'nodes'>>(
      `${written}
       SELECT s.id, s.says, p.name AS person, s.person_id = $3 AS own,
         (SELECT coalesce(sum(w.uses), 0)::int FROM written w WHERE position(s.says IN w.says) > 0) AS uses
       FROM saved_comment s JOIN person p ON p.id = s.person_id
       WHERE s.course_id = $1 AND s.field = $2 ORDER BY uses DESC, s.changed_at DESC LIMIT ${most}`,
      [courseId, field, personId],
    ),
    query<{ says: string; uses: number }>(
      `${written}
       SELECT says, uses FROM written w
       WHERE length(says) <= 2000 AND NOT EXISTS (
         SELECT FROM saved_comment s WHERE s.course_id = $1 AND s.field = $2 AND s.says = btrim(w.says))
       ORDER BY uses DESC, says LIMIT ${mostGiven}`,
      [courseId, field],
    ),
  ])
  const set = <Row extends { says: string }>(row: Row) => ({ ...row, nodes: renderStudentMarkdown(row.says) })
  return { saved: saved.map(set), given: given.map(set) }
}
