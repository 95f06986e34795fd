-- Papers drawn for each student, several attempts of one person, and which of them counts; one question at a time; checks of
-- one question in a quiz.

-- The question that the attempt has got to, where they are sat one at a time; null: all at once.
ALTER TABLE attempt ADD COLUMN reached integer CONSTRAINT attempt_reached_some CHECK (reached > 0);

CREATE TABLE attempt_step (
  attempt_id uuid NOT NULL REFERENCES attempt (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  -- the place that was left, for the next one
  place integer NOT NULL,
  epoch integer NOT NULL,
  created_at timestamptz(6) NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (attempt_id, place)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON attempt_step FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON attempt_step EXECUTE FUNCTION refuse_change();

-- A student asked, while sitting a quiz, whether what is saved of one question is right.
CREATE TABLE attempt_check (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  attempt_id uuid NOT NULL,
  exam_question_id uuid NOT NULL,
  -- what was saved then, by field name
  answers jsonb NOT NULL,
  created_at timestamptz(6) NOT NULL DEFAULT clock_timestamp(),
  FOREIGN KEY (attempt_id, exam_question_id) REFERENCES attempt_question (attempt_id, exam_question_id)
    ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX attempt_check_attempt_id_exam_question_id_idx ON attempt_check (attempt_id, exam_question_id);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON attempt_check FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON attempt_check EXECUTE FUNCTION refuse_change();

-- What the grader found. A check without it was not answered, and uses nothing up.
CREATE TABLE attempt_check_grading (
  check_id uuid PRIMARY KEY REFERENCES attempt_check (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  result jsonb NOT NULL,
  created_at timestamptz(6) NOT NULL DEFAULT clock_timestamp()
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON attempt_check_grading FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON attempt_check_grading EXECUTE FUNCTION refuse_change();

-- How a paper is drawn stays as it is once one was.
CREATE FUNCTION refuse_used_section() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM attempt WHERE exam_id = OLD.exam_id) AND (TG_OP = 'DELETE'
    OR (NEW.exam_id, NEW.position, NEW.pick, NEW.shuffle) IS DISTINCT FROM (OLD.exam_id, OLD.position, OLD.pick, OLD.shuffle)) THEN
    RAISE EXCEPTION 'section % is used by an attempt', OLD.position USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER used BEFORE UPDATE OR DELETE ON exam_section FOR EACH ROW EXECUTE FUNCTION refuse_used_section();

-- What the paper of everybody comes to: of a section that gives k of n questions, which are worth the same, k.
CREATE VIEW exam_paper_total AS
  SELECT e.id AS exam_id, t.questions, t.points FROM exam e CROSS JOIN LATERAL (
    SELECT coalesce(sum(s.questions), 0)::int AS questions, coalesce(sum(s.points), 0) AS points FROM (
      SELECT least(count(*), max(s.pick)) AS questions,
        CASE WHEN max(s.pick) < count(*) THEN max(s.pick) * max(q.points) ELSE sum(q.points) END AS points
      FROM exam_question q LEFT JOIN exam_section s ON s.id = q.section_id
      WHERE q.exam_id = e.id GROUP BY q.section_id) s) t;

-- The questions of an attempt in the order in which its student has them, counted from 1.
CREATE FUNCTION attempt_places(p_attempt uuid)
RETURNS TABLE (place int, exam_question_id uuid, variant_id uuid, slug text, points float8, section_id uuid)
LANGUAGE sql STABLE AS $$
  SELECT (row_number() OVER (ORDER BY coalesce(aq.place, q.position)))::int, q.id, aq.variant_id, q.slug, q.points, q.section_id
  FROM attempt_question aq JOIN exam_question q ON q.id = aq.exam_question_id WHERE aq.attempt_id = p_attempt
$$;

-- What a submission has now: of each field what the newest grading gives, or what a person decided over it.
CREATE FUNCTION submission_points(p_submission uuid) RETURNS float8 LANGUAGE sql STABLE AS $$
  SELECT coalesce(sum(coalesce(
    (SELECT r.points FROM review r WHERE r.submission_id = p_submission AND r.field = q.slug || '.' || (f->>'field')
      ORDER BY r.version DESC LIMIT 1),
    round_points((f->>'score')::float8 * round_points(
      CASE WHEN own.points > 0 THEN (f->>'points')::float8 * (q.points / own.points) ELSE (f->>'points')::float8 END)))), 0)
  FROM (SELECT DISTINCT ON (exam_question_id) exam_question_id, result FROM grading
    WHERE submission_id = p_submission ORDER BY exam_question_id, id DESC) g
  JOIN exam_question q ON q.id = g.exam_question_id
  CROSS JOIN LATERAL (SELECT sum((f->>'points')::float8) AS points FROM jsonb_array_elements(g.result->'fields') f) own
  CROSS JOIN LATERAL jsonb_array_elements(g.result->'fields') f
$$;

-- Of a person's attempts of an exam the one that counts: among those that were handed in the newest, or the one with most
-- points as of now, and of equals the newer. Before anything was handed in it is the one that is open.
CREATE VIEW attempt_that_counts AS
  SELECT DISTINCT ON (a.exam_id, a.person_id) a.exam_id, a.person_id, a.id AS attempt_id
  FROM attempt a JOIN exam e ON e.id = a.exam_id LEFT JOIN submission s ON s.attempt_id = a.id
  ORDER BY a.exam_id, a.person_id, s.id IS NULL,
    CASE WHEN e.attempt_counts = 'best' AND e.attempts_allowed IS DISTINCT FROM 1 THEN submission_points(s.id) ELSE 0 END DESC,
    a.number DESC;

-- The same for one person, by its keys.
CREATE FUNCTION counting_attempt(p_exam uuid, p_person uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT attempt_id FROM attempt_that_counts WHERE exam_id = p_exam AND person_id = p_person
$$;

-- Starts a person's attempt of that number where the window allows it and the one before is handed in: questions and their
-- order are drawn where the exam has sections, each question's variant by chance from its pool, one that the person has not
-- had while there is any. Returns the attempt, also one that was started before, or NULL where there is none. One round trip:
-- a class starts at once.
DROP FUNCTION start_attempt(uuid, uuid);
CREATE FUNCTION start_attempt(p_exam uuid, p_person uuid, p_number int DEFAULT 1) RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE
  v_attempt uuid;
BEGIN
  IF p_number > 1 THEN
    -- whoever opens the one before again has done so by now, or finds this one begun
    PERFORM FROM attempt WHERE exam_id = p_exam AND person_id = p_person AND number = p_number - 1 FOR NO KEY UPDATE;
  END IF;
  INSERT INTO attempt (exam_id, person_id, number, reached)
    SELECT e.id, p_person, p_number, CASE WHEN e.navigation = 'forward' THEN 1 END
    FROM exam e CROSS JOIN LATERAL exam_time(e.id, p_person) t
    WHERE e.id = p_exam AND e.state = 'published'
      AND clock_timestamp() >= coalesce(t.opens_at, '-infinity')
      AND clock_timestamp() < coalesce(t.closes_at, 'infinity')
      AND (p_number = 1 OR p_number <= coalesce(e.attempts_allowed, p_number) AND EXISTS (
        SELECT FROM attempt b WHERE b.exam_id = p_exam AND b.person_id = p_person AND b.number = p_number - 1
          AND b.state = 'closed'))
    -- an exam that is taken back to draft just now is looked at anew
    FOR KEY SHARE OF e
    ON CONFLICT (exam_id, person_id, number) DO NOTHING RETURNING id INTO v_attempt;
  IF v_attempt IS NULL THEN
    RETURN (SELECT id FROM attempt WHERE exam_id = p_exam AND person_id = p_person AND number = p_number);
  END IF;
  IF p_number = 1 AND NOT EXISTS (SELECT FROM exam_section WHERE exam_id = p_exam) THEN
    INSERT INTO attempt_question (attempt_id, exam_question_id, variant_id)
      SELECT v_attempt, q.id, (SELECT p.variant_id FROM pool_variant p WHERE p.exam_question_id = q.id ORDER BY random() LIMIT 1)
      FROM exam_question q WHERE q.exam_id = p_exam;
    RETURN v_attempt;
  END IF;
  WITH had AS MATERIALIZED (
    SELECT aq.exam_question_id, aq.variant_id FROM attempt a JOIN attempt_question aq ON aq.attempt_id = a.id
    WHERE a.exam_id = p_exam AND a.person_id = p_person
  ), listed AS MATERIALIZED (
    SELECT q.id, q.position, q.section_id, s.pick, coalesce(s.shuffle, false) AS shuffle, random() AS chance,
      (SELECT count(*) FROM had h WHERE h.exam_question_id = q.id) AS times
    FROM exam_question q LEFT JOIN exam_section s ON s.id = q.section_id WHERE q.exam_id = p_exam
  ), ranked AS (
    SELECT l.*, CASE WHEN section_id IS NULL THEN position ELSE min(position) OVER (PARTITION BY section_id) END AS stands,
      row_number() OVER (PARTITION BY section_id ORDER BY times, chance) AS rank
    FROM listed l
  )
  INSERT INTO attempt_question (attempt_id, exam_question_id, variant_id, place)
    SELECT v_attempt, r.id, (SELECT p.variant_id FROM pool_variant p WHERE p.exam_question_id = r.id
        ORDER BY (SELECT count(*) FROM had h WHERE h.exam_question_id = r.id AND h.variant_id = p.variant_id), random() LIMIT 1),
      row_number() OVER (ORDER BY r.stands, CASE WHEN r.shuffle THEN r.chance ELSE 0 END, r.position)
    FROM ranked r WHERE r.section_id IS NULL OR r.pick IS NULL OR r.rank <= r.pick;
  RETURN v_attempt;
END $$;

-- Leaves a question for the next one, for good, once the server has everything that was saved of it. NULL where the attempt is
-- not this person's; a repetition is told where the attempt stands.
CREATE FUNCTION move_forward(p_attempt uuid, p_person uuid, p_epoch int, p_from int, p_revisions jsonb) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
  v_attempt attempt%ROWTYPE;
  v_missing jsonb;
BEGIN
  SELECT * INTO v_attempt FROM attempt WHERE id = p_attempt AND person_id = p_person FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  IF v_attempt.reached IS NULL THEN
    RETURN jsonb_build_object('refused', 'free');
  END IF;
  IF v_attempt.state = 'closed' OR clock_timestamp() > attempt_shuts(p_attempt) THEN
    RETURN jsonb_build_object('refused', 'closed');
  END IF;
  IF p_epoch <> v_attempt.epoch THEN
    RETURN jsonb_build_object('refused', CASE WHEN p_epoch < v_attempt.epoch THEN 'stale' ELSE 'epoch' END, 'epoch', v_attempt.epoch);
  END IF;
  IF p_from = v_attempt.reached AND EXISTS (SELECT FROM attempt_places(p_attempt) WHERE place = p_from + 1) THEN
    SELECT jsonb_agg(c.key ORDER BY c.key) INTO v_missing
      FROM jsonb_each_text(p_revisions) c
      LEFT JOIN response r ON r.attempt_id = p_attempt AND r.field = c.key
      WHERE r.revision IS NULL OR r.revision < c.value::int;
    IF v_missing IS NOT NULL THEN
      RETURN jsonb_build_object('refused', 'missing', 'fields', v_missing);
    END IF;
    INSERT INTO attempt_step (attempt_id, place, epoch) VALUES (p_attempt, p_from, p_epoch);
    UPDATE attempt SET reached = p_from + 1 WHERE id = p_attempt RETURNING * INTO v_attempt;
  END IF;
  RETURN jsonb_build_object('place', v_attempt.reached);
END $$;

-- Notes a check of what is saved of a question. NULL where the attempt or the question on it is not this person's. Whoever
-- asks twice at once has both counted. A check that the grader did not answer within a minute is not counted.
CREATE FUNCTION begin_check(p_attempt uuid, p_person uuid, p_slug text, p_revisions jsonb, p_each_minute int) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
  v_attempt attempt%ROWTYPE;
  v_question record;
  v_exam record;
  v_used int;
  v_missing jsonb;
  v_wait int;
  v_id uuid;
BEGIN
  SELECT * INTO v_attempt FROM attempt WHERE id = p_attempt AND person_id = p_person FOR NO KEY UPDATE;
  SELECT * INTO v_question FROM attempt_places(p_attempt) p WHERE p.slug = p_slug AND v_attempt.id IS NOT NULL
    AND p.place = coalesce(v_attempt.reached, p.place);
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  SELECT mode, checks_allowed INTO v_exam FROM exam WHERE id = v_attempt.exam_id;
  IF v_exam.mode <> 'quiz' OR v_exam.checks_allowed = 0 THEN
    RETURN jsonb_build_object('refused', 'no-checks');
  END IF;
  IF v_attempt.state = 'closed' OR clock_timestamp() > attempt_shuts(p_attempt) THEN
    RETURN jsonb_build_object('refused', 'closed');
  END IF;
  SELECT jsonb_agg(c.key ORDER BY c.key) INTO v_missing
    FROM jsonb_each_text(p_revisions) c
    LEFT JOIN response r ON r.attempt_id = p_attempt AND r.field = c.key
    WHERE r.revision IS NULL OR r.revision < c.value::int;
  IF v_missing IS NOT NULL THEN
    RETURN jsonb_build_object('refused', 'missing', 'fields', v_missing);
  END IF;
  SELECT count(*) INTO v_used FROM attempt_check c LEFT JOIN attempt_check_grading g ON g.check_id = c.id
    WHERE c.attempt_id = p_attempt AND c.exam_question_id = v_question.exam_question_id
      AND (g.check_id IS NOT NULL OR c.created_at > clock_timestamp() - interval '1 minute');
  IF v_used >= v_exam.checks_allowed THEN
    RETURN jsonb_build_object('refused', 'used-up', 'allowed', v_exam.checks_allowed);
  END IF;
  SELECT ceil(extract(epoch FROM n.created_at + interval '1 minute' - clock_timestamp())) INTO v_wait FROM (
    SELECT c.created_at FROM attempt_check c WHERE c.attempt_id = p_attempt
    ORDER BY c.created_at DESC OFFSET p_each_minute - 1 LIMIT 1) n;
  IF v_wait > 0 THEN
    RETURN jsonb_build_object('refused', 'too-often', 'seconds', v_wait);
  END IF;
  INSERT INTO attempt_check (attempt_id, exam_question_id, answers)
    SELECT p_attempt, v_question.exam_question_id, coalesce(jsonb_object_agg(substr(r.field, length(p_slug) + 2), r.value), '{}')
    FROM response r WHERE r.attempt_id = p_attempt AND starts_with(r.field, p_slug || '.')
    RETURNING id INTO v_id;
  RETURN jsonb_build_object('checkId', v_id, 'left', v_exam.checks_allowed - v_used - 1);
END $$;

-- Saves a batch: [{ "field", "revision", "opId", "value" }]. NULL where the attempt is not this person's.
-- Everything is kept in save_event; a response takes a value only where (epoch, revision) is greater than its own.
CREATE OR REPLACE FUNCTION save_responses(p_attempt uuid, p_person uuid, p_epoch int, p_saves jsonb) RETURNS jsonb
LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
  v_attempt attempt%ROWTYPE;
  v_deadline timestamptz;
  v_shuts timestamptz;
  v_late boolean;
  v_now timestamptz;
  v_at text;
  v_asked uuid[];
  v_known uuid[];
  v_elsewhere text[];
  v_seq int;
  v_id bigint;
  v_hash bytea;
  v_save record;
  v_added bigint[] := '{}';
  v_ops uuid[] := '{}';
  v_fields text[] := '{}';
  v_revisions int[] := '{}';
  v_values jsonb[] := '{}';
  v_hashes bytea[] := '{}';
  v_applied bigint[] := '{}';
  v_place int;
  v_outcome text;
  v_epoch int;
  v_revision int;
  v_results jsonb[] := '{}';
BEGIN
  SELECT * INTO v_attempt FROM attempt WHERE id = p_attempt AND person_id = p_person FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  IF p_epoch > v_attempt.epoch THEN
    RETURN jsonb_build_object('refused', 'epoch', 'epoch', v_attempt.epoch);
  END IF;
  -- one question at a time: nothing is taken for another one; what was taken before is told again
  IF v_attempt.reached IS NOT NULL THEN
    v_elsewhere := ARRAY(SELECT DISTINCT s.save->>'field' FROM jsonb_array_elements(p_saves) AS s(save)
      WHERE split_part(translate(s.save->>'field', '#', '.'), '.', 1)
          IS DISTINCT FROM (SELECT p.slug FROM attempt_places(p_attempt) p WHERE p.place = v_attempt.reached)
        AND NOT EXISTS (SELECT FROM save_event e WHERE e.attempt_id = p_attempt AND e.op_id = (s.save->>'opId')::uuid));
    IF cardinality(v_elsewhere) > 0 THEN
      RETURN jsonb_build_object('refused', 'elsewhere', 'fields', to_jsonb(v_elsewhere));
    END IF;
  END IF;
  SELECT t.deadline, t.shuts INTO v_deadline, v_shuts FROM attempt_times(p_attempt) t;
  v_now := clock_timestamp();
  v_late := v_attempt.state = 'closed' OR v_now > v_shuts;
  v_at := to_char(v_now AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');
  v_seq := v_attempt.chain_length;
  v_hash := v_attempt.chain_head;

  -- What was sent before is left out before the chain is made; who else writes events of this attempt waits for the lock.
  v_asked := ARRAY(SELECT (s.save->>'opId')::uuid FROM jsonb_array_elements(p_saves) WITH ORDINALITY AS s(save, place)
    ORDER BY s.place);
  v_known := ARRAY(SELECT e.op_id FROM save_event e WHERE e.attempt_id = p_attempt AND e.op_id = ANY (v_asked));
  FOR v_save IN
    SELECT s.field, s.revision, s."opId" AS op_id, s.value
    FROM ROWS FROM (jsonb_to_recordset(p_saves) AS (field text, revision int, "opId" uuid, value jsonb))
      WITH ORDINALITY AS s(field, revision, "opId", value, place)
    ORDER BY s.place
  LOOP
    CONTINUE WHEN v_save.op_id = ANY (v_known);
    v_seq := v_seq + 1;
    v_id := nextval('save_event_id_seq');
    -- the same row as chain_row writes; the members that a batch has in common are made text once
    v_hash := sha256(coalesce(v_hash, ''::bytea) || convert_to('save/1' || chain_part(p_attempt::text)
      || chain_part(v_seq::text) || chain_part(v_id::text) || chain_part(v_save.field) || chain_part(p_epoch::text)
      || chain_part(v_save.revision::text) || chain_part(v_save.op_id::text) || chain_part(v_late::text)
      || chain_part(v_at) || chain_part(v_save.value::text), 'UTF8'));
    v_added := v_added || v_id;
    v_ops := v_ops || v_save.op_id;
    v_fields := v_fields || v_save.field;
    v_revisions := v_revisions || v_save.revision;
    v_values := array_append(v_values, v_save.value);
    v_hashes := v_hashes || v_hash;
  END LOOP;
  IF v_seq > v_attempt.chain_length THEN
    INSERT INTO save_event (id, attempt_id, seq, field, epoch, revision, op_id, value, late, received_at, hash)
      SELECT n.id, p_attempt, v_attempt.chain_length + n.place, n.field, p_epoch, n.revision, n.op_id, n.value, v_late, v_now, n.hash
      FROM unnest(v_added, v_ops, v_fields, v_revisions, v_values, v_hashes)
        WITH ORDINALITY AS n(id, op_id, field, revision, value, hash, place);
    UPDATE attempt SET chain_length = v_seq, chain_head = v_hash WHERE id = p_attempt;
    IF NOT v_late THEN
      WITH put AS (INSERT INTO response AS r (attempt_id, field, epoch, revision, value, save_event_id)
        SELECT DISTINCT ON (n.field) p_attempt, n.field, p_epoch, n.revision, n.value, n.id
        FROM unnest(v_added, v_fields, v_revisions, v_values) AS n(id, field, revision, value)
        ORDER BY n.field, n.revision DESC, n.id
        ON CONFLICT (attempt_id, field) DO UPDATE
          SET epoch = excluded.epoch, revision = excluded.revision, value = excluded.value,
            save_event_id = excluded.save_event_id, saved_at = clock_timestamp()
          WHERE (r.epoch, r.revision) < (excluded.epoch, excluded.revision)
        RETURNING r.save_event_id)
        SELECT coalesce(array_agg(save_event_id), '{}') INTO v_applied FROM put;
    END IF;
  END IF;

  -- what became of each, in the order they were sent; put together by hand, a query for it takes longer than the save
  FOR v_place IN 1 .. cardinality(v_ops) LOOP
    v_outcome := CASE WHEN v_late THEN 'closed' WHEN v_added[v_place] = ANY (v_applied) THEN 'applied' ELSE 'superseded' END;
    IF v_outcome = 'superseded' THEN
      SELECT r.epoch, r.revision INTO v_epoch, v_revision FROM response r
        WHERE r.attempt_id = p_attempt AND r.field = v_fields[v_place];
    ELSE
      v_epoch := p_epoch;
      v_revision := v_revisions[v_place];
    END IF;
    v_results[array_position(v_asked, v_ops[v_place])] := jsonb_build_object('opId', v_ops[v_place],
      'field', v_fields[v_place], 'outcome', v_outcome, 'epoch', v_epoch, 'revision', v_revision);
  END LOOP;
  IF cardinality(v_known) > 0 THEN
    FOR v_save IN
      SELECT e.op_id, e.field, e.late, e.epoch, e.revision FROM save_event e
      WHERE e.attempt_id = p_attempt AND e.op_id = ANY (v_known)
    LOOP
      v_results[array_position(v_asked, v_save.op_id)] := jsonb_build_object('opId', v_save.op_id, 'field', v_save.field,
        'outcome', CASE WHEN v_save.late THEN 'closed' ELSE 'duplicate' END, 'epoch', v_save.epoch, 'revision', v_save.revision);
    END LOOP;
  END IF;

  RETURN jsonb_build_object('serverNow', iso(clock_timestamp()), 'deadline', iso(v_deadline),
    'state', CASE WHEN v_late THEN 'closed' ELSE 'open' END, 'epoch', v_attempt.epoch,
    'results', to_jsonb(v_results));
END $$;
