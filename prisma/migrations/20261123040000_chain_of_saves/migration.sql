-- Save events of an attempt form a chain: each has the hash of the one before it mixed into its own, so that nothing can
-- be changed, left out, put in or moved without every later hash being wrong. Events from before this have none.

ALTER TABLE save_event ADD COLUMN seq int, ADD COLUMN hash bytea;
-- the chain's end, which moves under the lock that every save takes; and how many events came before there was a chain
ALTER TABLE attempt ADD COLUMN chain_length int NOT NULL DEFAULT 0, ADD COLUMN chain_head bytea,
  ADD COLUMN unchained int NOT NULL DEFAULT 0;
UPDATE attempt a SET unchained = e.events
  FROM (SELECT attempt_id, count(*)::int AS events FROM save_event GROUP BY attempt_id) e WHERE e.attempt_id = a.id;
-- where the chain stood when the attempt was frozen
ALTER TABLE submission ADD COLUMN chain_length int, ADD COLUMN chain_head bytea;
-- The end moves with every save: room in the page keeps these updates there, without touching an index.
ALTER TABLE attempt SET (fillfactor = 70);

-- A member of the canonical row: its length in bytes, a colon, its text; `-` for none. Nothing can run into its neighbour.
CREATE FUNCTION chain_part(part text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(octet_length(part) || ':' || part, '-')
$$;

-- The canonical row, version 1. lib/evidence/canonical.ts writes the same. jsonb's own text is canonical: members are
-- sorted, white space and repeated keys are gone.
CREATE FUNCTION chain_row(
  attempt_id uuid, seq int, id bigint, field text, epoch int, revision int, op_id uuid, late boolean,
  received_at timestamptz, value jsonb
) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT 'save/1' || chain_part(attempt_id::text) || chain_part(seq::text) || chain_part(id::text) || chain_part(field)
    || chain_part(epoch::text) || chain_part(revision::text) || chain_part(op_id::text) || chain_part(late::text)
    || chain_part(to_char(received_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')) || chain_part(value::text)
$$;

-- h = SHA-256(h before || row); the first has nothing before it. As an aggregate it runs along the rows of one batch.
CREATE FUNCTION chain_step(state bytea, head bytea, line text) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
  SELECT sha256(coalesce(state, head, ''::bytea) || convert_to(line, 'UTF8'))
$$;
CREATE AGGREGATE chain_hash(bytea, text) (SFUNC = chain_step, STYPE = bytea);

-- Saves a batch: [{ "field", "revision", "opId", "value" }]. NULL where the attempt is not this person's.
-- Everything is kept in save_event; a response takes a value only where (epoch, revision) is greater than its own.
CREATE OR REPLACE FUNCTION save_responses(p_attempt uuid, p_person uuid, p_epoch int, p_saves jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_attempt attempt%ROWTYPE;
  v_late boolean;
  v_now timestamptz;
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
  v_now := clock_timestamp();
  v_late := v_attempt.state = 'closed' OR v_now > attempt_shuts(p_attempt);

  -- What was sent before is left out before the chain is made; who else writes events of this attempt waits for the lock.
  WITH fresh AS (
    SELECT nextval('save_event_id_seq') AS id, (v_attempt.chain_length + row_number() OVER (ORDER BY s.place))::int AS seq,
      s.field, s.revision, s."opId", s.value
    FROM ROWS FROM (jsonb_to_recordset(p_saves) AS (field text, revision int, "opId" uuid, value jsonb))
      WITH ORDINALITY AS s(field, revision, "opId", value, place)
    WHERE NOT EXISTS (SELECT FROM save_event e WHERE e.attempt_id = p_attempt AND e.op_id = s."opId")),
  added AS (
    INSERT INTO save_event (id, attempt_id, seq, field, epoch, revision, op_id, value, late, received_at, hash)
      SELECT id, p_attempt, seq, field, p_epoch, revision, "opId", value, v_late, v_now,
        chain_hash(v_attempt.chain_head, chain_row(p_attempt, seq, id, field, p_epoch, revision, "opId", v_late, v_now, value))
          OVER (ORDER BY seq)
      FROM fresh
      RETURNING id, seq, hash),
  moved AS (
    UPDATE attempt a SET chain_length = last.seq, chain_head = last.hash
    FROM (SELECT seq, hash FROM added ORDER BY seq DESC LIMIT 1) last WHERE a.id = p_attempt)
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

-- Freezes what was saved, and where the chain stands. The caller holds the attempt's lock. NULL where it was closed before.
CREATE OR REPLACE FUNCTION freeze_attempt(p_attempt uuid, p_closed_by closed_by) RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE
  v_attempt attempt%ROWTYPE;
  v_submission uuid;
BEGIN
  UPDATE attempt SET state = 'closed' WHERE id = p_attempt AND state = 'open' RETURNING * INTO v_attempt;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  INSERT INTO submission (attempt_id, closed_by, chain_length, chain_head, digest)
    SELECT p_attempt, p_closed_by, v_attempt.chain_length, v_attempt.chain_head,
      encode(sha256(convert_to(p_attempt || coalesce(string_agg(
        jsonb_build_array(field, epoch, revision, value)::text, E'\n' ORDER BY field COLLATE "C"), ''), 'UTF8')), 'hex')
    FROM response WHERE attempt_id = p_attempt AND field NOT LIKE '%#%'
    RETURNING id INTO v_submission;
  INSERT INTO submission_answer (submission_id, field, save_event_id, epoch, revision, value)
    SELECT v_submission, field, save_event_id, epoch, revision, value
    FROM response WHERE attempt_id = p_attempt AND field NOT LIKE '%#%';
  RETURN v_submission;
END $$;
