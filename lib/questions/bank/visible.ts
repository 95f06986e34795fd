const rights = `ARRAY['own', 'edit', 'use']`

// The rights of all one's courses at once: asked of each question apart, thousands of them took a second.
const readable = (which: string) => `
    SELECT q.id AS question_id, q.slug, q.course_id, q.person_id, q.archived_at,
      coalesce(r.best, CASE WHEN q.course_id IS NULL THEN 'house' ELSE 'own' END) AS best,
      p.administrator OR coalesce(r.best IN ('own', 'edit'), false) AS may_edit
    FROM question q
    JOIN person p ON p.id = $1
    LEFT JOIN (
      SELECT x.question_id, (${rights})[min(array_position(${rights}, x."right"))] AS best FROM question_right x
      WHERE ($2::uuid IS NULL OR x.course_id = $2) AND x.course_id IN (
        SELECT m.course_id FROM membership m WHERE m.person_id = $1 AND m.role IN ('ta', 'instructor')
        UNION SELECT $2 FROM person z WHERE z.id = $1 AND z.administrator AND $2::uuid IS NOT NULL)
      GROUP BY x.question_id) r ON r.question_id = q.id
    WHERE ${which}
      AND (q.course_id IS NULL OR r.best IS NOT NULL OR p.administrator AND $2::uuid IS NULL)`

/** SQL of the questions that the person $1 may read, with the best right to each; where $2 is a course, what that may use. */
export const readableQuestions = readable('q.archived_at IS NULL')

/** The same of those that were put away. */
export const archivedQuestions = readable('q.archived_at IS NOT NULL')

/** Both: whoever has the address of one that was put away still reads it. */
export const allReadable = readable('true')

/**
 * SQL of the questions that the person $1 finds in lists, with the best right to each; where $2 is a course, what that
 * course may use. What is a draft and nothing else is there for those alone who may edit it.
 */
export const visibleQuestions = `
  SELECT * FROM (${readableQuestions}) v
  JOIN question_card c USING (question_id)
  WHERE c.standing <> 'draft' OR v.may_edit`
