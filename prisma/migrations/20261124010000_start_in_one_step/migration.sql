-- Starts a person's one attempt where the window allows it, each question with a variant of its pool by chance; returns
-- the attempt, also one that was started before, or NULL where there is none. One round trip: a class starts at once.
CREATE FUNCTION start_attempt(p_exam uuid, p_person uuid) RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE
  v_attempt uuid;
BEGIN
  INSERT INTO attempt (exam_id, person_id)
    SELECT e.id, p_person FROM exam e CROSS JOIN LATERAL exam_time(e.id, p_person) t
    WHERE e.id = p_exam AND e.state = 'published'
      AND clock_timestamp() >= coalesce(t.opens_at, '-infinity')
      AND clock_timestamp() < coalesce(t.closes_at, 'infinity')
    ON CONFLICT (exam_id, person_id) DO NOTHING RETURNING id INTO v_attempt;
  IF v_attempt IS NULL THEN
    RETURN (SELECT id FROM attempt WHERE exam_id = p_exam AND person_id = p_person);
  END IF;
  INSERT INTO attempt_question (attempt_id, exam_question_id, variant_id)
    SELECT v_attempt, q.id, (SELECT p.variant_id FROM pool_variant p WHERE p.exam_question_id = q.id ORDER BY random() LIMIT 1)
    FROM exam_question q WHERE q.exam_id = p_exam;
  RETURN v_attempt;
END $$;
