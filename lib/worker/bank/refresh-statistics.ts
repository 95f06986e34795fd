import { query } from '../../db/query.ts'
import { gradedPoints, partsAsGraded } from '../../grading/parts-as-graded.ts'

/** Ids are given out before they are committed: so many before the newest that was seen are looked at again. */
const overlap = 200

/**
 * Works out how classes did on the questions of the exams in which something was graded or decided since the last time.
 * Of several attempts of a person it is the one that counts. An answer that still waits for a person says nothing yet; the tries of staff are no class.
 */
export async function refreshStatistics(): Promise<void> {
  const [ids] = await query<{ grading: string; review: string; seen: boolean }>(
    `SELECT g.id AS grading, r.id AS review, g.id <= s.g AND r.id <= s.r AS seen
     FROM (SELECT coalesce(max(id), 0) AS id FROM grading) g, (SELECT coalesce(max(id), 0) AS id FROM review) r,
       (SELECT coalesce(max(grading_id), 0) AS g, coalesce(max(review_id), 0) AS r FROM question_statistic) s`,
  )
  if (!ids || ids.seen) return
  await query(
    `WITH last AS (SELECT coalesce(max(grading_id), 0) - ${overlap} AS g, coalesce(max(review_id), 0) - ${overlap} AS r
         FROM question_statistic),
       changed AS (
         SELECT q.exam_id FROM last JOIN grading g ON g.id > last.g JOIN exam_question q ON q.id = g.exam_question_id
         UNION SELECT a.exam_id FROM last JOIN review r ON r.id > last.r JOIN submission s ON s.id = r.submission_id
         JOIN attempt a ON a.id = s.attempt_id),
       shares AS (${sharesOfExams}),
       beside AS (
         SELECT *, sum(earned) OVER whole - earned AS rest, sum(possible) OVER whole - possible AS rest_possible
         FROM shares WINDOW whole AS (PARTITION BY submission_id))
     INSERT INTO question_statistic (exam_question_id, answers, facility, discrimination, grading_id, review_id)
     SELECT exam_question_id, count(*), round(avg(earned / possible)::numeric, 6),
       round(corr(earned / possible, rest / nullif(rest_possible, 0))::numeric, 6), $1, $2
     FROM beside GROUP BY exam_question_id
     ON CONFLICT (exam_question_id) DO UPDATE SET answers = excluded.answers, facility = excluded.facility,
       discrimination = excluded.discrimination, grading_id = excluded.grading_id, review_id = excluded.review_id`,
    [ids.grading, ids.review],
  )
}

/**
 * What each submission that counts earned on each question, of what could be earned: a person's points before the grader's.
 * Exam by exam (OFFSET keeps it so): which attempt counts need not be asked of those where nothing has changed.
 */
const sharesOfExams = `
  SELECT s.id AS submission_id, q.id AS exam_question_id,
    sum(coalesce(r.points, ${gradedPoints})) AS earned, q.points AS possible
  FROM changed c
  JOIN exam e ON e.id = c.exam_id AND e.trial_of IS NULL
  CROSS JOIN LATERAL (SELECT attempt_id FROM attempt_that_counts t WHERE t.exam_id = e.id OFFSET 0) a${partsAsGraded}
  WHERE q.points > 0
  GROUP BY s.id, q.id, q.points
  HAVING bool_and(r.points IS NOT NULL OR (f->>'score') IS NOT NULL)`
