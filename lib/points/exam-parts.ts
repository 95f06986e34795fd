import type { PaperQuestion } from '../../grader/answers/paper.ts'
import { pointScale, roundPoints } from '../attempts/scale.ts'
import { query } from '../db/query.ts'

/** One field of an exam's questions, with the points it has there. */
export interface ExamPart {
  examQuestionId: string
  /** `slug.name` */
  field: string
  slug: string
  /** of the question */
  title: string
  label: string
  kind: string
  points: number
}

/** The parts of a published exam in the order of the paper. */
export async function examParts(examId: string): Promise<ExamPart[]> {
  const rows = await query<{ id: string; slug: string; points: number; paper: PaperQuestion }>(
    `SELECT q.id, q.slug, q.points, coalesce(r.paper, v.paper) AS paper
     FROM exam_question q
     CROSS JOIN LATERAL (SELECT variant_id FROM pool_variant WHERE exam_question_id = q.id ORDER BY variant_id LIMIT 1) pool
     JOIN variant v ON v.id = pool.variant_id
     LEFT JOIN regrade_key r ON r.regrade_id = q.regrade_id AND r.exam_question_id = q.id AND r.variant_id = v.id
     WHERE q.exam_id = $1 ORDER BY q.position`,
    [examId],
  )
  return rows.flatMap(({ id, slug, points, paper }) => {
    const scale = pointScale(paper.fields, points)
    return paper.fields.map((field) => ({
      examQuestionId: id,
      field: `${slug}.${field.name}`,
      slug,
      title: paper.title,
      label: field.label,
      kind: field.kind,
      points: roundPoints(field.points * scale),
    }))
  })
}
