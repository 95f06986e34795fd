-- Opens a closed attempt again. The caller holds its lock. What came late becomes the draft where it is newer. The epoch
-- stays: the page that was closed goes on by itself. NULL where the attempt is open.
CREATE OR REPLACE FUNCTION reopen_attempt(p_attempt uuid) RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE
  v_former uuid;
BEGIN
  UPDATE attempt SET state = 'open' WHERE id = p_attempt AND state = 'closed';
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
