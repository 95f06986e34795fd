import type { PaperNode } from '../../../grader/answers/paper.ts'
import type { RubricItem as AuthoredItem } from '../../../grader/question/definition.ts'
import { roundPoints } from '../../attempts/scale.ts'
import { query } from '../../db/query.ts'
import { renderStudentMarkdown } from '../../questions/render/markdown.ts'
import { byHand } from './by-hand.ts'
import { itemNodes } from './item-nodes.ts'
import { authoredRubric, type Rubric, tickedIds } from './rubric.ts'

/** A decision as it is explained to whom it is about. Nothing of it may be shown before its release. */
export interface ReviewShown {
  /** null: a decision that was taken back, with a comment at most */
  points: number | null
  /** what was written, set; empty where nothing was */
  comment: PaperNode[]
  /** what the points of the items start from */
  base: Rubric['base']
  /** the rubric as it stands now, which every decision that holds comes to its points by */
  items: { nodes: PaperNode[]; points: number | null; ticked: boolean }[]
  /** points by hand on top of the items, 0 where there are none; as all points, null where they are not to be shown */
  adjustment: number | null
}

/** A decision without its rubric, for where that stands beside it. */
export function plainReview({ points, comment }: { points: number | null; comment: string }): ReviewShown {
  return {
    points,
    comment: renderStudentMarkdown(comment),
    base: 'zero',
    items: [],
    adjustment: points === null ? null : 0,
  }
}

interface Row {
  field: string
  points: number | null
  comment: string
  ticked: (string | number)[]
  adjustment: number
  /** what a point of the question file is worth in the exam */
  scale: number
  authored: { points: number; rubric?: AuthoredItem[] }
  rubric: Rubric | null
}

/** The decisions on a submission, by field: all, or those on parts whose student had asked for another look. */
export async function reviewsShown(submissionId: string, all = true): Promise<Map<string, ReviewShown>> {
  const rows = await query<Row>(
    `SELECT r.field, r.points, r.comment, r.rubric AS ticked, r.adjustment, a AS authored,
       q.points / nullif((SELECT sum((f->>'points')::float8) FROM jsonb_array_elements(v.definition->'answers') f), 0) AS scale,
       (SELECT jsonb_build_object('version', version, 'base', base, 'items', items) FROM rubric_version
        WHERE exam_question_id = q.id AND field = r.field ORDER BY version DESC LIMIT 1) AS rubric
     FROM (SELECT DISTINCT ON (field) * FROM review WHERE submission_id = $1 ORDER BY field, version DESC) r
     JOIN submission s ON s.id = r.submission_id
     JOIN attempt_question aq ON aq.attempt_id = s.attempt_id
     JOIN exam_question q ON q.id = aq.exam_question_id AND q.slug = split_part(r.field, '.', 1)
     JOIN question_version v ON v.id = q.question_version_id
     CROSS JOIN LATERAL jsonb_array_elements(v.definition->'answers') a
     WHERE a->>'name' = split_part(r.field, '.', 2) AND ($2 OR EXISTS (SELECT FROM review asked
       WHERE asked.submission_id = $1 AND asked.field = r.field AND asked.cause = 'request'))`,
    [submissionId, all],
  )
  return new Map(rows.map((row) => [row.field, shown(row)]))
}

function shown({ points, comment, adjustment, scale, authored, ...row }: Row): ReviewShown {
  const rubric = row.rubric ?? authoredRubric(authored.rubric ?? [], scale ?? 1)
  const possible = roundPoints(authored.points * (scale ?? 1))
  const ticked = tickedIds(row.ticked)
  return {
    points,
    comment: renderStudentMarkdown(comment),
    base: rubric.base,
    items: rubric.items.map(({ id, says, amount, unit }) => ({
      nodes: itemNodes(says),
      points: roundPoints(unit === 'share' ? amount * possible : amount),
      ticked: ticked.includes(id),
    })),
    adjustment: points === null ? 0 : byHand({ points, adjustment }, ticked, rubric, possible),
  }
}
