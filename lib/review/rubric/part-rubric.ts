import type { AnswerField } from '../../../grader/question/definition.ts'
import { pointScale, roundPoints } from '../../attempts/scale.ts'
import type { Query } from '../../db/query.ts'
import { authoredRubric, type Rubric, storedRubric } from './rubric.ts'

export interface PartRubric {
  rubric: Rubric
  /** most points the part can have in its exam */
  possible: number
}

/** The rubric by which a part is scored now, or by which it was as version `version`: its own, or the question file's. */
export async function partRubric(
  run: Query,
  examQuestionId: string,
  field: string,
  version: number | null = null,
): Promise<PartRubric> {
  const [row] = await run<{ points: number; answers: AnswerField[] | null }>(
    `SELECT q.points, v.definition->'answers' AS answers
     FROM exam_question q JOIN question_version v ON v.id = q.question_version_id WHERE q.id = $1`,
    [examQuestionId],
  )
  const answers = row?.answers ?? []
  const scale = pointScale(answers, row?.points ?? 0)
  const authored = answers.find(({ name }) => name === field.slice(field.indexOf('.') + 1))
  const stored = version === 0 ? null : await storedRubric(run, examQuestionId, field, version)
  return {
    rubric: stored ?? authoredRubric(authored && 'rubric' in authored ? authored.rubric : [], scale),
    possible: roundPoints((authored?.points ?? 0) * scale),
  }
}
