import { query } from '../../db/query.ts'
import type { BankAnswer, Count } from './bank-card.ts'
import { visibleQuestions } from './visible.ts'

/** Where the person is staff; everywhere for administrators. */
const staffOf = (course: string) => `EXISTS (SELECT FROM person z
  LEFT JOIN membership m ON m.person_id = z.id AND m.course_id = ${course} AND m.role IN ('ta', 'instructor')
  WHERE z.id = $1 AND (z.administrator OR m.role IS NOT NULL))`

/** More of a kind nobody finds anything in. */
const most = 300

/** The topics, kinds and tags there are among the questions that may be seen, the commonest first. */
export async function bankFacets(personId: string, courseId: string | null): Promise<BankAnswer['facets']> {
  const rows = await query<{ facet: keyof BankAnswer['facets'] } & Count>(
    `WITH seen AS MATERIALIZED (SELECT question_id, topics, kinds FROM (${visibleQuestions}) v)
     SELECT facet, name, count FROM (
       SELECT facet, name, count(*)::int AS count, row_number() OVER (PARTITION BY facet ORDER BY count(*) DESC, name) AS place FROM (
       SELECT 'topics' AS facet, unnest(topics) AS name FROM seen
       UNION ALL SELECT 'kinds', unnest(kinds) FROM seen
       UNION ALL SELECT DISTINCT ON (t.question_id, t.tag) 'tags', t.tag FROM question_tag t JOIN seen USING (question_id)
         WHERE t.course_id = $2 OR $2::uuid IS NULL AND EXISTS (SELECT FROM membership m
           WHERE m.person_id = $1 AND m.course_id = t.course_id AND m.role IN ('ta', 'instructor'))) one
       GROUP BY facet, name) counted
     WHERE place <= ${most} ORDER BY place`,
    [personId, courseId],
  )
  const of = (facet: string): Count[] =>
    rows.filter((row) => row.facet === facet).map(({ name, count }) => ({ name, count }))
  return { topics: of('topics'), kinds: of('kinds'), tags: of('tags') }
}

/** Collections of the courses where the person is staff, or of one course. */
export async function knownCollections(personId: string, courseId: string | null): Promise<BankAnswer['collections']> {
  return query<BankAnswer['collections'][number]>(
    `SELECT l.id, l.title, o.id AS "courseId", o.title AS course,
       (SELECT count(*)::int FROM collection_question k WHERE k.collection_id = l.id) AS count
     FROM collection l JOIN course o ON o.id = l.course_id
     WHERE l.archived_at IS NULL AND ($2::uuid IS NULL OR l.course_id = $2) AND ${staffOf('l.course_id')}
     ORDER BY lower(l.title), l.id`,
    [personId, courseId],
  )
}

export async function staffCourses(personId: string): Promise<BankAnswer['courses']> {
  return query<BankAnswer['courses'][number]>(
    `SELECT c.id, c.title FROM course c WHERE ${staffOf('c.id')} ORDER BY lower(c.title), c.id`,
    [personId],
  )
}
