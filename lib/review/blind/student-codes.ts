import type { Query } from '../../db/query.ts'
import { readRelease } from '../../release/read-release.ts'
import { type Blindness, showsNames } from './blindness.ts'
import { pseudonym } from './pseudonym.ts'

interface Row extends Omit<Blindness, 'released'> {
  key: Buffer
  examId: string
  assistant: boolean
}

/**
 * What stands for a student where the answers to a question are reviewed: a pseudonym, or the name where the exam lets
 * who asks see it.
 */
export async function studentCodes(
  run: Query,
  { examQuestionId, me }: { examQuestionId: string; me: string },
): Promise<(answer: { attemptId: string; student: string }) => string> {
  const [row] = await run<Row>(
    `SELECT b.key, b.anonymous, b.names_for_assistants AS "namesForAssistants", q.exam_id AS "examId", NOT EXISTS (
       SELECT FROM person p LEFT JOIN membership m ON m.person_id = p.id AND m.course_id = e.course_id
       WHERE p.id = $2 AND (p.administrator OR m.role = 'instructor')) AS assistant
     FROM exam_question q JOIN exam e ON e.id = q.exam_id JOIN blind_review b ON b.exam_id = e.id WHERE q.id = $1`,
    [examQuestionId, me],
  )
  if (!row) throw new Error(`there is no exam question ${examQuestionId}`)
  const { key, examId, assistant, ...setting } = row
  const { all: released } = await readRelease(examId, run)
  const named = showsNames({ ...setting, released }, assistant ? 'ta' : 'instructor')
  return ({ attemptId, student }) => (named ? student : pseudonym(key, attemptId, examQuestionId))
}
