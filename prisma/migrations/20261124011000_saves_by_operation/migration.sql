-- A save costs what it brings, however many came before it: everything is looked up by operation or by field, nothing is
-- joined with all events of the attempt. A plan may be kept from when the tables were small: it must not read them whole.

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
