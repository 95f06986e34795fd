import { askRegrade } from '../../../regrade/ask-regrade.ts'
import { approveRegrade, discardRegrade, resumeRegrade } from '../../../regrade/decide-regrade.ts'
import { examRegrades } from '../../../regrade/exam-regrades.ts'
import { regradeDetail } from '../../../regrade/regrade-detail.ts'
import { regradeProgress } from '../../../regrade/regrade-progress.ts'
import { but, instructors, staff, staffOfSubmission } from '../gives.ts'
import { page, row } from '../row.ts'

/** There is none before something is handed in. */
const decide = but(instructors, { unsat: { signedIn: 404 }, running: { signedIn: 404 } })

export const regrades = [
  row(examRegrades, staff, (w) => [w.examId]),
  row(regradeDetail, staffOfSubmission, (w) => [w.regradeId]),
  row(regradeProgress, staffOfSubmission, (w) => [w.regradeId], 'GET /api/staff/v1/regrades/[regradeId]'),
  // a draft has no version to grade by; one regrade at a time
  row(
    askRegrade,
    but(instructors, { draft: 422, handedIn: 409 }),
    (w) => [w.examId, { questions: [w.slug] }],
    'POST /api/staff/v1/exams/[examId]/regrades',
  ),
  // submissions were handed in since its report
  row(
    approveRegrade,
    but(decide, { handedIn: 409 }),
    (w) => [w.regradeId],
    'POST /api/staff/v1/regrades/[regradeId]/approve',
  ),
  row(discardRegrade, decide, (w) => [w.regradeId], 'POST /api/staff/v1/regrades/[regradeId]/discard'),
  row(resumeRegrade, decide, (w) => [w.regradeId], 'POST /api/staff/v1/regrades/[regradeId]/resume'),
]

export const regradePages = [page('/staff/exams/[examId]/regrade', staff)]
