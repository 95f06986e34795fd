const readable = (which: string) => `
    SELECT q.id AS question_id, q.slug, q.course_id, q.person_id, q.archived_at,
      CASE WHEN r.course_right IS NOT NULL THEN r.course_right WHEN q.course_id IS NULL THEN 'house' ELSE 'own' END AS best,
      p.administrator OR coalesce(r.course_right IN ('own', 'edit'), false) AS may_edit
    FROM question q
    JOIN person p ON p.id = $1
    LEFT JOIN LATERAL (
      SELECT x."right" AS course_right FROM question_right x
      WHERE x.question_id = q.id AND ($2::uuid IS NULL OR x.course_id = $2)
        AND (p.administrator AND $2::uuid IS NOT NULL OR EXISTS (SELECT FROM membership m
          WHERE m.person_id = $1 AND m.course_id = x.course_id AND m.role IN ('ta', 'instructor')))
      ORDER BY array_position(ARRAY['own', 'edit', 'use'], x."right") LIMIT 1) r ON true
    WHERE ${which}
      AND (q.course_id IS NULL OR r.course_right IS NOT NULL OR p.administrator AND $2::uuid IS NULL)`

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
