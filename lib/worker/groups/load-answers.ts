import type { RawAnswer } from '../../../grader/answers/raw-answer.ts'
import type { Divergence, FieldGrading } from '../../../grader/marking/verdict.ts'
import type { AnswerField } from '../../../grader/question/definition.ts'
import type { StoredTensor, VariantKey } from '../../../grader/question/variant.ts'
import { query } from '../../db/query.ts'
import type { GivenAnswer, PartOfVariant } from '../../review/groups/answer.ts'

interface AnswerRow {
  submissionId: string
  answer: RawAnswer | null
  pages: boolean
  grading: FieldGrading
  divergence: Divergence | null
  at: string
}

interface VariantRow {
  at: string
  seed: string
  questionVersionId: string
  params: Record<string, StoredTensor>
  arrangement: Record<string, number[]>
  key: Pick<VariantKey, 'expected' | 'bands'>
  answers: AnswerField[] | null
}

export interface PartAnswers {
  answers: GivenAnswer[]
  /** the versions of the question that they were graded by */
  versions: string[]
}

/** All graded answers to a part, with what the grader found and what was expected of each. */
export async function loadAnswers(examQuestionId: string, field: string): Promise<PartAnswers> {
  const name = field.slice(field.indexOf('.') + 1)
  const [rows, variants] = await Promise.all([
    query<AnswerRow>(
      `SELECT e.submission_id AS "submissionId", v.variant_id || '/' || v.question_version_id AS at,
         (SELECT f FROM jsonb_array_elements(g.result->'fields') f WHERE f->>'field' = $3) AS grading,
         g.result->'divergence' AS divergence,
         (SELECT value FROM answer_that_counts WHERE submission_id = e.submission_id AND field = $2) AS answer,
         EXISTS (SELECT FROM answer_that_counts p WHERE p.submission_id = e.submission_id
           AND starts_with(p.field, $2 || '/page-') AND p.value <> 'null') AS pages
       FROM counted_review_entry e JOIN grading g ON g.id = e.grading_id
       JOIN submission s ON s.id = e.submission_id
       JOIN variant_as_graded v ON v.attempt_id = s.attempt_id AND v.exam_question_id = e.exam_question_id
       WHERE e.exam_question_id = $1 AND e.field = $2`,
      [examQuestionId, field, name],
    ),
    query<VariantRow>(
      `SELECT DISTINCT ON (v.variant_id, v.question_version_id) v.variant_id || '/' || v.question_version_id AS at, v.seed,
         v.question_version_id AS "questionVersionId", v.params, v.arrangement,
         jsonb_build_object('expected', v.key->'expected', 'bands', v.key->'bands') AS key, qv.definition->'answers' AS answers
       FROM variant_as_graded v JOIN question_version qv ON qv.id = v.question_version_id
       WHERE v.exam_question_id = $1`,
      [examQuestionId],
    ),
  ])
  const parts = new Map(variants.map((row) => [row.at, partOf(row, name)]))
  return {
    answers: rows.flatMap(({ at, grading, ...row }) => {
      const variant = parts.get(at)
      return variant && grading ? [{ ...row, grading, variant }] : []
    }),
    versions: [...new Set(variants.map(({ questionVersionId }) => questionVersionId))],
  }
}

function partOf({ seed, params, arrangement, key, answers }: VariantRow, name: string): PartOfVariant {
  const field = answers?.find((candidate) => candidate.name === name)
  return {
    seed,
    step: field && 'step' in field ? field.step : null,
    bands: key.bands?.[name] ?? [],
    steps: key.expected ?? {},
    params,
    arrangement: arrangement[name] ?? [],
  }
}
