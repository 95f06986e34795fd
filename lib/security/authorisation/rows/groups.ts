import { answerGroup } from '../../../review/groups/answer-group.ts'
import { answerGroups } from '../../../review/groups/answer-groups.ts'
import { changeGroups } from '../../../review/groups/change-groups.ts'
import { reviewGroup } from '../../../review/groups/review-group.ts'
import { but, staff } from '../gives.ts'
import { page, row } from '../row.ts'
import type { World } from '../testing/world.ts'

const api = '/api/staff/v1/exams/[examId]/groups/[field]'
const address = '/staff/exams/[examId]/groups/[field]'

/** Who reviews a part decides over its groups. */
const reviewers = but(staff, { sat: { unassignedTa: 403 } })
/** There are none before somebody has handed in. */
const ofGroup = but(reviewers, { unsat: 404 })

const at = ({ examId, field, groupId }: World) => ({ examId, field, groupId })
const decision = (w: World) => ({
  group: w.groupId,
  answers: [[w.submissionId, 0] as [string, number]],
  rubricVersion: 0,
})

/** Answers that are alike. */
export const groupRows = [
  row(answerGroups, reviewers, (w) => [w.examId, w.field], { nameless: true }),
  row(answerGroup, ofGroup, (w) => [at(w)], { routes: [`GET ${api}/[groupId]`], nameless: true }),
  row(reviewGroup, reviewers, (w) => [w.examId, w.field, decision(w)], {
    routes: [`POST ${api}/reviews`],
    nameless: true,
  }),
  row(changeGroups, ofGroup, (w) => [w.examId, w.field, { act: 'rename' as const, group: w.groupId, name: 'So' }], {
    routes: [`POST ${api}/changes`],
    nameless: true,
  }),
]

export const groupPages = [
  page(address, reviewers, { nameless: true }),
  page(`${address}/[groupId]`, ofGroup, { nameless: true }),
]
