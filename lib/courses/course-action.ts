import type { Query } from '../db/query.ts'

/** What is done to a course and its people. The words are kept for good. */
export type CourseActionName =
  | 'make'
  | 'settings'
  | 'import'
  | 'change'
  | 'remove'
  | 'accommodate'
  | 'invite'
  | 'rooms'
  | 'join'
  | 'reset'
  | 'password'

/** Writes down who did what, in the transaction that does it. */
export async function logCourse(
  run: Query,
  courseId: string,
  personId: string,
  action: CourseActionName,
  details: Record<string, unknown>,
): Promise<void> {
  await run('INSERT INTO course_action (course_id, person_id, action, details) VALUES ($1, $2, $3, $4)', [
    courseId,
    personId,
    action,
    JSON.stringify(details),
  ])
}

/** Holds the people of a course: two changes of them take turns, and each decides by what the one before left. */
export async function holdCourse(run: Query, courseId: string): Promise<void> {
  await run('SELECT FROM course WHERE id = $1 FOR UPDATE', [courseId])
}
