-- Reviewers look at answers of attempts whose points may become the student's, and two attempts with the same points are equal.

-- Handed in, and the student handed in another attempt after it: where the newest one counts, it can count no more.
CREATE VIEW outdone_submission AS
  SELECT a.exam_id, s.id AS submission_id
  FROM exam e JOIN attempt a ON a.exam_id = e.id JOIN submission s ON s.attempt_id = a.id
  WHERE e.attempt_counts = 'last' AND e.attempts_allowed IS DISTINCT FROM 1
    AND EXISTS (SELECT FROM attempt n JOIN submission h ON h.attempt_id = n.id
      WHERE n.exam_id = a.exam_id AND n.person_id = a.person_id AND n.number > a.number);

-- What reviewers are given.
CREATE VIEW counted_review_entry AS
  SELECT e.* FROM review_entry e
  WHERE NOT EXISTS (SELECT FROM outdone_submission o WHERE o.exam_id = e.exam_id AND o.submission_id = e.submission_id);

-- How many of them there are, as sums over `n`. Counted from the index alone, and what is outdone taken off again: to ask it of
-- every entry would be to read them all.
CREATE VIEW review_count AS
  SELECT exam_id, field, why, decided, count(*) AS n FROM review_entry GROUP BY exam_id, field, why, decided
  UNION ALL
  SELECT o.exam_id, e.field, e.why, e.decided, -count(*) AS n
  FROM outdone_submission o JOIN review_entry e ON e.submission_id = o.submission_id GROUP BY o.exam_id, e.field, e.why, e.decided;

-- Reads the entries that there are to review, as above.
CREATE OR REPLACE VIEW second_look AS
  SELECT e.exam_id, e.exam_question_id, e.submission_id, e.field, e.decided, e.shuffle, b.threshold
  FROM counted_review_entry e
  JOIN blind_rule b ON b.exam_question_id = e.exam_question_id AND b.field = e.field
  WHERE e.why IS NOT NULL
    AND ('x' || substr(md5('second' || e.submission_id || e.field), 1, 8))::bit(32)::bigint < b.second_share * 4294967296;

-- As before, and rounded: sums of decimals differ in their last digit by the order in which they are summed, and which attempt
-- counts must not depend on that.
CREATE OR REPLACE FUNCTION submission_points(p_submission uuid) RETURNS float8 LANGUAGE sql STABLE AS $$
  SELECT round_points(coalesce(sum(coalesce(
    (SELECT r.points FROM review r WHERE r.submission_id = p_submission AND r.field = q.slug || '.' || (f->>'field')
      ORDER BY r.version DESC LIMIT 1),
    round_points((f->>'score')::float8 * round_points(
      CASE WHEN own.points > 0 THEN (f->>'points')::float8 * (q.points / own.points) ELSE (f->>'points')::float8 END)))), 0))
  FROM (SELECT DISTINCT ON (exam_question_id) exam_question_id, result FROM grading
    WHERE submission_id = p_submission ORDER BY exam_question_id, id DESC) g
  JOIN exam_question q ON q.id = g.exam_question_id
  CROSS JOIN LATERAL (SELECT sum((f->>'points')::float8) AS points FROM jsonb_array_elements(g.result->'fields') f) own
  CROSS JOIN LATERAL jsonb_array_elements(g.result->'fields') f
$$;

-- As before, and rounded.
CREATE OR REPLACE VIEW exam_paper_total AS
  SELECT e.id AS exam_id, t.questions, t.points FROM exam e CROSS JOIN LATERAL (
    SELECT coalesce(sum(s.questions), 0)::int AS questions, round_points(coalesce(sum(s.points), 0)) AS points FROM (
      SELECT least(count(*), max(s.pick)) AS questions,
        CASE WHEN max(s.pick) < count(*) THEN max(s.pick) * max(q.points) ELSE sum(q.points) END AS points
      FROM exam_question q LEFT JOIN exam_section s ON s.id = q.section_id
      WHERE q.exam_id = e.id GROUP BY q.section_id) s) t;
