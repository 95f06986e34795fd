import { z } from 'zod'
import type { Principal } from '../../auth/principal.ts'
import { inTransaction, type Query } from '../../db/query.ts'
import { parse } from '../../http/parse.ts'
import { invalid, notFound, Refusal } from '../../http/refusal.ts'
import { appendReviews } from '../append-reviews.ts'
import { examPart } from '../exam-part.ts'
import { requireReviewer } from '../require-reviewer.ts'
import { lockRubric } from '../rubric/lock.ts'
import { partRubric } from '../rubric/part-rubric.ts'
import { rubricPoints } from '../rubric/rubric.ts'

const most = 30_000

export const groupReviewBody = z.strictObject({
  group: z.string().min(1).max(60),
  /** the answers that get this, each with the newest review of it that was seen; an exception is not among them */
  answers: z
    .array(z.tuple([z.uuid(), z.number().int().min(0)]))
    .min(1)
    .max(most),
  /** also those that a person decided before */
  again: z.boolean().default(false),
  rubric: z.array(z.string().max(40)).max(100).default([]),
  rubricVersion: z.number().int().min(0),
  /** on top of the rubric, where no points are given by hand */
  adjustment: z.number().min(-10_000).max(10_000).default(0),
  comment: z.string().max(20_000).default(''),
  /** needed where computed scores or earlier decisions are put aside */
  reason: z.string().trim().max(2_000).default(''),
})
export type GroupReviewBody = z.input<typeof groupReviewBody>
type Body = z.output<typeof groupReviewBody>

/** meanwhile: somebody decided after they were read; decided: before, and that was to stay; moved: in no such group now. */
export type LeftWhy = 'meanwhile' | 'decided' | 'moved'

export interface GroupReviewed {
  stored: number
  points: number
  left: { submissionId: string; why: LeftWhy }[]
}

interface Standing {
  submissionId: string
  version: number
  open: boolean
  decided: boolean
}

/**
 * One decision over the answers of a group that were read: the same rubric items, points and comment for all. What
 * somebody else decided meanwhile is left as it is and named; nothing else is touched.
 */
export async function reviewGroup(
  principal: Principal | null,
  examId: string,
  field: string,
  given: GroupReviewBody,
): Promise<GroupReviewed> {
  const body = parse(groupReviewBody, given)
  const part = await examPart(examId, field)
  const { personId } = await requireReviewer(principal, part)
  if (!part) throw notFound()
  return inTransaction((run) => decide(run, { examQuestionId: part.examQuestionId, field, personId }, body))
}

async function decide(
  run: Query,
  { examQuestionId, field, personId }: { examQuestionId: string; field: string; personId: string },
  body: Body,
): Promise<GroupReviewed> {
  await lockRubric(run, examQuestionId, field, 'shared')
  const { rubric, possible } = await partRubric(run, examQuestionId, field)
  if (body.rubricVersion !== rubric.version)
    throw new Refusal(409, 'rubric-changed', 'The rubric was changed meanwhile. Please look again.')
  if (body.rubric.some((id) => !rubric.items.some((item) => item.id === id)))
    throw invalid('There is no such rubric item.', 'rubric')
  const points = rubricPoints(rubric, body.rubric, body.adjustment, possible)
  const seen = new Map(body.answers)
  const standing = await run<Standing>(
    `SELECT m.submission_id AS "submissionId", e.version, e.why IS NOT NULL AS open, e.decided
     FROM answer_group_member m JOIN review_entry e ON e.submission_id = m.submission_id AND e.field = m.field
     WHERE m.exam_question_id = $1 AND m.field = $2 AND m.group_id = $3 AND m.submission_id = ANY ($4)`,
    [examQuestionId, field, body.group, [...seen.keys()]],
  )
  const here = new Map(standing.map((one) => [one.submissionId, one]))
  const left: GroupReviewed['left'] = []
  const chosen: Standing[] = []
  for (const [submissionId, version] of seen) {
    const one = here.get(submissionId)
    if (!one) left.push({ submissionId, why: 'moved' })
    else if (one.version !== version) left.push({ submissionId, why: 'meanwhile' })
    else if (one.decided && !body.again) left.push({ submissionId, why: 'decided' })
    else chosen.push(one)
  }
  if (!body.reason && chosen.some(({ open, decided }) => !open || decided))
    throw invalid('Say why scores that stand are put aside.', 'reason')
  const { rubric: ticked, adjustment, comment, reason } = body
  const decision = { points, rubric: ticked, rubricVersion: rubric.version, adjustment, comment, reason }
  const made = { ...decision, reviewerId: personId, cause: 'group' as const, causeId: body.group, field }
  const stored = await appendReviews(
    run,
    chosen.map(({ submissionId, version }) => ({ ...made, submissionId, version })),
  )
  const done = new Set(stored.map(({ submissionId }) => submissionId))
  for (const { submissionId } of chosen) if (!done.has(submissionId)) left.push({ submissionId, why: 'meanwhile' })
  return { stored: stored.length, points, left }
}
