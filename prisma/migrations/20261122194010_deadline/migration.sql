-- The deadline is a function of window, duration and accommodation, asked anew whenever it matters; it is stored nowhere.
-- Extra time lengthens the duration and moves the close of the window. NULL: no deadline.

CREATE FUNCTION closing_of(closes_at timestamptz, extra_seconds int, own_closes_at timestamptz) RETURNS timestamptz
LANGUAGE sql STABLE AS $$
  SELECT coalesce(own_closes_at, closes_at + make_interval(secs => coalesce(extra_seconds, 0)))
$$;

CREATE FUNCTION deadline_of(
  started_at timestamptz, duration_seconds int, closes_at timestamptz, extra_seconds int, own_closes_at timestamptz
) RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT least(
    started_at + make_interval(secs => duration_seconds + coalesce(extra_seconds, 0)),
    closing_of(closes_at, extra_seconds, own_closes_at))
$$;

CREATE FUNCTION attempt_deadline(attempt_id uuid) RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT deadline_of(a.started_at, e.duration_seconds, e.closes_at, c.extra_seconds, c.closes_at)
  FROM attempt a
  JOIN exam e ON e.id = a.exam_id
  LEFT JOIN accommodation c ON c.exam_id = a.exam_id AND c.person_id = a.person_id
  WHERE a.id = attempt_deadline.attempt_id
$$;

-- Until when the server takes saves: the deadline and the grace for what is under way. 'infinity': for ever.
CREATE FUNCTION attempt_shuts(attempt_id uuid) RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT coalesce(attempt_deadline(a.id) + make_interval(secs => e.grace_seconds), 'infinity')
  FROM attempt a JOIN exam e ON e.id = a.exam_id
  WHERE a.id = attempt_shuts.attempt_id
$$;

CREATE FUNCTION iso(t timestamptz) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT to_char(t AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;
