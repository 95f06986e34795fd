-- A release says what is shown and from when, until when another look may be asked for, and why. Rows from before show
-- what their scope says, at once.
ALTER TABLE "release" ADD COLUMN "shows" JSONB,
  ADD COLUMN "at" TIMESTAMPTZ(6),
  ADD COLUMN "requests_until" TIMESTAMPTZ(6),
  ADD COLUMN "requests_at_most" INTEGER,
  ADD COLUMN "note" TEXT NOT NULL DEFAULT '';

-- When each decision takes effect, and when the next one was taken: one that was replaced before its time never counts.
CREATE VIEW release_times AS
  SELECT r.*, greatest(r.at, r.created_at) AS takes_effect,
    lead(r.created_at) OVER (PARTITION BY r.exam_id ORDER BY r.id) AS replaced_at
  FROM release r;

-- The decision that counts now, by the database's clock: no job has to run for results to appear.
CREATE FUNCTION release_in_force(p_exam uuid) RETURNS SETOF release_times LANGUAGE sql STABLE AS $$
  SELECT * FROM release_times
  WHERE exam_id = p_exam AND takes_effect <= clock_timestamp() AND (replaced_at IS NULL OR replaced_at >= takes_effect)
  ORDER BY id DESC LIMIT 1
$$;
