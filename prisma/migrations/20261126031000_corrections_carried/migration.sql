-- A regrade of questions that were corrected before goes by what is published when it runs: the way of correcting is carried over.
ALTER TABLE question_correction ALTER COLUMN question_version_id DROP NOT NULL;

-- The approved regrade of an exam question whose correction accepts or gives more than its version alone; null: none.
CREATE FUNCTION lifting_regrade(question exam_question) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT c.regrade_id FROM question_correction c
  WHERE c.regrade_id = question.regrade_id AND c.exam_question_id = question.id AND c.policy <> 'regrade'
$$;

ALTER TYPE mail_kind ADD VALUE 'corrected';
