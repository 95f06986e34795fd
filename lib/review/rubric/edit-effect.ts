import type { Query } from '../../db/query.ts'
import { Refusal } from '../../http/refusal.ts'
import { editedRubric, type RubricEdit } from './edited-rubric.ts'
import { type Change, effectName, effectOf, type StandingReview } from './effect.ts'
import { partRubric } from './part-rubric.ts'
import type { RequiredPart } from './require-part.ts'
import type { Rubric } from './rubric.ts'
import { standingReviews } from './standing-reviews.ts'

export interface EditEffect {
  current: Rubric
  rubric: Rubric
  reviews: StandingReview[]
  changes: Change[]
  /** names rubric and changes: another name, another effect */
  name: string
}

/** What an edit would do as things stand now. Previewing and applying both ask here, so that they cannot differ. */
export async function editEffect(run: Query, part: RequiredPart, edit: RubricEdit): Promise<EditEffect> {
  const { examId, examQuestionId, field } = part
  const present = await partRubric(run, examQuestionId, field)
  const { rubric: current } = present
  if (edit.version !== current.version) {
    throw new Refusal(409, 'rubric-changed', 'Somebody else has changed this rubric meanwhile. Please look again.')
  }
  const rubric = editedRubric(edit, current, await formerIds(run, examQuestionId, field))
  const reviews = await standingReviews(run, examId, field, present)
  const changes = effectOf(reviews, rubric)
  return { current, rubric, reviews, changes, name: effectName(rubric, changes) }
}

/** Ids of items that were there once: an earlier rubric may be taken over again. */
async function formerIds(run: Query, examQuestionId: string, field: string): Promise<string[]> {
  const { rubric: file } = await partRubric(run, examQuestionId, field, 0)
  const rows = await run<{ id: string }>(
    `SELECT DISTINCT item->>'id' AS id FROM rubric_version CROSS JOIN LATERAL jsonb_array_elements(items) item
     WHERE exam_question_id = $1 AND field = $2`,
    [examQuestionId, field],
  )
  return [...file.items, ...rows].map(({ id }) => id)
}
