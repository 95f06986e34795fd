-- What came late is kept beside what was handed in. Whether it counts is a decision of its own: by the exam's policy where
-- it came soon enough after the deadline, else by a person. Decisions are appended; nothing of the submission changes.

-- AlterTable
ALTER TABLE "exam" ADD COLUMN "sync_grace_seconds" INTEGER NOT NULL DEFAULT 120;
ALTER TABLE exam ADD CONSTRAINT exam_sync_grace CHECK (sync_grace_seconds BETWEEN 0 AND 86400);

-- CreateTable
CREATE TABLE "late_decision" (
    "id" BIGSERIAL NOT NULL,
    "submission_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "save_event_id" BIGINT NOT NULL,
    "accepted" BOOLEAN NOT NULL,
    "person_id" UUID,
    "reason" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "late_decision_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "late_decision_submission_id_field_idx" ON "late_decision"("submission_id", "field");

-- AddForeignKey
ALTER TABLE "late_decision" ADD CONSTRAINT "late_decision_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "late_decision" ADD CONSTRAINT "late_decision_save_event_id_fkey" FOREIGN KEY ("save_event_id") REFERENCES "save_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "late_decision" ADD CONSTRAINT "late_decision_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON late_decision FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON late_decision EXECUTE FUNCTION refuse_change();

-- Acceptances that nobody took back.
CREATE VIEW late_accepted AS
  SELECT d.id, d.submission_id, d.field, d.save_event_id FROM late_decision d
  WHERE d.accepted AND NOT EXISTS (SELECT FROM late_decision n
    WHERE n.submission_id = d.submission_id AND n.field = d.field AND n.save_event_id = d.save_event_id
      AND n.id > d.id AND NOT n.accepted);

-- What is graded and shown: the frozen answers, where nothing late was accepted over them; the newest acceptance counts.
CREATE VIEW answer_that_counts AS
  SELECT a.submission_id, a.field, a.save_event_id, a.epoch, a.revision, a.value FROM submission_answer a
  WHERE NOT EXISTS (SELECT FROM late_accepted l WHERE l.submission_id = a.submission_id AND l.field = a.field)
  UNION ALL
  SELECT l.submission_id, l.field, l.save_event_id, e.epoch, e.revision, e.value
  FROM late_accepted l JOIN save_event e ON e.id = l.save_event_id
  WHERE NOT EXISTS (SELECT FROM late_accepted n WHERE n.submission_id = l.submission_id AND n.field = l.field AND n.id > l.id);

-- Which state of a submission is graded: the last decision that changed what counts; 0 where none did.
CREATE FUNCTION amendment_of(p_submission uuid) RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT coalesce(max(d.id), 0) FROM late_decision d
  WHERE d.submission_id = p_submission AND (d.accepted OR EXISTS (SELECT FROM late_decision b
    WHERE b.submission_id = d.submission_id AND b.save_event_id = d.save_event_id AND b.accepted AND b.id < d.id))
$$;

-- Takes what arrived within the exam's sync grace into a submission that the deadline closed, where it is newer than what
-- counts; what a person decided on a field stays. Returns the submission if anything was taken: it is to be graded anew.
CREATE FUNCTION accept_in_grace(p_attempt uuid) RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE
  v_submission uuid;
BEGIN
  PERFORM FROM attempt WHERE id = p_attempt FOR NO KEY UPDATE;
  SELECT id INTO v_submission FROM submission WHERE attempt_id = p_attempt AND closed_by = 'deadline';
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  INSERT INTO late_decision (submission_id, field, save_event_id, accepted)
    SELECT DISTINCT ON (e.field) v_submission, e.field, e.id, true
    FROM attempt a
    JOIN exam x ON x.id = a.exam_id
    JOIN save_event e ON e.attempt_id = a.id AND e.late AND e.field NOT LIKE '%#%'
      AND e.received_at <= attempt_shuts(a.id) + make_interval(secs => x.sync_grace_seconds)
    LEFT JOIN answer_that_counts c ON c.submission_id = v_submission AND c.field = e.field
    WHERE a.id = p_attempt AND (c.field IS NULL OR (e.epoch, e.revision) > (c.epoch, c.revision))
      AND e.value IS DISTINCT FROM c.value
      AND NOT EXISTS (SELECT FROM late_decision d
        WHERE d.submission_id = v_submission AND d.field = e.field AND d.person_id IS NOT NULL)
    ORDER BY e.field, e.epoch DESC, e.revision DESC, e.id;
  RETURN CASE WHEN FOUND THEN v_submission END;
END $$;
