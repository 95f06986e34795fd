import type { PaperQuestion } from '../../grader/answers/paper.ts'
import type { RawAnswer } from '../../grader/answers/raw-answer.ts'
import type { FieldGrading } from '../../grader/marking/verdict.ts'
import type { AnswerField } from '../../grader/question/definition.ts'
import { pointScale, roundPoints } from '../attempts/scale.ts'
import { query } from '../db/query.ts'

/** One field of a submission with all that is needed to decide it. */
export interface SubmissionField {
  submissionId: string
  attemptId: string
  examId: string
  courseId: string
  examQuestionId: string
  slug: string
  name: string
  paper: PaperQuestion
  authored: AnswerField | null
  answer: RawAnswer | null
  grading: FieldGrading | null
  gradingId: string | null
  /** most points the field can have in this exam */
  points: number
}

type Row = Omit<SubmissionField, 'points' | 'name' | 'grading' | 'authored'> & {
  questionPoints: number
  answers: AnswerField[]
  gradings: FieldGrading[] | null
}

/** The field `slug.name` of a submission, or null. */
export async function submissionField(submissionId: string, key: string): Promise<SubmissionField | null> {
  const slug = key.slice(0, key.indexOf('.'))
  const name = key.slice(slug.length + 1)
  const [row] = await query<Row>(
    `SELECT s.id AS "submissionId", a.id AS "attemptId", e.id AS "examId", e.course_id AS "courseId", q.id AS "examQuestionId", q.slug, v.paper,
       q.points AS "questionPoints", qv.definition->'answers' AS answers, g.id::text AS "gradingId",
       g.result->'fields' AS gradings,
       (SELECT value FROM answer_that_counts WHERE submission_id = s.id AND field = $2) AS answer
     FROM submission s
     JOIN attempt a ON a.id = s.attempt_id
     JOIN exam e ON e.id = a.exam_id
     JOIN variant_as_graded v ON v.attempt_id = a.id
     JOIN exam_question q ON q.id = v.exam_question_id AND q.slug = $3
     JOIN question_version qv ON qv.id = v.question_version_id
     LEFT JOIN LATERAL (SELECT id, result FROM grading WHERE submission_id = s.id AND exam_question_id = q.id
       ORDER BY id DESC LIMIT 1) g ON true
     WHERE s.id = $1`,
    [submissionId, key, slug],
  )
  const field = row?.paper.fields.find((candidate) => candidate.name === name)
  if (!row || !field) return null
  const { questionPoints, answers, gradings, ...rest } = row
  return {
    ...rest,
    name,
    authored: answers.find((candidate) => candidate.name === name) ?? null,
    grading: gradings?.find((candidate) => candidate.field === name) ?? null,
    points: roundPoints(field.points * pointScale(row.paper.fields, questionPoints)),
  }
}
