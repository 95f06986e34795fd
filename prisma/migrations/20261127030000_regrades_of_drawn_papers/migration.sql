-- What a regrade is about: of each submission the regraded questions that its student was given. Where papers are drawn not
-- everybody has every question. A question that cannot be regraded is left out once that is settled.
CREATE VIEW regrade_asked AS
  SELECT r.id AS regrade_id, s.id AS submission_id, q.id AS exam_question_id
  FROM regrade r
  JOIN exam_question q ON q.exam_id = r.exam_id AND q.slug = ANY (r.slugs)
  JOIN attempt a ON a.exam_id = r.exam_id
  JOIN attempt_question aq ON aq.attempt_id = a.id AND aq.exam_question_id = q.id
  JOIN submission s ON s.attempt_id = a.id
  LEFT JOIN regrade_question d ON d.regrade_id = r.id AND d.exam_question_id = q.id
  WHERE d.problem IS NULL;
