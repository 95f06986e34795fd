import { attemptResult } from '../../../grading/attempt-result.ts'
import { staffResult } from '../../../grading/staff-result.ts'
import { attemptSolution, staffSolution } from '../../../grading/worked-solution.ts'
import { mailAgain } from '../../../mail/mail-again.ts'
import { previewResult } from '../../../release/preview-result.ts'
import { releaseExam } from '../../../release/release-exam.ts'
import { releaseOverview } from '../../../release/release-overview.ts'
import { but, instructors, instructorsOfAttempt, ownAttempt, staffOfAttempt } from '../gives.ts'
import { page, row } from '../row.ts'

const ownWhenReleased = but(ownAttempt, { running: 403, unreleased: 403 })
const whenHandedIn = but(staffOfAttempt, { running: 409 })

/** Results, and when students may see them. */
export const results = [
  row(attemptResult, ownWhenReleased, (w) => [w.attemptId], 'GET /api/exam/v1/attempts/[id]/result'),
  row(
    attemptSolution,
    ownWhenReleased,
    (w) => [w.attemptId, w.slug],
    'GET /api/exam/v1/attempts/[id]/solutions/[slug]',
  ),
  row(staffResult, whenHandedIn, (w) => [w.attemptId]),
  row(staffSolution, whenHandedIn, (w) => [w.attemptId, w.slug], 'GET /api/staff/v1/attempts/[id]/solutions/[slug]'),
  row(releaseOverview, instructors, (w) => [w.examId]),
  row(previewResult, but(instructorsOfAttempt, { running: 409 }), (w) => [w.attemptId, 'points']),
  row(mailAgain, instructors, (w) => [w.examId], 'POST /api/staff/v1/exams/[examId]/mail'),
  row(
    releaseExam,
    instructors,
    (w) => [w.examId, { scope: 'all' as const }],
    'POST /api/staff/v1/exams/[examId]/release',
  ),
]

export const resultPages = [
  page('/staff/attempts/[attemptId]', whenHandedIn),
  page('/staff/exams/[examId]/release', instructors),
  page('/staff/exams/[examId]/release/[attemptId]', but(instructorsOfAttempt, { running: 409 })),
]
