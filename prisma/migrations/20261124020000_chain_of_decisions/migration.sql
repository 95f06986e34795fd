-- Decisions on what came late, and the receipts that were signed, are links of the attempt's chain as its saves are:
-- a decision cannot be changed or taken away, nor a receipt, without the chain having a flaw at its place. Those from
-- before this have no place; how many there are is kept with the attempt.

ALTER TABLE late_decision ADD COLUMN seq int, ADD COLUMN hash bytea;
ALTER TABLE signed_receipt ADD COLUMN seq int, ADD COLUMN hash bytea;
ALTER TABLE attempt ADD COLUMN unchained_decisions int NOT NULL DEFAULT 0, ADD COLUMN unchained_receipts int NOT NULL DEFAULT 0;
UPDATE attempt a SET unchained_decisions = d.decisions
  FROM (SELECT coalesce(s.attempt_id, s.former_attempt_id) AS id, count(*)::int AS decisions
    FROM late_decision l JOIN submission s ON s.id = l.submission_id GROUP BY 1) d WHERE d.id = a.id;
UPDATE attempt a SET unchained_receipts = d.receipts
  FROM (SELECT coalesce(s.attempt_id, s.former_attempt_id) AS id, count(*)::int AS receipts
    FROM signed_receipt r JOIN submission s ON s.id = r.submission_id GROUP BY 1) d WHERE d.id = a.id;

-- The canonical rows, version 1. lib/evidence/canonical.ts writes the same.
CREATE FUNCTION decision_row(p_attempt uuid, d late_decision) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT 'decision/1' || chain_part(p_attempt::text) || chain_part(d.seq::text) || chain_part(d.id::text)
    || chain_part(d.submission_id::text) || chain_part(d.field) || chain_part(d.save_event_id::text)
    || chain_part(d.accepted::text) || chain_part(d.person_id::text) || chain_part(d.reason)
    || chain_part(to_char(d.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
$$;

-- Of a receipt only what the submission says as well: where the receipt is gone, it can still be said that there was one.
CREATE FUNCTION receipt_row(p_attempt uuid, p_seq int, p_submission submission) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT 'receipt/1' || chain_part(p_attempt::text) || chain_part(p_seq::text) || chain_part(p_submission.id::text)
    || chain_part(p_submission.digest)
$$;

-- Triggers, so that nothing that stores one can forget it. The attempt is held by whoever decides or freezes; taking the
-- lock again costs little.
CREATE FUNCTION chain_decision() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_attempt attempt%ROWTYPE;
BEGIN
  SELECT a.* INTO v_attempt FROM submission s JOIN attempt a ON a.id = coalesce(s.attempt_id, s.former_attempt_id)
    WHERE s.id = NEW.submission_id FOR NO KEY UPDATE OF a;
  NEW.seq := v_attempt.chain_length + 1;
  NEW.hash := chain_step(NULL, v_attempt.chain_head, decision_row(v_attempt.id, NEW));
  UPDATE attempt SET chain_length = NEW.seq, chain_head = NEW.hash WHERE id = v_attempt.id;
  RETURN NEW;
END $$;
CREATE TRIGGER chained BEFORE INSERT ON late_decision FOR EACH ROW EXECUTE FUNCTION chain_decision();

CREATE FUNCTION chain_receipt() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_submission submission%ROWTYPE;
  v_attempt attempt%ROWTYPE;
BEGIN
  SELECT * INTO v_submission FROM submission WHERE id = NEW.submission_id;
  SELECT * INTO v_attempt FROM attempt
    WHERE id = coalesce(v_submission.attempt_id, v_submission.former_attempt_id) FOR NO KEY UPDATE;
  NEW.seq := v_attempt.chain_length + 1;
  NEW.hash := chain_step(NULL, v_attempt.chain_head, receipt_row(v_attempt.id, NEW.seq, v_submission));
  UPDATE attempt SET chain_length = NEW.seq, chain_head = NEW.hash WHERE id = v_attempt.id;
  RETURN NEW;
END $$;
CREATE TRIGGER chained BEFORE INSERT ON signed_receipt FOR EACH ROW EXECUTE FUNCTION chain_receipt();
