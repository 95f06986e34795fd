/**
 * SQL: the trial `t` is of the exam `e` as it is now: its plan has not changed since, nor, where it is published, the questions
 * that students get.
 */
export const triedAsItIs = `(t.trial_revision = e.revision AND (e.state <> 'published' OR NOT EXISTS (
  SELECT FROM exam_question q JOIN exam_question o ON o.exam_id = t.id AND o.slug = q.slug
  WHERE q.exam_id = e.id AND o.question_version_id <> q.question_version_id)))`
