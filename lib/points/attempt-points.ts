import { receiptCode } from '../attempts/receipt.ts'
import type { Principal } from '../auth/principal.ts'
import { query } from '../db/query.ts'
import { requireStaffOf } from '../late/decide-late.ts'
import { changeColumns, type PointChange } from './change.ts'
import { type ExamPart, examParts } from './exam-parts.ts'

/** How the points of one handed-in paper came about. */
export interface SubmissionPoints {
  submissionId: string
  /** of its receipt */
  code: string
  frozenAt: string
  /** the attempt was opened again after it */
  former: boolean
  /** oldest first */
  changes: PointChange[]
  /** what students were let see since, oldest first */
  releases: { at: string; scope: 'none' | 'computed' | 'all'; by: string; note: string }[]
}

export interface AttemptPoints {
  examId: string
  parts: ExamPart[]
  submissions: SubmissionPoints[]
}

/** Every change of the points of an attempt, field by field and in all, for the staff of its course. */
export async function attemptPoints(principal: Principal | null, attemptId: string): Promise<AttemptPoints> {
  const { examId } = await requireStaffOf(principal, attemptId)
  const [found, parts, releases] = await Promise.all([
    query<Omit<SubmissionPoints, 'code' | 'changes' | 'releases'> & { digest: string }>(
      `SELECT id AS "submissionId", digest, iso(frozen_at) AS "frozenAt", attempt_id IS NULL AS former
       FROM submission WHERE attempt_id = $1 OR former_attempt_id = $1 ORDER BY frozen_at, id`,
      [attemptId],
    ),
    examParts(examId),
    query<SubmissionPoints['releases'][number]>(
      `SELECT iso(r.created_at) AS at, r.scope, p.name AS by, r.note FROM release r JOIN person p ON p.id = r.person_id
       WHERE r.exam_id = $1 ORDER BY r.id`,
      [examId],
    ),
  ])
  const changes = await query<PointChange & { submissionId: string }>(
    `SELECT c.submission_id AS "submissionId", ${changeColumns}
     FROM point_change c LEFT JOIN person w ON w.id = c.person_id
     WHERE c.exam_id = $1 AND c.submission_id = ANY ($2) ORDER BY c.at, c.source, c.source_id, c.field`,
    [examId, found.map(({ submissionId }) => submissionId)],
  )
  const submissions = found.map(({ digest, ...submission }) => ({
    ...submission,
    code: receiptCode(digest),
    changes: changes
      .filter(({ submissionId }) => submissionId === submission.submissionId)
      .map(({ submissionId: _, ...change }) => change),
    releases: releases.filter(({ at }) => at >= submission.frozenAt),
  }))
  return { examId, parts, submissions }
}
