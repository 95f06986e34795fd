-- Exams that are built in the browser: who saved which state of a draft, what becomes of the questions that leave it, and
-- trials, which only their tester sits.
ALTER TABLE exam
  -- of the plan: saving names the one it changes
  ADD COLUMN revision integer NOT NULL DEFAULT 1,
  ADD COLUMN changed_by uuid REFERENCES person (id) ON DELETE SET NULL ON UPDATE CASCADE,
  ADD COLUMN changed_at timestamptz(6),
  -- of a trial: the plan it was made of, and when it was thrown away
  ADD COLUMN trial_revision integer,
  ADD COLUMN discarded_at timestamptz(6);

-- Who may sit an exam: the students of its course; a trial, its tester alone.
CREATE VIEW exam_student AS
  SELECT e.id AS exam_id, m.person_id FROM exam e JOIN membership m ON m.course_id = e.course_id AND m.role = 'student'
    WHERE e.trial_of IS NULL
  UNION ALL
  SELECT id, trial_person FROM exam WHERE trial_of IS NOT NULL AND discarded_at IS NULL;

-- A question may leave a draft; the report on its audit stays, without a place in an exam.
CREATE FUNCTION refuse_change_of_report() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NEW.exam_question_id IS NULL AND OLD.exam_question_id IS NOT NULL
      AND to_jsonb(NEW) - 'exam_question_id' = to_jsonb(OLD) - 'exam_question_id'
      AND NOT EXISTS (SELECT FROM exam_question WHERE id = OLD.exam_question_id) THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
DROP TRIGGER append_only ON audit_report;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit_report FOR EACH ROW EXECUTE FUNCTION refuse_change_of_report();
ALTER TABLE audit_report DROP CONSTRAINT audit_report_exam_question_id_fkey;
ALTER TABLE audit_report ADD CONSTRAINT audit_report_exam_question_id_fkey
  FOREIGN KEY (exam_question_id) REFERENCES exam_question (id) ON DELETE SET NULL ON UPDATE CASCADE;
