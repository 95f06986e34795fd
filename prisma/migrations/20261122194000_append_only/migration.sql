-- Nothing is overwritten: what was saved, handed in, graded, decided or released stays as it was written.

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

DO $$
DECLARE
  kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['save_event', 'submission', 'submission_answer', 'grading', 'review', 'release', 'audit_report'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', kept);
    EXECUTE format('CREATE TRIGGER no_truncate BEFORE TRUNCATE ON %I EXECUTE FUNCTION refuse_change()', kept);
  END LOOP;
  -- Versions and variants never change; one that nothing refers to may be removed (the foreign keys see to that).
  FOREACH kept IN ARRAY ARRAY['question_version', 'variant', 'variant_key', 'attempt_question'] LOOP
    EXECUTE format('CREATE TRIGGER immutable BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', kept);
    EXECUTE format('CREATE TRIGGER no_truncate BEFORE TRUNCATE ON %I EXECUTE FUNCTION refuse_change()', kept);
  END LOOP;
END $$;

-- A key goes only with its variant, and a variant that was handed out stays.
CREATE FUNCTION refuse_used_variant() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM attempt_question WHERE variant_id = OLD.variant_id) THEN
    RAISE EXCEPTION 'variant % is used by an attempt', OLD.variant_id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER used BEFORE DELETE ON variant_key FOR EACH ROW EXECUTE FUNCTION refuse_used_variant();

-- An exam question that somebody has been given keeps its version, its points and its place.
CREATE FUNCTION refuse_used_exam_question() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM attempt_question WHERE exam_question_id = OLD.id)
    AND (TG_OP = 'DELETE' OR (NEW.exam_id, NEW.slug, NEW.question_version_id, NEW.points)
      IS DISTINCT FROM (OLD.exam_id, OLD.slug, OLD.question_version_id, OLD.points)) THEN
    RAISE EXCEPTION 'exam question % is used by an attempt', OLD.slug USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER used BEFORE UPDATE OR DELETE ON exam_question FOR EACH ROW EXECUTE FUNCTION refuse_used_exam_question();
