-- A regrade is a draft of gradings: nothing of it counts until a person approves it, and nothing of it is ever overwritten.

DO $$
DECLARE
  kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['regrade_question', 'regrade_key', 'regrade_outcome', 'regrade_result'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', kept);
    EXECUTE format('CREATE TRIGGER no_truncate BEFORE TRUNCATE ON %I EXECUTE FUNCTION refuse_change()', kept);
  END LOOP;
END $$;

-- One regrade of an exam at a time: what students have must not change under another's comparison.
CREATE UNIQUE INDEX regrade_one_at_a_time ON regrade (exam_id) WHERE state IN ('running', 'ready', 'approving');

-- What was decided stays decided; who asked for what stays as it was.
CREATE FUNCTION refuse_regrade_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.state IN ('approved', 'discarded')
    OR (NEW.id, NEW.exam_id, NEW.slugs, NEW.asked_by, NEW.asked_at)
      IS DISTINCT FROM (OLD.id, OLD.exam_id, OLD.slugs, OLD.asked_by, OLD.asked_at)
    OR (NEW.state = 'approved' AND (OLD.state <> 'approving' OR NEW.decided_by IS NULL)) THEN
    RAISE EXCEPTION 'regrade % stays as it was', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER decided BEFORE UPDATE OR DELETE ON regrade FOR EACH ROW EXECUTE FUNCTION refuse_regrade_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON regrade EXECUTE FUNCTION refuse_change();

-- An exam question that somebody has been given keeps its points and its place, and its version as well, but for a regrade
-- that a person is approving.
CREATE OR REPLACE FUNCTION refuse_used_exam_question() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM attempt_question WHERE exam_question_id = OLD.id) THEN
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_OP = 'DELETE' OR (NEW.exam_id, NEW.slug, NEW.points) IS DISTINCT FROM (OLD.exam_id, OLD.slug, OLD.points)
    OR ((NEW.question_version_id, NEW.regrade_id) IS DISTINCT FROM (OLD.question_version_id, OLD.regrade_id)
      AND NOT EXISTS (
        SELECT FROM regrade r JOIN regrade_question rq ON rq.regrade_id = r.id
        WHERE r.id = NEW.regrade_id AND r.state = 'approving' AND rq.exam_question_id = OLD.id
          AND rq.old_version_id = OLD.question_version_id AND rq.new_version_id = NEW.question_version_id
          AND rq.problem IS NULL)) THEN
    RAISE EXCEPTION 'exam question % is used by an attempt', OLD.slug USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

-- What an attempt's question is graded and shown by after it is handed in: the variant that was given, under the key of
-- the approved regrade where there is one. The paper of the sitting itself is the variant's own.
CREATE VIEW variant_as_graded AS
  SELECT aq.attempt_id, aq.exam_question_id, aq.variant_id,
    coalesce(r.question_version_id, v.question_version_id) AS question_version_id, v.seed, v.params,
    coalesce(r.paper, v.paper) AS paper, coalesce(r.arrangement, k.arrangement) AS arrangement,
    coalesce(r.key, k.key) AS key, coalesce(r.solution, k.solution) AS solution
  FROM attempt_question aq
  JOIN exam_question q ON q.id = aq.exam_question_id
  JOIN variant v ON v.id = aq.variant_id
  JOIN variant_key k ON k.variant_id = aq.variant_id
  LEFT JOIN regrade_key r
    ON r.regrade_id = q.regrade_id AND r.exam_question_id = aq.exam_question_id AND r.variant_id = aq.variant_id;
