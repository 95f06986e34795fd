import type { PaperNode } from '../../../grader/answers/paper.ts'
import type { Principal } from '../../auth/principal.ts'
import { query } from '../../db/query.ts'
import { parse } from '../../http/parse.ts'
import { readRelease } from '../../release/read-release.ts'
import { type DescribedEffect, describeEffect } from './describe-effect.ts'
import { editEffect } from './edit-effect.ts'
import { type RubricEdit, rubricEdit } from './edited-rubric.ts'
import { itemNodes } from './item-nodes.ts'
import { requirePart } from './require-part.ts'
import { submissionCodes } from './submission-codes.ts'

export interface RubricPreview extends Omit<DescribedEffect, 'largest'> {
  /** to be sent back by who applies it */
  effect: string
  largest: (DescribedEffect['largest'][number] & { code: string })[]
  /** students see what people decided: they will see the new points at once */
  released: boolean
  /** the items' texts, set */
  texts: PaperNode[][]
}

/** What an edit of a rubric would do to the reviews there are. Nothing is stored. */
export async function previewRubric(
  principal: Principal | null,
  examId: string,
  field: string,
  given: RubricEdit,
): Promise<RubricPreview> {
  const part = await requirePart(principal, examId, field)
  const { rubric, reviews, changes, name } = await editEffect(query, part, parse(rubricEdit, given))
  const { largest, ...figures } = describeEffect(reviews, changes)
  const [release, codes] = await Promise.all([
    readRelease(examId),
    submissionCodes(
      part,
      largest.map(({ submissionId }) => submissionId),
    ),
  ])
  return {
    ...figures,
    effect: name,
    largest: largest.map((one) => ({ ...one, code: codes.get(one.submissionId) ?? '' })),
    released: release.all,
    texts: rubric.items.map(({ says }) => itemNodes(says)),
  }
}
