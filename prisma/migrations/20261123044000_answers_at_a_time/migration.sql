-- The answers of a submission that counted at a time: what a grading of then was made of.
CREATE FUNCTION answers_at(p_submission uuid, p_at timestamptz) RETURNS TABLE (field text, value jsonb)
LANGUAGE sql STABLE AS $$
  WITH decided AS (
    SELECT DISTINCT ON (d.save_event_id) d.id, d.field, d.save_event_id, d.accepted FROM late_decision d
    WHERE d.submission_id = p_submission AND d.created_at <= p_at ORDER BY d.save_event_id, d.id DESC),
  over AS (
    SELECT DISTINCT ON (d.field) d.field, e.value FROM decided d JOIN save_event e ON e.id = d.save_event_id
    WHERE d.accepted ORDER BY d.field, d.id DESC)
  SELECT a.field, a.value FROM submission_answer a
  WHERE a.submission_id = p_submission AND a.field NOT IN (SELECT o.field FROM over o)
  UNION ALL
  SELECT o.field, o.value FROM over o
$$;
