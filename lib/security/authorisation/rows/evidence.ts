import { attemptHistory } from '../../../evidence/attempt-history.ts'
import { attemptReplay } from '../../../evidence/attempt-replay.ts'
import { importSealed } from '../../../evidence/sealed/import-sealed.ts'
import { decideLate } from '../../../late/decide-late.ts'
import { waitingLate } from '../../../late/waiting-late.ts'
import { runAttemptAgain } from '../../../receipts/run-attempt-again.ts'
import { but, staff, staffOfAttempt } from '../gives.ts'
import { page, row } from '../row.ts'
import type { World } from '../testing/world.ts'

/** While an attempt is being sat, its history is for those who run the exam. */
const history = but(staffOfAttempt, { running: { assistants: 403 } })
const late = (w: World) => ({ eventId: w.lateEventId, accept: false, reason: 'Too late.' })

/** How an attempt came about. */
export const evidence = [
  row(attemptHistory, history, (w) => [w.attemptId], { nameless: true }),
  row(attemptReplay, history, (w) => [w.attemptId], {
    routes: ['GET /api/staff/v1/attempts/[id]/history'],
    nameless: true,
  }),
  row(waitingLate, staff, (w) => [w.examId], { nameless: true }),
  // the owner's running attempt has no save of that number
  row(
    decideLate,
    but(staffOfAttempt, { running: 404 }),
    (w) => [w.attemptId, late(w)],
    'POST /api/staff/v1/attempts/[id]/late',
  ),
  // who may is told what is wrong with the file
  row(
    importSealed,
    but(staffOfAttempt, { sat: 422 }),
    (w) => [w.attemptId, { file: '{}' }],
    'POST /api/staff/v1/attempts/[id]/sealed',
  ),
  // the grading process is away here
  row(
    runAttemptAgain,
    but(staffOfAttempt, { sat: 503 }),
    (w) => [w.attemptId],
    'POST /api/staff/v1/attempts/[id]/receipts',
  ),
]

export const evidencePages = [page('/staff/attempts/[attemptId]/history', history, { nameless: true })]
