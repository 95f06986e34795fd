import type { Executors } from '../../grader/backends/executor.ts'
import { executionOf } from '../../grader/marking/execution.ts'
import type { FieldGrading, QuestionGrading } from '../../grader/marking/verdict.ts'
import type { Variant } from '../../grader/question/variant.ts'
import { query } from '../db/query.ts'
import { storeGradings } from '../grading/store-gradings.ts'
import { loadTasks } from './load-submissions.ts'

interface Graded {
  examQuestionId: string
}
interface Asked {
  name: string
  kind: string
  points: number
}

/** A grading that holds every field for a person, with the reason for staff. */
export function heldGrading(
  { slug, version, seed }: Variant,
  fields: readonly Asked[],
  executors: Executors,
  reason: string,
): QuestionGrading {
  return {
    slug,
    version,
    seed,
    fields: fields.map(
      ({ name, kind, points }): FieldGrading => ({
        field: name,
        kind,
        points,
        verdict: 'broken',
        score: null,
        staffNote: `The grader failed on this submission: ${reason}`,
      }),
    ),
    firstWrongStep: null,
    // its own key: a later grading that succeeds is a new entry and counts instead
    execution: { ...executionOf(executors, 0), grader: 'needs-human' },
  }
}

/**
 * A submission whose grading failed every time: the questions without a grading get one that holds every field for a
 * person, with the reason for staff. Nothing is scored.
 */
export async function holdForHuman(submissionId: string, executors: Executors, reason: string): Promise<void> {
  const graded = await query<Graded>(
    'SELECT exam_question_id AS "examQuestionId" FROM grading WHERE submission_id = $1',
    [submissionId],
  )
  const done = new Set(graded.map(({ examQuestionId }) => examQuestionId))
  const tasks = (await loadTasks([submissionId])).filter((task) => !done.has(task.examQuestionId))
  const papers = await query<{ examQuestionId: string; fields: Asked[] }>(
    `SELECT v.exam_question_id AS "examQuestionId", v.paper->'fields' AS fields
     FROM submission s JOIN variant_as_graded v ON v.attempt_id = s.attempt_id
     WHERE s.id = $1`,
    [submissionId],
  )
  const fieldsOf = new Map(papers.map(({ examQuestionId, fields }) => [examQuestionId, fields]))
  const gradings = tasks.map((task) => ({
    ...task,
    grading: heldGrading(task.row.variant, fieldsOf.get(task.examQuestionId) ?? [], executors, reason),
  }))
  await storeGradings(query, gradings)
}
