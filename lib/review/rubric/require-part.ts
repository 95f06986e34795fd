import { z } from 'zod'
import type { Principal } from '../../auth/principal.ts'
import { query } from '../../db/query.ts'
import { notFound } from '../../http/refusal.ts'
import { examPart } from '../exam-part.ts'
import { type Part, requireReviewer } from '../require-reviewer.ts'

export const partParams = z.strictObject({ examId: z.uuid(), field: z.string().min(1).max(200) })

export interface RequiredPart extends Part {
  personId: string
  examId: string
  exam: string
  title: string
  label: string
  /** the field's own points in the question file, before the exam's scale */
  ownPoints: number
}

/** A part of an exam, for somebody who may review it: they may read its rubric and its comments, and change them. */
export async function requirePart(principal: Principal | null, examId: string, field: string): Promise<RequiredPart> {
  const part = await examPart(examId, field)
  const { personId } = await requireReviewer(principal, part)
  const [row] = await query<Pick<RequiredPart, 'exam' | 'title' | 'label' | 'ownPoints'>>(
    `SELECT e.title AS exam, v.title, coalesce(a->>'label', a->>'name') AS label, (a->>'points')::float8 AS "ownPoints"
     FROM exam_question q
     JOIN exam e ON e.id = q.exam_id
     JOIN question_version v ON v.id = q.question_version_id
     CROSS JOIN LATERAL jsonb_array_elements(v.definition->'answers') a
     WHERE q.id = $1 AND a->>'name' = $2`,
    [part?.examQuestionId, field.slice(field.indexOf('.') + 1)],
  )
  if (!part || !row) throw notFound()
  return { ...part, ...row, personId, examId }
}
