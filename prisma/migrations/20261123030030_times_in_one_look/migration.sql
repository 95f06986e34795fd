-- Deadline and shutting of an attempt in one look: a query that asks it of many is planned as one join.
CREATE FUNCTION attempt_times(p_attempt uuid) RETURNS TABLE (deadline timestamptz, shuts timestamptz)
LANGUAGE sql STABLE AS $$
  SELECT d.deadline, coalesce(d.deadline + make_interval(secs => e.grace_seconds), 'infinity')
  FROM attempt a
  JOIN exam e ON e.id = a.exam_id
  CROSS JOIN LATERAL exam_time(a.exam_id, a.person_id) t
  CROSS JOIN LATERAL (SELECT coalesce(sum(coalesce(b.ended_at, greatest(clock_timestamp(), b.started_at)) - b.started_at),
    interval '0') AS paused FROM attempt_break b WHERE b.attempt_id = a.id) p
  CROSS JOIN LATERAL (SELECT least(a.started_at + make_interval(secs => t.duration_seconds), t.closes_at) + p.paused
    AS deadline) d
  WHERE a.id = p_attempt
$$;

CREATE OR REPLACE FUNCTION attempt_deadline(attempt_id uuid) RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT t.deadline FROM attempt_times(attempt_deadline.attempt_id) t
$$;

CREATE OR REPLACE FUNCTION attempt_shuts(attempt_id uuid) RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT t.shuts FROM attempt_times(attempt_shuts.attempt_id) t
$$;

-- Closes attempts whose time is over: all of them up to a number, or the one named. Returns the new submissions.
-- Rows that somebody else holds are left for the next round.
CREATE OR REPLACE FUNCTION close_overdue(p_limit int, p_attempt uuid DEFAULT NULL) RETURNS SETOF uuid LANGUAGE plpgsql AS $$
DECLARE
  v_candidate uuid;
BEGIN
  FOR v_candidate IN
    SELECT a.id FROM attempt a CROSS JOIN LATERAL attempt_times(a.id) t
    WHERE a.state = 'open' AND (p_attempt IS NULL OR a.id = p_attempt) AND clock_timestamp() > t.shuts
    LIMIT p_limit
  LOOP
    PERFORM FROM attempt WHERE id = v_candidate AND state = 'open' FOR NO KEY UPDATE SKIP LOCKED;
    IF FOUND AND clock_timestamp() > attempt_shuts(v_candidate) THEN
      RETURN NEXT freeze_attempt(v_candidate, 'deadline');
    END IF;
  END LOOP;
END $$;
