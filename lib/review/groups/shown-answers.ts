import type { Field } from '../../../grader/answers/field.ts'
import type { PaperNode } from '../../../grader/answers/paper.ts'
import type { RawAnswer } from '../../../grader/answers/raw-answer.ts'
import type { Query } from '../../db/query.ts'
import { renderStudentMarkdown } from '../../questions/render/markdown.ts'
import { studentCodes } from '../blind/student-codes.ts'

/** An answer to be looked at among others. It says nothing of whose it is. */
export interface ShownAnswer {
  submissionId: string
  /** stands for the student */
  code: string
  /** the part as it was printed for this student */
  printed: Field | null
  answer: RawAnswer | null
  /** a text rendered for reading; null for other kinds */
  nodes: PaperNode[] | null
}

interface Row extends Omit<ShownAnswer, 'code' | 'nodes'> {
  attemptId: string
  student: string
}

interface Wanted {
  examQuestionId: string
  field: string
  /** who asks */
  me: string
}

/** Answers to a part, by submission. */
export async function shownAnswers(
  run: Query,
  { examQuestionId, field, me }: Wanted,
  submissions: readonly string[],
): Promise<Map<string, ShownAnswer>> {
  const [codeOf, rows] = await Promise.all([
    studentCodes(run, { examQuestionId, me }),
    run<Row>(
      `SELECT s.id AS "submissionId", s.attempt_id AS "attemptId",
         (SELECT p.name FROM attempt a JOIN person p ON p.id = a.person_id WHERE a.id = s.attempt_id) AS student,
         (SELECT f FROM jsonb_array_elements(v.paper->'fields') f WHERE f->>'name' = $3) AS printed,
         (SELECT value FROM answer_that_counts WHERE submission_id = s.id AND field = $4) AS answer
       FROM submission s
       JOIN variant_as_graded v ON v.attempt_id = s.attempt_id AND v.exam_question_id = $2
       WHERE s.id = ANY ($1)`,
      [submissions, examQuestionId, field.slice(field.indexOf('.') + 1), field],
    ),
  ])
  return new Map(
    rows.map(({ attemptId, student, ...row }) => [
      row.submissionId,
      {
        ...row,
        code: codeOf({ attemptId, student }),
        nodes: row.answer?.kind === 'text' ? renderStudentMarkdown(row.answer.markdown) : null,
      },
    ]),
  )
}
