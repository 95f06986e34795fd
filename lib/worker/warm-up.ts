import type { RawAnswer } from '../../grader/answers/raw-answer.ts'
import type { Executors } from '../../grader/backends/executor.ts'
import { type GradingRow, gradeBatch } from '../../grader/marking/grade-submission.ts'
import type { AnswerField } from '../../grader/question/definition.ts'
import { query } from '../db/query.ts'
import { definitionOf } from './load-submissions.ts'

interface Sample extends Pick<GradingRow, 'variant' | 'key'> {
  questionVersionId: string
}

/** An answer that makes the grader execute: a right one, but for the first cell. */
function answerFor(field: AnswerField, { key }: Sample): RawAnswer | null {
  if (field.kind === 'formula') return { kind: 'formula', notation: 'text', source: field.source }
  if (!('step' in field) && field.kind !== 'property') return null
  const expected = key.expected['step' in field ? field.step : field.name]
  if (!expected) return null
  const cells = expected.data.map((value, k) => String(k === 0 ? value + 1 : value))
  if (field.kind === 'tensor' || (field.kind === 'property' && expected.shape.length > 0))
    return { kind: 'tensor', shape: expected.shape, cells }
  if (field.kind === 'shape') return { kind: 'shape', text: expected.data.join(', ') }
  return { kind: 'number', text: cells[0] ?? '' }
}

/**
 * Grades one made-up answer to every question of the published exams, or of the one exam that is named, and forgets it:
 * kernels are compiled and programs planned before anybody waits for them.
 */
export async function warmUp(executors: Executors, examId: string | null = null): Promise<void> {
  const samples = await query<Sample>(
    `SELECT DISTINCT ON (qv.id) qv.id AS "questionVersionId", k.key,
       jsonb_build_object('slug', q.slug, 'version', qv.version, 'seed', v.seed, 'params', v.params,
         'arrangement', k.arrangement) AS variant
     FROM exam e JOIN exam_question q ON q.exam_id = e.id JOIN pool_variant p ON p.exam_question_id = q.id
     JOIN variant v ON v.id = p.variant_id JOIN variant_key k ON k.variant_id = v.id
     JOIN question_version qv ON qv.id = v.question_version_id
     WHERE CASE WHEN $1::uuid IS NULL THEN e.state = 'published' AND coalesce(e.closes_at, 'infinity') > clock_timestamp()
       ELSE e.id = $1 END
     ORDER BY qv.id LIMIT 200`,
    [examId],
  )
  for (const sample of samples) {
    const question = await definitionOf(sample.questionVersionId)
    const answers = Object.fromEntries(question.answers.map((field) => [field.name, answerFor(field, sample)]))
    await gradeBatch(question, [{ id: 'warm-up', variant: sample.variant, key: sample.key, answers }], executors)
  }
}
