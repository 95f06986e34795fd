import type { Query } from '../db/query.ts'
import { invalid } from '../http/refusal.ts'

/** The person is a student of the exam's course. */
export async function requireStudentOf(query: Query, examId: string, personId: string): Promise<void> {
  const [student] = await query(
    `SELECT m.person_id FROM membership m JOIN exam e ON e.course_id = m.course_id
     WHERE e.id = $1 AND m.person_id = $2 AND m.role = 'student'`,
    [examId, personId],
  )
  if (!student) throw invalid('This person is no student of the course.', 'personId')
}

/** All of these are students of a course. The first who is none is named by their place in the list. */
export async function requireStudents(run: Query, courseId: string, people: readonly string[]): Promise<void> {
  const rows = await run<{ id: string }>(
    `SELECT person_id AS id FROM membership WHERE course_id = $1 AND person_id = ANY($2) AND role = 'student'`,
    [courseId, people],
  )
  const students = new Set(rows.map(({ id }) => id))
  const stranger = people.findIndex((id) => !students.has(id))
  if (stranger >= 0) throw invalid('This person is no student of the course.', `students.${stranger}.personId`)
}
