import type { PaperNode } from '../../grader/answers/paper.ts'
import type { Principal } from '../auth/principal.ts'
import { requirePerson } from '../auth/require.ts'
import { notFound } from '../http/refusal.ts'
import { renderAuthorMarkdown } from '../questions/render/markdown.ts'
import { type ExamEntry, studentExams } from './student-exams.ts'

export interface ExamStart extends ExamEntry {
  instructions: string
  instructionNodes: PaperNode[]
  questions: number
  points: number
  graceSeconds: number
  /** how long after the end what was typed offline still counts when it arrives */
  syncGraceSeconds: number
  accommodation: { extraSeconds: number } | null
  release: 'at-once' | 'by-staff'
  navigation: 'free' | 'forward'
  /** how often each question may be checked; 0: not at all, null: as often as one likes */
  checks: number | null
}

/** What the start page says: the rules as they are for this student. */
export async function examStart(principal: Principal | null, examId: string): Promise<ExamStart> {
  const { personId } = requirePerson(principal)
  const [row] = await studentExams(personId, examId)
  if (!row) throw notFound()
  const { extraSeconds, ...entry } = row
  return {
    ...entry,
    instructionNodes: renderAuthorMarkdown(entry.instructions),
    accommodation: extraSeconds > 0 ? { extraSeconds } : null,
  }
}
