import type { Principal } from '../../auth/principal.ts'
import { requirePerson } from '../../auth/require.ts'
import { query } from '../../db/query.ts'
import { notFound } from '../../http/refusal.ts'

/** The exam that an attempt of one's own tries out; null: it is no trial. */
export async function triedExam(principal: Principal | null, attemptId: string): Promise<string | null> {
  const { personId } = requirePerson(principal)
  const [row] = await query<{ examId: string | null }>(
    'SELECT e.trial_of AS "examId" FROM attempt a JOIN exam e ON e.id = a.exam_id WHERE a.id = $1 AND a.person_id = $2',
    [attemptId, personId],
  )
  if (!row) throw notFound()
  return row.examId
}
