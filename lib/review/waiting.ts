import type { FieldGrading } from '../../grader/marking/verdict.ts'
import { pointScale, roundPoints } from '../attempts/scale.ts'
import { query } from '../db/query.ts'

/** A field of a submission that a person decides. It says nothing of whose it is. */
export interface ReviewEntry {
  submissionId: string
  attemptId: string
  /** `slug.name` */
  field: string
  slug: string
  title: string
  label: string
  why: 'text' | 'undecided' | 'broken'
  points: number
  reviewed: boolean
}

interface Row extends Omit<ReviewEntry, 'why' | 'points'> {
  kind: string
  grading: Pick<FieldGrading, 'verdict'>
  fieldPoints: number
  questionPoints: number
  fields: { points: number }[]
}

/**
 * Fields of an exam's submissions whose newest grading left them undecided (texts, undecided formulas, broken ones), in
 * an order that is the same for everybody: question by question, so that answers to one question are scored together.
 */
export async function waitingEntries(examId: string): Promise<ReviewEntry[]> {
  const rows = await query<Row>(
    `SELECT s.id AS "submissionId", s.attempt_id AS "attemptId", q.slug || '.' || (f->>'field') AS field, q.slug,
       v.paper->>'title' AS title, p->>'label' AS label, p->>'kind' AS kind, f AS grading,
       (p->>'points')::float8 AS "fieldPoints", q.points AS "questionPoints", v.paper->'fields' AS fields,
       EXISTS (SELECT FROM review r WHERE r.submission_id = s.id AND r.field = q.slug || '.' || (f->>'field')) AS reviewed
     FROM attempt a
     JOIN submission s ON s.attempt_id = a.id
     JOIN variant_as_graded v ON v.attempt_id = a.id
     JOIN exam_question q ON q.id = v.exam_question_id
     JOIN LATERAL (SELECT result FROM grading WHERE submission_id = s.id AND exam_question_id = q.id
       ORDER BY id DESC LIMIT 1) g ON true
     CROSS JOIN LATERAL jsonb_array_elements(g.result->'fields') f
     CROSS JOIN LATERAL jsonb_array_elements(v.paper->'fields') WITH ORDINALITY AS paper(p, place)
     WHERE a.exam_id = $1 AND p->>'name' = f->>'field' AND f->'score' = 'null'
     ORDER BY q.position, paper.place, s.id`,
    [examId],
  )
  return rows.map(({ kind, grading, fieldPoints, questionPoints, fields, ...entry }) => ({
    ...entry,
    why: grading.verdict === 'broken' ? 'broken' : kind === 'text' ? 'text' : 'undecided',
    points: roundPoints(fieldPoints * pointScale(fields, questionPoints)),
  }))
}
