-- Saving, handing in and closing. Each function takes the attempt's row first (FOR NO KEY UPDATE) and looks at everything
-- else, the clock included, in later statements: under READ COMMITTED each of those sees what the last holder of the lock
-- committed. So no decision is ever made on what was true before the wait.

-- Freezes what was saved. The caller holds the attempt's lock. NULL where it was closed before.
CREATE FUNCTION freeze_attempt(p_attempt uuid, p_closed_by closed_by) RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE
  v_submission uuid;
BEGIN
  UPDATE attempt SET state = 'closed' WHERE id = p_attempt AND state = 'open';
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  INSERT INTO submission (attempt_id, closed_by, digest)
    SELECT p_attempt, p_closed_by, encode(sha256(convert_to(p_attempt || coalesce(string_agg(
      jsonb_build_array(field, epoch, revision, value)::text, E'\n' ORDER BY field COLLATE "C"), ''), 'UTF8')), 'hex')
    FROM response WHERE attempt_id = p_attempt AND field NOT LIKE '%#%'
    RETURNING id INTO v_submission;
  INSERT INTO submission_answer (submission_id, field, save_event_id, epoch, revision, value)
    SELECT v_submission, field, save_event_id, epoch, revision, value
    FROM response WHERE attempt_id = p_attempt AND field NOT LIKE '%#%';
  RETURN v_submission;
END $$;

-- Saves a batch: [{ "field", "revision", "opId", "value" }]. NULL where the attempt is not this person's.
-- Everything is kept in save_event; a response takes a value only where (epoch, revision) is greater than its own.
CREATE FUNCTION save_responses(p_attempt uuid, p_person uuid, p_epoch int, p_saves jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_attempt attempt%ROWTYPE;
  v_late boolean;
  v_added bigint[];
  v_results jsonb;
BEGIN
  SELECT * INTO v_attempt FROM attempt WHERE id = p_attempt AND person_id = p_person FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  IF p_epoch > v_attempt.epoch THEN
    RETURN jsonb_build_object('refused', 'epoch', 'epoch', v_attempt.epoch);
  END IF;
  v_late := v_attempt.state = 'closed' OR clock_timestamp() > attempt_shuts(p_attempt);

  WITH added AS (
    INSERT INTO save_event (attempt_id, field, epoch, revision, op_id, value, late)
      SELECT p_attempt, s.field, p_epoch, s.revision, s."opId", s.value, v_late
      FROM jsonb_to_recordset(p_saves) AS s(field text, revision int, "opId" uuid, value jsonb)
      ON CONFLICT (attempt_id, op_id) DO NOTHING
      RETURNING id)
  SELECT coalesce(array_agg(id), '{}') INTO v_added FROM added;

  IF NOT v_late THEN
    INSERT INTO response AS r (attempt_id, field, epoch, revision, value, save_event_id)
      SELECT DISTINCT ON (field) attempt_id, field, epoch, revision, value, id
      FROM save_event WHERE id = ANY (v_added) ORDER BY field, revision DESC, id
      ON CONFLICT (attempt_id, field) DO UPDATE
        SET epoch = excluded.epoch, revision = excluded.revision, value = excluded.value,
          save_event_id = excluded.save_event_id, saved_at = clock_timestamp()
        WHERE (r.epoch, r.revision) < (excluded.epoch, excluded.revision);
  END IF;

  SELECT jsonb_agg(jsonb_build_object('opId', s."opId", 'field', e.field, 'outcome', CASE
      WHEN e.late THEN 'closed'
      WHEN e.id <> ALL (v_added) THEN 'duplicate'
      WHEN r.save_event_id = e.id THEN 'applied'
      ELSE 'superseded' END,
    'epoch', CASE WHEN e.late OR e.id <> ALL (v_added) THEN e.epoch ELSE r.epoch END,
    'revision', CASE WHEN e.late OR e.id <> ALL (v_added) THEN e.revision ELSE r.revision END) ORDER BY s.place)
  INTO v_results
  FROM ROWS FROM (jsonb_to_recordset(p_saves) AS ("opId" uuid)) WITH ORDINALITY AS s("opId", place)
  JOIN save_event e ON e.attempt_id = p_attempt AND e.op_id = s."opId"
  LEFT JOIN response r ON r.attempt_id = p_attempt AND r.field = e.field;

  RETURN jsonb_build_object('serverNow', iso(clock_timestamp()), 'deadline', iso(attempt_deadline(p_attempt)),
    'state', CASE WHEN v_late THEN 'closed' ELSE 'open' END, 'epoch', v_attempt.epoch,
    'results', coalesce(v_results, '[]'));
END $$;

-- Hands in, once: a repetition gets the first submission. `fresh` tells the caller to enqueue the grading in this very
-- transaction. Revisions go on counting over a takeover, so that a client's count and the server's compare directly.
CREATE FUNCTION submit_attempt(p_attempt uuid, p_person uuid, p_epoch int, p_revisions jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_attempt attempt%ROWTYPE;
  v_overdue boolean;
  v_missing jsonb;
  v_fresh uuid;
BEGIN
  SELECT * INTO v_attempt FROM attempt WHERE id = p_attempt AND person_id = p_person FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  IF v_attempt.state = 'open' THEN
    v_overdue := clock_timestamp() > attempt_shuts(p_attempt);
    IF NOT v_overdue THEN
      IF p_epoch <> v_attempt.epoch THEN
        RETURN jsonb_build_object('refused', CASE WHEN p_epoch < v_attempt.epoch THEN 'stale' ELSE 'epoch' END, 'epoch', v_attempt.epoch);
      END IF;
      SELECT jsonb_agg(c.key ORDER BY c.key) INTO v_missing
        FROM jsonb_each_text(p_revisions) c
        LEFT JOIN response r ON r.attempt_id = p_attempt AND r.field = c.key
        WHERE r.revision IS NULL OR r.revision < c.value::int;
      IF v_missing IS NOT NULL THEN
        RETURN jsonb_build_object('refused', 'missing', 'fields', v_missing);
      END IF;
    END IF;
    v_fresh := freeze_attempt(p_attempt, CASE WHEN v_overdue THEN 'deadline' ELSE 'student' END::closed_by);
  END IF;
  RETURN (SELECT jsonb_build_object('submissionId', id, 'frozenAt', iso(frozen_at), 'digest', digest, 'fresh', v_fresh IS NOT NULL)
    FROM submission WHERE attempt_id = p_attempt);
END $$;

-- Closes attempts whose time is over: all of them up to a number, or the one named. Returns the new submissions.
-- Rows that somebody else holds are left for the next round.
CREATE FUNCTION close_overdue(p_limit int, p_attempt uuid DEFAULT NULL) RETURNS SETOF uuid LANGUAGE plpgsql AS $$
DECLARE
  v_candidate uuid;
BEGIN
  FOR v_candidate IN
    SELECT id FROM attempt
    WHERE state = 'open' AND (p_attempt IS NULL OR id = p_attempt) AND clock_timestamp() > attempt_shuts(id)
    LIMIT p_limit
  LOOP
    PERFORM FROM attempt WHERE id = v_candidate AND state = 'open' FOR NO KEY UPDATE SKIP LOCKED;
    IF FOUND AND clock_timestamp() > attempt_shuts(v_candidate) THEN
      RETURN NEXT freeze_attempt(v_candidate, 'deadline');
    END IF;
  END LOOP;
END $$;
