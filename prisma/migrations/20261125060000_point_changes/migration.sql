-- Every change of the points of a field, told from what is kept anyway: gradings, people's decisions over them, and why each
-- was made. Nothing is written for it, so nothing of it can be missing.

-- To two decimals, as points are rounded wherever they are shown.
CREATE FUNCTION round_points(points float8) RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT floor(points * 100 + 0.5) / 100
$$;

-- What may have changed the points of a field: a row for each field of each grading, and for each decision of a person.
CREATE VIEW point_event AS
  SELECT g.exam_id, g.submission_id, g.exam_question_id, g.field, g.at, 'grading' AS source, g.id AS source_id,
    g.points AS graded, NULL::int AS version, NULL::float8 AS reviewed,
    CASE WHEN g.regrade IS NOT NULL THEN 'regrade'
      WHEN g.amendment IS NOT NULL AND g.first_amended THEN 'late'
      WHEN g.first THEN 'grading' ELSE 'again' END AS cause,
    coalesce(g.regrade, CASE WHEN g.first_amended THEN g.amendment END) AS cause_id,
    CASE WHEN g.regrade IS NOT NULL THEN r.decided_by WHEN g.first_amended THEN d.person_id END AS person_id,
    CASE WHEN g.first_amended THEN coalesce(d.reason, '') ELSE '' END AS reason,
    g.grader, g.question_version
  FROM (
    SELECT q.exam_id, g.submission_id, g.exam_question_id, q.slug || '.' || (f->>'field') AS field, g.created_at AS at, g.id,
      round_points((f->>'score')::float8
        * round_points(CASE WHEN own.points > 0 THEN (f->>'points')::float8 * (q.points / own.points) ELSE (f->>'points')::float8 END)) AS points,
      CASE WHEN split_part(g.idempotence_key, '/', 3) = 'regrade' THEN split_part(g.idempotence_key, '/', 4) END AS regrade,
      amended.id AS amendment,
      amended.id IS NOT NULL AND row_number() OVER (PARTITION BY q.exam_id, g.submission_id, q.slug || '.' || (f->>'field'), amended.id
        ORDER BY g.id) = 1 AS first_amended,
      row_number() OVER (PARTITION BY q.exam_id, g.submission_id, q.slug || '.' || (f->>'field') ORDER BY g.id) = 1 AS first,
      g.result->'execution'->>'grader' AS grader, g.result->>'version' AS question_version
    FROM grading g
    JOIN exam_question q ON q.id = g.exam_question_id
    CROSS JOIN LATERAL (SELECT substring(g.idempotence_key FROM '/late-(\d+)$') AS id) amended
    CROSS JOIN LATERAL (SELECT sum((f->>'points')::float8) AS points FROM jsonb_array_elements(g.result->'fields') f) own
    CROSS JOIN LATERAL jsonb_array_elements(g.result->'fields') f) g
  LEFT JOIN regrade r ON r.id = g.regrade::uuid
  LEFT JOIN late_decision d ON d.id = g.amendment::bigint
  UNION ALL
  SELECT q.exam_id, r.submission_id, q.id, r.field, r.created_at, 'review', r.id, NULL, r.version, r.points, r.cause::text,
    r.cause_id, r.reviewer_id, r.reason, NULL, NULL
  FROM review r
  JOIN submission s ON s.id = r.submission_id
  JOIN attempt a ON a.id = coalesce(s.attempt_id, s.former_attempt_id)
  JOIN exam_question q ON q.exam_id = a.exam_id AND q.slug = split_part(r.field, '.', 1);

-- What each of them made of the points. The newest decision of a person holds over the newest grading, unless it took the
-- earlier ones back; newest by number, so that two clocks that differ by a hair change nothing. `total` is what the
-- submission has after the change.
CREATE VIEW point_change AS
  SELECT c.*, round_points(sum(coalesce(after, 0) - coalesce(before, 0)) OVER (PARTITION BY exam_id, submission_id
      ORDER BY at, source, source_id, field ROWS UNBOUNDED PRECEDING)) AS total
  FROM (
    SELECT e.*, lag(after) OVER (PARTITION BY exam_id, submission_id, field ORDER BY at, source, source_id) AS before
    FROM (
      SELECT e.*, coalesce(
          (max(ARRAY[version, reviewed]) FILTER (WHERE source = 'review') OVER so_far)[2],
          (max(ARRAY[source_id, graded]) FILTER (WHERE source = 'grading') OVER so_far)[2]) AS after
      FROM point_event e
      WINDOW so_far AS (PARTITION BY exam_id, submission_id, field ORDER BY at, source, source_id ROWS UNBOUNDED PRECEDING)) e) c
  WHERE after IS DISTINCT FROM before;
