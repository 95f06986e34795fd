-- The idempotence key of the grading that an approved regrade appends: it names the regrade.
CREATE FUNCTION regrade_grading_key(result regrade_result) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT result.submission_id || '/' || result.exam_question_id || '/regrade/' || result.regrade_id
$$;
