-- The time a person has for an exam, from its window and duration, the accommodation and the extensions. Asked anew
-- whenever it matters; it is stored nowhere. The percentage is of the duration, or of the window where there is no duration.
-- An accommodation's own close stands for itself; extensions move every close. NULL: no limit.
CREATE FUNCTION exam_time(p_exam uuid, p_person uuid)
RETURNS TABLE (opens_at timestamptz, closes_at timestamptz, duration_seconds int, extra_seconds int)
LANGUAGE sql STABLE AS $$
  SELECT coalesce(c.opens_at, e.opens_at),
    coalesce(c.closes_at, e.closes_at + make_interval(secs => g.granted)) + make_interval(secs => x.extended),
    e.duration_seconds + g.granted + x.extended,
    g.granted + x.extended
  FROM exam e
  LEFT JOIN accommodation c ON c.exam_id = e.id AND c.person_id = p_person
  CROSS JOIN LATERAL (SELECT coalesce(c.extra_seconds + ceil((c.percent - 100) / 100.0
    * coalesce(e.duration_seconds, floor(extract(epoch FROM e.closes_at - e.opens_at)), 0)), 0)::int AS granted) g
  CROSS JOIN LATERAL (SELECT coalesce(sum(t.seconds), 0)::int AS extended FROM extension t
    WHERE t.exam_id = e.id AND (t.person_id = p_person OR t.person_id IS NULL AND (t.room IS NULL
      OR t.room = (SELECT s.room FROM seat s WHERE s.exam_id = e.id AND s.person_id = p_person)))) x
  WHERE e.id = p_exam
$$;

-- The clock of an attempt stands still in a break: while one lasts, the deadline moves with the time.
CREATE FUNCTION break_time(p_attempt uuid) RETURNS interval LANGUAGE sql STABLE AS $$
  SELECT coalesce(sum(coalesce(b.ended_at, greatest(clock_timestamp(), b.started_at)) - b.started_at), interval '0')
  FROM attempt_break b WHERE b.attempt_id = p_attempt
$$;

CREATE OR REPLACE FUNCTION attempt_deadline(attempt_id uuid) RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT least(a.started_at + make_interval(secs => t.duration_seconds), t.closes_at) + break_time(a.id)
  FROM attempt a CROSS JOIN LATERAL exam_time(a.exam_id, a.person_id) t
  WHERE a.id = attempt_deadline.attempt_id
$$;

-- One break at a time; what is ended stays, and no break is longer than it was.
CREATE UNIQUE INDEX attempt_break_lasting ON attempt_break (attempt_id) WHERE ended_at IS NULL;
ALTER TABLE attempt_break ADD CONSTRAINT attempt_break_forwards CHECK (ended_at >= started_at);
CREATE FUNCTION refuse_break_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.ended_at IS NOT NULL OR NEW.ended_at IS NULL
    OR (NEW.id, NEW.attempt_id, NEW.started_at) IS DISTINCT FROM (OLD.id, OLD.attempt_id, OLD.started_at) THEN
    RAISE EXCEPTION 'break % stays as it was', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ended BEFORE UPDATE OR DELETE ON attempt_break FOR EACH ROW EXECUTE FUNCTION refuse_break_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON attempt_break EXECUTE FUNCTION refuse_change();

ALTER TABLE accommodation ADD CONSTRAINT accommodation_percent CHECK (percent BETWEEN 10 AND 1000);
ALTER TABLE extension ADD CONSTRAINT extension_scope CHECK (room IS NULL OR person_id IS NULL);

DO $$
DECLARE
  kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['extension', 'announcement', 'staff_action'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', kept);
    EXECUTE format('CREATE TRIGGER no_truncate BEFORE TRUNCATE ON %I EXECUTE FUNCTION refuse_change()', kept);
  END LOOP;
END $$;

-- A submission gives way when its attempt is opened again: it becomes a former one, and nothing else of it changes.
CREATE FUNCTION refuse_submission_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.attempt_id IS NULL OR NEW.attempt_id IS NOT NULL OR NEW.former_attempt_id IS DISTINCT FROM OLD.attempt_id
    OR to_jsonb(NEW) - ARRAY['attempt_id', 'former_attempt_id'] <> to_jsonb(OLD) - ARRAY['attempt_id', 'former_attempt_id'] THEN
    RAISE EXCEPTION 'submission is append-only' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
DROP TRIGGER append_only ON submission;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON submission FOR EACH ROW EXECUTE FUNCTION refuse_submission_change();
ALTER TABLE submission ADD CONSTRAINT submission_of_attempt CHECK ((attempt_id IS NULL) <> (former_attempt_id IS NULL));

-- Opens a closed attempt again. The caller holds its lock. What came late becomes the draft where it is newer; another
-- epoch keeps what a forgotten device still sends apart. NULL where the attempt is open.
CREATE FUNCTION reopen_attempt(p_attempt uuid) RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE
  v_former uuid;
BEGIN
  UPDATE attempt SET state = 'open', epoch = epoch + 1 WHERE id = p_attempt AND state = 'closed';
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  UPDATE submission SET attempt_id = NULL, former_attempt_id = p_attempt WHERE attempt_id = p_attempt RETURNING id INTO v_former;
  -- a break that lasted when the attempt was closed ended with it
  UPDATE attempt_break b SET ended_at = greatest(b.started_at, (SELECT frozen_at FROM submission WHERE id = v_former))
    WHERE b.attempt_id = p_attempt AND b.ended_at IS NULL;
  INSERT INTO response AS r (attempt_id, field, epoch, revision, value, save_event_id)
    SELECT DISTINCT ON (field) attempt_id, field, epoch, revision, value, id
    FROM save_event WHERE attempt_id = p_attempt AND late ORDER BY field, epoch DESC, revision DESC, id
    ON CONFLICT (attempt_id, field) DO UPDATE
      SET epoch = excluded.epoch, revision = excluded.revision, value = excluded.value,
        save_event_id = excluded.save_event_id, saved_at = clock_timestamp()
      WHERE (r.epoch, r.revision) < (excluded.epoch, excluded.revision);
  RETURN v_former;
END $$;
