import type { CourseRole } from '../../auth/require.ts'
import { query } from '../../db/query.ts'
import { Refusal } from '../../http/refusal.ts'

/** An assistant who has not scored the whole calibration set of a part that requires it is sent there first. */
export async function requireCalibrated(
  { personId, role }: { personId: string; role: CourseRole },
  part: { examQuestionId: string; field: string } | null,
): Promise<void> {
  if (role !== 'ta' || !part) return
  const [row] = await query<{ left: number }>(
    `SELECT count(*)::int AS left FROM blind_rule b
     JOIN calibration_answer c ON c.exam_question_id = b.exam_question_id AND c.field = b.field
     WHERE b.exam_question_id = $1 AND b.field = $2 AND b.calibration = 'required'
       AND NOT EXISTS (SELECT FROM blind_score s WHERE s.submission_id = c.submission_id AND s.field = c.field
         AND s.purpose = 'calibration' AND s.person_id = $3)`,
    [part.examQuestionId, part.field, personId],
  )
  if (!row?.left) return
  const message = 'Score the calibration set of this part first.'
  throw new Refusal(409, 'calibrate-first', message, { details: { left: row.left } })
}
