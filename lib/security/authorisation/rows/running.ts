import { announce } from '../../../invigilation/announce.ts'
import { closeAttempt } from '../../../invigilation/close-attempt.ts'
import { endSessions } from '../../../invigilation/end-sessions.ts'
import { extendTime } from '../../../invigilation/extend-time.ts'
import { reopenAttempt } from '../../../invigilation/reopen-attempt.ts'
import { runningExam } from '../../../invigilation/running-exam.ts'
import { setAccommodations } from '../../../invigilation/set-accommodations.ts'
import { setWindow } from '../../../invigilation/set-window.ts'
import { takeBreak } from '../../../invigilation/take-break.ts'
import { but, instructors, instructorsOfAttempt, staff } from '../gives.ts'
import { page, row } from '../row.ts'
import type { World } from '../testing/world.ts'

const because = { reason: 'Fire drill.' }
const window = { zone: 'UTC', opens: null, closes: null }
const longer = { to: { scope: 'all' as const }, minutes: 5 }
const student = (w: World) => ({ personId: w.people.owner.personId, percent: 125, extraMinutes: 0, room: '' })

/** Running an exam: its people, its clock, what is said. */
export const running = [
  row(runningExam, staff, (w) => [w.examId], 'GET /api/staff/v1/exams/[examId]/running'),
  row(announce, instructors, (w) => [w.examId, { text: 'Look.' }], 'POST /api/staff/v1/exams/[examId]/announcements'),
  row(setWindow, instructors, (w) => [w.examId, window], 'POST /api/staff/v1/exams/[examId]/window'),
  row(extendTime, instructors, (w) => [w.examId, longer], 'POST /api/staff/v1/exams/[examId]/extensions'),
  row(
    setAccommodations,
    instructors,
    (w) => [w.examId, { students: [student(w)] }],
    'POST /api/staff/v1/exams/[examId]/accommodations',
  ),
  row(
    endSessions,
    instructors,
    (w) => [w.examId, { personId: w.people.classmate.personId, ...because }],
    'POST /api/staff/v1/exams/[examId]/sessions',
  ),
  row(
    takeBreak,
    but(instructorsOfAttempt, { handedIn: 409 }),
    (w) => [w.attemptId, { on: true }],
    'POST /api/staff/v1/attempts/[id]/break',
  ),
  row(
    closeAttempt,
    but(instructorsOfAttempt, { handedIn: 409 }),
    (w) => [w.attemptId, because],
    'POST /api/staff/v1/attempts/[id]/close',
  ),
  // not while students see results, and not while a regrade waits for a decision
  row(
    reopenAttempt,
    but(instructorsOfAttempt, { sat: 409 }),
    (w) => [w.attemptId, { minutes: 5, ...because }],
    'POST /api/staff/v1/attempts/[id]/reopen',
  ),
]

export const runningPages = [page('/staff/exams/[examId]/running', staff), page('/staff/exams/[examId]/time', staff)]
