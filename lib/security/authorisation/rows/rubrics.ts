import { changeComment, removeComment } from '../../../review/comments/change-comment.ts'
import { commentBank } from '../../../review/comments/comment-bank.ts'
import { saveComment } from '../../../review/comments/save-comment.ts'
import { applyRubric } from '../../../review/rubric/apply-rubric.ts'
import { examRubrics } from '../../../review/rubric/exam-rubrics.ts'
import { otherRubrics } from '../../../review/rubric/other-rubrics.ts'
import { previewRubric } from '../../../review/rubric/preview-rubric.ts'
import { readRubric } from '../../../review/rubric/read-rubric.ts'
import { but, staff } from '../gives.ts'
import { page, row } from '../row.ts'
import type { World } from '../testing/world.ts'

const rubrics = '/api/staff/v1/exams/[examId]/rubrics/[field]'
const comments = '/api/staff/v1/exams/[examId]/comments/[field]'

/** Who reviews a part writes its rubric and its comments; what is in a draft has no parts yet. */
const reviewers = but(staff, { draft: 404, sat: { unassignedTa: 403 } })
/** A comment is changed by who kept it, be the other who they may. */
const keeper = but(reviewers, { unsat: 404, sat: { leaders: 403 } })

const item = { id: null, says: 'Says why', amount: 1, unit: 'points' as const }
const edit = { version: 0, base: 'zero' as const, items: [item] }
const kept = (w: World) => ({ examId: w.examId, field: w.field, commentId: w.commentId })
const says = { says: 'Well put.' }

/** What answers are scored by, and what is said again and again. */
export const rubricRows = [
  row(examRubrics, staff, (w) => [w.examId], { nameless: true }),
  row(readRubric, reviewers, (w) => [w.examId, w.field], { routes: [`GET ${rubrics}`], nameless: true }),
  row(otherRubrics, reviewers, (w) => [w.examId, w.field], { routes: [`GET ${rubrics}/others`], nameless: true }),
  row(previewRubric, reviewers, (w) => [w.examId, w.field, edit], {
    routes: [`POST ${rubrics}/preview`],
    nameless: true,
  }),
  // nobody has looked at this effect: who may is asked to
  row(
    applyRubric,
    but(reviewers, { ready: 409, sat: 409 }),
    (w) => [w.examId, w.field, { ...edit, effect: 'unseen' }],
    `POST ${rubrics}`,
  ),
  row(commentBank, reviewers, (w) => [w.examId, w.field], { routes: [`GET ${comments}`], nameless: true }),
  row(saveComment, reviewers, (w) => [w.examId, w.field, says], `POST ${comments}`),
  row(changeComment, keeper, (w) => [kept(w), says], `POST ${comments}/[commentId]`),
  row(removeComment, keeper, (w) => [kept(w)], { routes: [`POST ${comments}/[commentId]/remove`], body: () => ({}) }),
]

export const rubricPages = [
  page('/staff/exams/[examId]/rubrics', staff, { nameless: true }),
  page('/staff/exams/[examId]/rubrics/[field]', reviewers, { nameless: true }),
]
