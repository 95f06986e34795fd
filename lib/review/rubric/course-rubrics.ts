import type { AnswerField } from '../../../grader/question/definition.ts'
import { pointScale, roundPoints } from '../../attempts/scale.ts'
import { query } from '../../db/query.ts'
import { authoredRubric, type Rubric } from './rubric.ts'

/** A part of an exam of a course, and by what it is scored. */
export interface CourseRubric {
  examId: string
  exam: string
  field: string
  title: string
  label: string
  kind: string
  possible: number
  rubric: Rubric
}

interface QuestionRow {
  examId: string
  exam: string
  examQuestionId: string
  slug: string
  title: string
  points: number
  answers: AnswerField[]
}

/** Every part of a course's exams, or of one, with its rubric, in the order of the newest exam and its questions. */
export async function courseRubrics(courseId: string, examId: string | null = null): Promise<CourseRubric[]> {
  const [questions, stored] = await Promise.all([
    query<QuestionRow>(
      `SELECT e.id AS "examId", e.title AS exam, q.id AS "examQuestionId", q.slug, v.title, q.points,
         v.definition->'answers' AS answers
       FROM exam e JOIN exam_question q ON q.exam_id = e.id JOIN question_version v ON v.id = q.question_version_id
       WHERE e.course_id = $1 AND ($2::uuid IS NULL AND e.trial_of IS NULL OR e.id = $2)
       ORDER BY e.published_at DESC NULLS LAST, e.id, q.position`,
      [courseId, examId],
    ),
    query<Rubric & { examQuestionId: string; field: string }>(
      `SELECT DISTINCT ON (r.exam_question_id, r.field) r.exam_question_id AS "examQuestionId", r.field, r.version, r.base, r.items
       FROM rubric_version r JOIN exam_question q ON q.id = r.exam_question_id JOIN exam e ON e.id = q.exam_id
       WHERE e.course_id = $1 AND ($2::uuid IS NULL AND e.trial_of IS NULL OR e.id = $2)
       ORDER BY r.exam_question_id, r.field, r.version DESC`,
      [courseId, examId],
    ),
  ])
  const edited = new Map(stored.map(({ examQuestionId, field, ...rubric }) => [`${examQuestionId}/${field}`, rubric]))
  return questions.flatMap(({ examQuestionId, slug, answers, points, ...question }) => {
    const scale = pointScale(answers, points)
    return answers.map((answer) => {
      const field = `${slug}.${answer.name}`
      return {
        ...question,
        ...{
          field,
          label: answer.label ?? answer.name,
          kind: answer.kind,
          possible: roundPoints(answer.points * scale),
        },
        rubric:
          edited.get(`${examQuestionId}/${field}`) ?? authoredRubric('rubric' in answer ? answer.rubric : [], scale),
      }
    })
  })
}
