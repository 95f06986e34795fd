import type { Query } from '../../db/query.ts'

export type Purpose = 'second' | 'calibration'

/**
 * Answers of a part (field $2 of exam $1) that the person $3 may still score without seeing what others gave. Second looks: what
 * somebody else decided and nobody has looked at again, for each person in an order of their own, so that two who work at
 * the same time seldom meet. Calibration: the whole set, for everybody in the same order.
 */
const waiting: Record<Purpose, string> = {
  second: `SELECT l.submission_id, md5($3::text || l.submission_id) AS place FROM second_look l
    WHERE l.exam_id = $1 AND l.field = $2 AND l.decided
      AND NOT EXISTS (SELECT FROM review r WHERE r.submission_id = l.submission_id AND r.field = l.field AND r.reviewer_id = $3::uuid)
      AND NOT EXISTS (SELECT FROM blind_score b WHERE b.submission_id = l.submission_id AND b.field = l.field AND b.purpose = 'second')`,
  calibration: `SELECT c.submission_id, md5(c.submission_id::text) AS place FROM calibration_answer c
    JOIN review_entry e ON e.submission_id = c.submission_id AND e.field = c.field
    WHERE e.exam_id = $1 AND c.field = $2
      AND NOT EXISTS (SELECT FROM blind_score b WHERE b.submission_id = c.submission_id AND b.field = c.field
        AND b.purpose = 'calibration' AND b.person_id = $3::uuid)`,
}

/** The next of them, and how many there are. */
export async function blindQueue(
  run: Query,
  asked: {
    examId: string
    field: string
    personId: string
    purpose: Purpose
    count: number
    except: readonly string[]
  },
): Promise<{ submissions: string[]; waiting: number }> {
  const { examId, field, personId, purpose, count, except } = asked
  const [row] = await run<{ submissions: string[]; waiting: number }>(
    `WITH open AS (${waiting[purpose]})
     SELECT (SELECT count(*) FROM open)::int AS waiting, ARRAY(SELECT submission_id FROM open
       WHERE submission_id <> ALL ($4::uuid[]) ORDER BY place LIMIT $5)::text[] AS submissions`,
    [examId, field, personId, except, count],
  )
  return row ?? { submissions: [], waiting: 0 }
}

/** Whether an answer is one of them. */
export async function isOpenTo(
  run: Query,
  asked: { examId: string; field: string; personId: string; purpose: Purpose; submissionId: string },
): Promise<boolean> {
  const rows = await run(`WITH open AS (${waiting[asked.purpose]}) SELECT FROM open WHERE submission_id = $4`, [
    asked.examId,
    asked.field,
    asked.personId,
    asked.submissionId,
  ])
  return rows.length > 0
}
