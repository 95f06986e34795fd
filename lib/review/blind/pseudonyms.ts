import type { Query } from '../../db/query.ts'
import { pseudonym } from './pseudonym.ts'

/** What reviewers of an exam call the student of an attempt within one of its questions. */
export async function pseudonymsOf(
  run: Query,
  examId: string,
): Promise<(attemptId: string, examQuestionId: string) => string> {
  const [row] = await run<{ key: Buffer }>('SELECT key FROM blind_review WHERE exam_id = $1', [examId])
  if (!row) throw new Error(`exam ${examId} has no key`)
  return (attemptId, examQuestionId) => pseudonym(row.key, attemptId, examQuestionId)
}
