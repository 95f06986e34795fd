/**
 * SQL from an attempt `a` (its `attempt_id`) to the fields of what was handed in of it, as they were graded last: the
 * submission `s`, its exam question `q`, the field on the paper `p` and in the grading `f`, `w.scale` from the points of the
 * question file to those of the exam, and `r`, the newest decision of a person, if there is one.
 */
export const partsAsGraded = `
  JOIN submission s ON s.attempt_id = a.attempt_id
  JOIN variant_as_graded v ON v.attempt_id = a.attempt_id
  JOIN exam_question q ON q.id = v.exam_question_id
  JOIN LATERAL (SELECT result FROM grading WHERE submission_id = s.id AND exam_question_id = q.id
    ORDER BY id DESC LIMIT 1) g ON true
  CROSS JOIN LATERAL (SELECT q.points / nullif(sum((p->>'points')::float8), 0) AS scale
    FROM jsonb_array_elements(v.paper->'fields') p) w
  CROSS JOIN LATERAL jsonb_array_elements(v.paper->'fields') p
  JOIN LATERAL jsonb_array_elements(g.result->'fields') f ON f->>'field' = p->>'name'
  LEFT JOIN newest_review r ON r.submission_id = s.id AND r.field = q.slug || '.' || (p->>'name')`

/** SQL of the points that the grader gave a field, in those of the exam; null where it left it to a person. */
export const gradedPoints = `(f->>'score')::float8 * (p->>'points')::float8 * w.scale`
