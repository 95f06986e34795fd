import type { PaperNode, PaperQuestion } from '../../grader/answers/paper.ts'
import type { RawAnswer } from '../../grader/answers/raw-answer.ts'
import type { FieldGrading } from '../../grader/marking/verdict.ts'
import type { Principal } from '../auth/principal.ts'
import { query } from '../db/query.ts'
import { notFound } from '../http/refusal.ts'
import { renderStudentMarkdown } from '../questions/render/markdown.ts'
import { requireReviewer } from './require-reviewer.ts'
import { partRubric } from './rubric/part-rubric.ts'
import { type Rubric, tickedIds } from './rubric/rubric.ts'
import { submissionField } from './submission-field.ts'
import { type ReviewEntry, waitingEntries } from './waiting.ts'

export interface PastReview {
  version: number
  reviewer: string
  /** null: an earlier decision was taken back */
  points: number | null
  comment: string
  /** ids of the rubric items that were ticked */
  rubric: string[]
  reason: string
  createdAt: string
}

export interface ReviewDetail extends ReviewEntry {
  answer: RawAnswer | null
  /** a text rendered for reading; null for other kinds */
  answerNodes: PaperNode[] | null
  paper: PaperQuestion
  rubric: Rubric
  grading: FieldGrading | null
  /** newest first */
  history: PastReview[]
  /** of the newest review: to be sent back with the next one */
  version: number
  next: { submissionId: string; field: string } | null
}

/** One field to be scored, without the name of whose it is. Also computed ones, so that a score can be put aside. */
export async function reviewEntry(
  principal: Principal | null,
  submissionId: string,
  fieldKey: string,
): Promise<ReviewDetail> {
  const found = await submissionField(submissionId, fieldKey)
  await requireReviewer(principal, found && { ...found, field: fieldKey })
  if (!found) throw notFound()
  const [history, { rubric }, queue] = await Promise.all([
    query<Omit<PastReview, 'rubric'> & { rubric: (string | number)[] }>(
      `SELECT r.version, p.name AS reviewer, r.points, r.comment, r.rubric, r.reason, iso(r.created_at) AS "createdAt"
       FROM review r JOIN person p ON p.id = r.reviewer_id
       WHERE r.submission_id = $1 AND r.field = $2 ORDER BY r.version DESC`,
      [submissionId, fieldKey],
    ),
    partRubric(query, found.examQuestionId, fieldKey),
    waitingEntries(found.examId),
  ])
  const place = queue.findIndex((entry) => entry.submissionId === submissionId && entry.field === fieldKey)
  const next = [...queue.slice(place + 1), ...queue.slice(0, Math.max(place, 0))].find((entry) => !entry.reviewed)
  const { answer, grading, paper, slug, name, attemptId, points } = found
  return {
    submissionId,
    attemptId,
    field: fieldKey,
    slug,
    title: paper.title,
    label: paper.fields.find((field) => field.name === name)?.label ?? name,
    why: queue[place]?.why ?? 'undecided',
    points,
    reviewed: history.length > 0,
    answer,
    answerNodes: answer?.kind === 'text' ? renderStudentMarkdown(answer.markdown) : null,
    paper,
    rubric,
    grading,
    history: history.map((past) => ({ ...past, rubric: tickedIds(past.rubric) })),
    version: history[0]?.version ?? 0,
    next: next ? { submissionId: next.submissionId, field: next.field } : null,
  }
}
