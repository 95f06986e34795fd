-- Breaks are added up in seconds: a day of an interval is not always 24 hours where clocks change.
CREATE OR REPLACE FUNCTION attempt_times(p_attempt uuid) RETURNS TABLE (deadline timestamptz, shuts timestamptz)
LANGUAGE sql STABLE AS $$
  SELECT d.deadline, coalesce(d.deadline + make_interval(secs => e.grace_seconds), 'infinity')
  FROM attempt a
  JOIN exam e ON e.id = a.exam_id
  CROSS JOIN LATERAL exam_time(a.exam_id, a.person_id) t
  CROSS JOIN LATERAL (SELECT coalesce(sum(extract(epoch FROM
      coalesce(b.ended_at, greatest(clock_timestamp(), b.started_at))) - extract(epoch FROM b.started_at)), 0)::float8 AS paused
    FROM attempt_break b WHERE b.attempt_id = a.id) p
  CROSS JOIN LATERAL (SELECT least(a.started_at + make_interval(secs => t.duration_seconds), t.closes_at)
    + make_interval(secs => p.paused) AS deadline) d
  WHERE a.id = p_attempt
$$;

DROP FUNCTION break_time(uuid);
