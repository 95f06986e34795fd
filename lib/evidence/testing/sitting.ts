import { randomUUID } from 'node:crypto'
import { attemptPaper } from '../../attempts/attempt-paper.ts'
import { type SavesReply, saveResponses } from '../../attempts/save-responses.ts'
import { startAttempt } from '../../attempts/start-attempt.ts'
import type { Principal } from '../../auth/principal.ts'
import { query } from '../../db/query.ts'
import { type ExamOptions, enrol, makeExam, makePerson, type Scenario } from '../../db/testing/scenario.ts'

/** A new student of the course who sits an exam of their own. */
export interface Sitter {
  person: Principal
  examId: string
  attemptId: string
  /** keys of the fields of the first question: a number and a text */
  y: string
  why: string
  save(field: string, epoch: number, revision: number, text: string, opId?: string): Promise<SavesReply>
  /** Ends the attempt's time so many seconds ago. */
  pass(seconds: number): Promise<unknown>
}

export async function sitter(people: Scenario, options: ExamOptions = {}): Promise<Sitter> {
  const person = await makePerson('Cleo')
  await enrol(people.courseId, person, 'student')
  const examId = await makeExam(people.courseId, { durationSeconds: 3600, slugs: ['alpha'], ...options })
  const { attemptId } = await startAttempt(person, examId)
  const slug = (await attemptPaper(person, attemptId)).questions[0]?.slug ?? ''
  const y = `${slug}.y`
  return {
    person,
    examId,
    attemptId,
    y,
    why: `${slug}.why`,
    save: (field, epoch, revision, text, opId = randomUUID()) => {
      const value = field === y ? { kind: 'number', text } : { kind: 'text', markdown: text }
      return saveResponses(person, attemptId, { epoch, saves: [{ field, revision, opId, value }] })
    },
    pass: (seconds) =>
      query(`UPDATE attempt SET started_at = clock_timestamp() - make_interval(secs => 3600 + $2) WHERE id = $1`, [
        attemptId,
        seconds,
      ]),
  }
}
