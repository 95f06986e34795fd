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
