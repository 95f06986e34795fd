-- The chain at less cost. What PostgreSQL can expand in place it does not call: for that nothing in these may be of a
-- looser class than the function says (an integer is made text by a cast, not by `||`).

CREATE OR REPLACE FUNCTION chain_part(part text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(octet_length(part)::text || ':' || part, '-')
$$;

-- Saves a batch: [{ "field", "revision", "opId", "value" }]. NULL where the attempt is not this person's.
-- Everything is kept in save_event; a response takes a value only where (epoch, revision) is greater than its own.
CREATE OR REPLACE FUNCTION save_responses(p_attempt uuid, p_person uuid, p_epoch int, p_saves jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_attempt attempt%ROWTYPE;
  v_deadline timestamptz;
  v_shuts timestamptz;
  v_late boolean;
  v_now timestamptz;
  v_at text;
  v_seq int;
  v_hash bytea;
  v_save record;
  v_added bigint[] := '{}';
  v_ops uuid[] := '{}';
  v_hashes bytea[] := '{}';
  v_results jsonb;
BEGIN
  SELECT * INTO v_attempt FROM attempt WHERE id = p_attempt AND person_id = p_person FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  IF p_epoch > v_attempt.epoch THEN
    RETURN jsonb_build_object('refused', 'epoch', 'epoch', v_attempt.epoch);
  END IF;
  SELECT t.deadline, t.shuts INTO v_deadline, v_shuts FROM attempt_times(p_attempt) t;
  v_now := clock_timestamp();
  v_late := v_attempt.state = 'closed' OR v_now > v_shuts;
  v_at := to_char(v_now AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');
  v_seq := v_attempt.chain_length;
  v_hash := v_attempt.chain_head;

  -- What was sent before is left out before the chain is made; who else writes events of this attempt waits for the lock.
  FOR v_save IN
    SELECT s.field, s.revision, s."opId" AS op_id, s.value, nextval('save_event_id_seq') AS id
    FROM ROWS FROM (jsonb_to_recordset(p_saves) AS (field text, revision int, "opId" uuid, value jsonb))
      WITH ORDINALITY AS s(field, revision, "opId", value, place)
    WHERE NOT EXISTS (SELECT FROM save_event e WHERE e.attempt_id = p_attempt AND e.op_id = s."opId")
    ORDER BY s.place
  LOOP
    v_seq := v_seq + 1;
    -- the same row as chain_row writes; the members that a batch has in common are made text once
    v_hash := sha256(coalesce(v_hash, ''::bytea) || convert_to('save/1' || chain_part(p_attempt::text)
      || chain_part(v_seq::text) || chain_part(v_save.id::text) || chain_part(v_save.field) || chain_part(p_epoch::text)
      || chain_part(v_save.revision::text) || chain_part(v_save.op_id::text) || chain_part(v_late::text)
      || chain_part(v_at) || chain_part(v_save.value::text), 'UTF8'));
    v_added := v_added || v_save.id;
    v_ops := v_ops || v_save.op_id;
    v_hashes := v_hashes || v_hash;
  END LOOP;
  IF v_seq > v_attempt.chain_length THEN
    INSERT INTO save_event (id, attempt_id, seq, field, epoch, revision, op_id, value, late, received_at, hash)
      SELECT n.id, p_attempt, v_attempt.chain_length + n.place, s.field, p_epoch, s.revision, n.op_id, s.value, v_late, v_now, n.hash
      FROM unnest(v_added, v_ops, v_hashes) WITH ORDINALITY AS n(id, op_id, hash, place)
      JOIN jsonb_to_recordset(p_saves) AS s(field text, revision int, "opId" uuid, value jsonb) ON s."opId" = n.op_id;
    UPDATE attempt SET chain_length = v_seq, chain_head = v_hash WHERE id = p_attempt;
  END IF;

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

  RETURN jsonb_build_object('serverNow', iso(clock_timestamp()), 'deadline', iso(v_deadline),
    'state', CASE WHEN v_late THEN 'closed' ELSE 'open' END, 'epoch', v_attempt.epoch,
    'results', coalesce(v_results, '[]'));
END $$;
