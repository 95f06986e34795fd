import type { Principal } from '../auth/principal.ts'
import { requireRole } from '../auth/require.ts'
import { query } from '../db/query.ts'
import { notFound } from '../http/refusal.ts'

/** Somebody who may sit the exam: a student of its course; a trial, the one member of staff whose it is. */
export async function requireSitter(principal: Principal | null, examId: string): Promise<Principal> {
  const [exam] = await query<{ courseId: string; trialPerson: string | null; discarded: boolean }>(
    `SELECT course_id AS "courseId", trial_person AS "trialPerson", discarded_at IS NOT NULL AS discarded
     FROM exam WHERE id = $1`,
    [examId],
  )
  if (!exam?.trialPerson) return requireRole(principal, exam?.courseId, ['student'])
  const { personId, ...person } = await requireRole(principal, exam.courseId, ['ta', 'instructor'])
  if (personId !== exam.trialPerson || exam.discarded) throw notFound()
  return { ...person, personId }
}
