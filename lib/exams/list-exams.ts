import type { Principal } from '../auth/principal.ts'
import { requirePerson } from '../auth/require.ts'
import { type ExamEntry, studentExams } from './student-exams.ts'

export type { ExamEntry } from './student-exams.ts'

/** The exams the person sits as a student, newest window first. */
export async function listExams(principal: Principal | null): Promise<ExamEntry[]> {
  const { personId } = requirePerson(principal)
  const rows = await studentExams(personId)
  return rows.map(
    ({
      instructions: _i,
      graceSeconds: _g,
      syncGraceSeconds: _s,
      extraSeconds: _e,
      release: _r,
      mode: _m,
      navigation: _n,
      checks: _c,
      questions: _q,
      points: _p,
      ...entry
    }) => entry,
  )
}
