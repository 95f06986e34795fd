import { randomUUID } from 'node:crypto'
import { attemptAnnouncements } from '../../../attempts/attempt-announcements.ts'
import { attemptPaper } from '../../../attempts/attempt-paper.ts'
import { attemptPulse } from '../../../attempts/attempt-pulse.ts'
import { attemptState } from '../../../attempts/attempt-state.ts'
import { moveForward } from '../../../attempts/move-forward.ts'
import { printedPaper } from '../../../attempts/printed-paper.ts'
import { saveResponses } from '../../../attempts/save-responses.ts'
import { startAttempt } from '../../../attempts/start-attempt.ts'
import { submitAttempt } from '../../../attempts/submit-attempt.ts'
import { takeOver } from '../../../attempts/take-over.ts'
import { attemptReceipt } from '../../../evidence/receipt/attempt-receipt.ts'
import { attemptSeal } from '../../../evidence/sealed/attempt-seal.ts'
import { examStart } from '../../../exams/exam-start.ts'
import { listExams } from '../../../exams/list-exams.ts'
import { checkQuestion } from '../../../quiz/check-question.ts'
import { ownChecks } from '../../../quiz/own-checks.ts'
import { always, but, own, ownAttempt, signedIn, students } from '../gives.ts'
import { page, row } from '../row.ts'
import { secrets } from '../testing/secrets.ts'

const start = { code: secrets.code }
const save = (field: string) => ({
  epoch: 1,
  saves: [{ field, revision: 9, opId: randomUUID(), value: { kind: 'text' as const, markdown: 'More.' } }],
})
/** The students of the course alone: who else looks at its exams has other pages. */
const studentsThemselves = but(always(404, { nobody: 401, students: 'ok' }), { draft: { signedIn: 404 } })
/** Who has begun is sent on; nobody begins before or after. */
const begin = but(students, { draft: 404, ready: 409, handedIn: { otherStudent: 409, administrator: 409 } })
const handIn = { epoch: 1, revisions: {} }

/** What a student does before and during an exam. */
export const sitting = [
  row(listExams, signedIn, () => []),
  row(examStart, studentsThemselves, (w) => [w.examId]),
  row(startAttempt, begin, (w) => [w.examId, start], 'POST /api/exam/v1/exams/[examId]/attempts'),
  row(attemptState, ownAttempt, (w) => [w.attemptId], 'GET /api/exam/v1/attempts/[id]'),
  row(attemptPaper, ownAttempt, (w) => [w.attemptId]),
  row(printedPaper, ownAttempt, (w) => [w.attemptId], 'GET /api/exam/v1/attempts/[id]/paper'),
  row(attemptPulse, ownAttempt, (w) => [w.attemptId], 'GET /api/exam/v1/attempts/[id]/pulse'),
  row(attemptAnnouncements, ownAttempt, (w) => [w.attemptId], 'GET /api/exam/v1/attempts/[id]/announcements'),
  row(saveResponses, ownAttempt, (w) => [w.attemptId, save(w.field)], 'PUT /api/exam/v1/attempts/[id]/responses'),
  row(submitAttempt, ownAttempt, (w) => [w.attemptId, handIn], 'POST /api/exam/v1/attempts/[id]/submission'),
  row(takeOver, but(ownAttempt, { handedIn: 409 }), (w) => [w.attemptId], 'POST /api/exam/v1/attempts/[id]/takeover'),
  row(
    moveForward,
    but(ownAttempt, { sat: 409 }),
    (w) => [w.attemptId, { ...handIn, from: 1 }],
    'POST /api/exam/v1/attempts/[id]/forward',
  ),
  row(
    checkQuestion,
    but(ownAttempt, { sat: 403 }),
    (w) => [w.attemptId, w.slug, { revisions: {} }],
    'POST /api/exam/v1/attempts/[id]/questions/[slug]/checks',
  ),
  row(ownChecks, ownAttempt, (w) => [w.attemptId], 'GET /api/exam/v1/attempts/[id]/checks'),
  row(attemptSeal, ownAttempt, (w) => [w.attemptId], 'GET /api/exam/v1/attempts/[id]/seal'),
  row(
    attemptReceipt,
    but(own, { unsat: 404, running: 404 }),
    (w) => [w.attemptId],
    'GET /api/exam/v1/attempts/[id]/receipt',
  ),
]

export const sittingPages = [page('/exams', signedIn), page('/exams/[examId]', studentsThemselves)]
