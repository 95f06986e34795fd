import type { Principal } from '../../auth/principal.ts'
import { requireRole } from '../../auth/require.ts'
import { query } from '../../db/query.ts'
import { courseOfExam } from '../../exams/exam-course.ts'
import { type ExamPart, examParts } from '../../points/exam-parts.ts'
import type { BlindRule } from './change-rule.ts'

/** What one reviewer may still score without seeing the others. */
export interface BlindTask extends Pick<ExamPart, 'field' | 'title' | 'label'> {
  calibration: { rule: BlindRule['calibration']; left: number; of: number }
  second: number
}

interface Row {
  field: string
  rule: BlindRule['calibration']
  left: number
  of: number
  second: number
}

/** What of an exam waits for who asks beyond the queue: calibration sets and second looks, part by part. */
export async function blindTasks(principal: Principal | null, examId: string): Promise<BlindTask[]> {
  const { personId, role } = await requireRole(principal, await courseOfExam(examId), ['ta', 'instructor'])
  const [parts, rows] = await Promise.all([
    examParts(examId),
    query<Row>(
      `SELECT b.field, b.calibration AS rule, count(c.field)::int AS of,
         (count(c.field) FILTER (WHERE NOT EXISTS (SELECT FROM blind_score s WHERE s.submission_id = c.submission_id
           AND s.field = c.field AND s.purpose = 'calibration' AND s.person_id = $2)))::int AS left,
         (SELECT count(*) FROM second_look l WHERE l.exam_id = $1 AND l.field = b.field AND l.decided
           AND NOT EXISTS (SELECT FROM review r WHERE r.submission_id = l.submission_id AND r.field = l.field AND r.reviewer_id = $2)
           AND NOT EXISTS (SELECT FROM blind_score s WHERE s.submission_id = l.submission_id AND s.field = l.field AND s.purpose = 'second')
         )::int AS second
       FROM blind_rule b
       JOIN exam_question q ON q.id = b.exam_question_id
       LEFT JOIN calibration_answer c ON c.exam_question_id = b.exam_question_id AND c.field = b.field
       WHERE q.exam_id = $1 AND ($3 <> 'ta' OR NOT EXISTS (SELECT FROM review_assignment o WHERE o.exam_question_id = q.id AND o.field = b.field)
         OR EXISTS (SELECT FROM review_assignment o WHERE o.exam_question_id = q.id AND o.field = b.field AND o.person_id = $2))
       GROUP BY b.exam_question_id, b.field, b.calibration`,
      [examId, personId, role],
    ),
  ])
  return parts.flatMap(({ field, title, label }) => {
    const row = rows.find((one) => one.field === field)
    if (!row || (row.left === 0 && row.second === 0)) return []
    // nothing is required of those who run the exam
    const rule = row.rule === 'required' && role !== 'ta' ? 'advised' : row.rule
    return [{ field, title, label, calibration: { rule, left: row.left, of: row.of }, second: row.second }]
  })
}
