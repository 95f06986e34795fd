import type { GradingRow } from '../../grader/marking/grade-submission.ts'
import { operations } from '../../grader/operations/library.ts'
import type { QuestionDefinition } from '../../grader/question/definition.ts'
import { parseQuestion } from '../../grader/question/parse-question.ts'
import { query } from '../db/query.ts'

/** One question of one submission, ready to be graded. `id` of the row is the submission's. */
export interface Task {
  submissionId: string
  examQuestionId: string
  questionVersionId: string
  slug: string
  variantId: string
  /** the approved regrade whose correction accepts or gives more than one version does; null: none */
  regradeId: string | null
  /** the last decision on late content that this takes into account */
  amendment: number
  row: GradingRow
}

type Stored = Omit<Task, 'row'> & Pick<GradingRow, 'variant' | 'key'> & { answers: GradingRow['answers'] | null }

const keepAtMost = 500
const definitions = new Map<string, QuestionDefinition>()

/** The definition of a stored version, as the grader of today reads it. Versions never change. */
export async function definitionOf(questionVersionId: string): Promise<QuestionDefinition> {
  const found = definitions.get(questionVersionId)
  if (found) return found
  const [row] = await query<{ source: string; slug: string }>(
    'SELECT v.source, q.slug FROM question_version v JOIN question q ON q.id = v.question_id WHERE v.id = $1',
    [questionVersionId],
  )
  const parsed = row && parseQuestion(row.source, row.slug, operations)
  if (!parsed?.ok)
    throw new Error(`Version ${questionVersionId} cannot be read: ${parsed?.problems[0]?.message ?? 'gone'}`)
  if (definitions.size >= keepAtMost) definitions.clear()
  definitions.set(questionVersionId, parsed.question)
  return parsed.question
}

/** The questions of submissions, with variant, key and what was answered, by field name. */
export async function loadTasks(submissionIds: readonly string[]): Promise<Task[]> {
  const rows = await query<Stored>(
    `SELECT s.id AS "submissionId", q.id AS "examQuestionId", qv.id AS "questionVersionId", q.slug,
       v.variant_id AS "variantId", lifting_regrade(q) AS "regradeId",
       amendment_of(s.id)::int AS amendment,
       jsonb_build_object('slug', q.slug, 'version', qv.version, 'seed', v.seed, 'params', v.params,
         'arrangement', v.arrangement) AS variant, v.key,
       (SELECT jsonb_object_agg(substr(a.field, length(q.slug) + 2), a.value) FROM answer_that_counts a
        WHERE a.submission_id = s.id AND starts_with(a.field, q.slug || '.')) AS answers
     FROM submission s
     JOIN variant_as_graded v ON v.attempt_id = s.attempt_id
     JOIN exam_question q ON q.id = v.exam_question_id
     JOIN question_version qv ON qv.id = v.question_version_id
     WHERE s.id = ANY ($1) ORDER BY q.position`,
    [submissionIds],
  )
  return rows.map(({ variant, key, answers, ...task }) => ({
    ...task,
    row: { id: task.submissionId, variant, key, answers: answers ?? {} },
  }))
}
