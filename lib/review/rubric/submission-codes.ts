import { query } from '../../db/query.ts'
import { studentCodes } from '../blind/student-codes.ts'
import type { RequiredPart } from './require-part.ts'

/** What stands for the students of some submissions, as the asker may see them. */
export async function submissionCodes(
  { examQuestionId, personId }: RequiredPart,
  submissionIds: readonly string[],
): Promise<Map<string, string>> {
  const [codeOf, rows] = await Promise.all([
    studentCodes(query, { examQuestionId, me: personId }),
    query<{ id: string; attemptId: string; student: string }>(
      `SELECT s.id, a.id AS "attemptId", p.name AS student
       FROM submission s JOIN attempt a ON a.id = s.attempt_id JOIN person p ON p.id = a.person_id
       WHERE s.id = ANY($1::uuid[])`,
      [submissionIds],
    ),
  ])
  return new Map(rows.map(({ id, ...answer }) => [id, codeOf(answer)]))
}
