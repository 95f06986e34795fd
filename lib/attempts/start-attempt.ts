import { requireEntry } from '../access/require-entry.ts'
import type { Principal } from '../auth/principal.ts'
import { requirePerson, requireRole } from '../auth/require.ts'
import { query } from '../db/query.ts'
import { parse } from '../http/parse.ts'
import { notFound, Refusal } from '../http/refusal.ts'
import { closeOverdue } from './close-overdue.ts'
import { type StartBody, startBody } from './input.ts'
import { startTogether } from './start-together.ts'

interface Begun {
  attemptId: string
  number: number
  open: boolean
}

interface Window {
  courseId: string
  published: boolean
  opensAt: string | null
  early: boolean
  late: boolean
  /** null: as many as one likes */
  allowed: number | null
  /** whose trial of an exam this is; null: an exam for students */
  trialPerson: string | null
  /** the trial was thrown away */
  discarded: boolean
  /** the person's attempts, the first one first */
  begun: Begun[]
}

/** The window as it is for this person. */
async function readWindow(examId: string, personId: string | undefined): Promise<Window | undefined> {
  const [window] = await query<Window>(
    `SELECT e.course_id AS "courseId", e.state = 'published' AS published, e.attempts_allowed AS allowed,
       e.trial_person AS "trialPerson", e.discarded_at IS NOT NULL AS discarded,
       iso(t.opens_at) AS "opensAt", coalesce(clock_timestamp() < t.opens_at, false) AS early,
       coalesce(clock_timestamp() >= t.closes_at, false) AS late,
       coalesce((SELECT jsonb_agg(jsonb_build_object('attemptId', a.id, 'number', a.number, 'open', a.state = 'open')
         ORDER BY a.number) FROM attempt a WHERE a.exam_id = e.id AND a.person_id = $2), '[]') AS begun
     FROM exam e CROSS JOIN LATERAL exam_time(e.id, $2) t WHERE e.id = $1`,
    [examId, personId],
  )
  return window
}

/** A student of the course; of a trial the one person whose it is, who must be its staff. */
async function requireSitter(principal: Principal | null, window: Window | undefined): Promise<Principal> {
  const person = requirePerson(principal)
  if (!window?.trialPerson) return requireRole(person, window?.courseId, ['student'])
  const staff = await requireRole(person, window.courseId, ['ta', 'instructor'])
  if (staff.personId !== window.trialPerson || window.discarded) throw notFound()
  return staff
}

/** Another attempt is the next one of those allowed. One before whose time is over is closed by whoever asks first. */
async function requireAnother({ begun, allowed }: Window, number: number): Promise<void> {
  const newest = begun.at(-1)
  if (number !== (newest?.number ?? 0) + 1 || (allowed !== null && number > allowed)) {
    const details = { allowed }
    throw new Refusal(409, 'no-more-attempts', 'There is no further attempt at this exam.', { details })
  }
  if (newest?.open) await closeOverdue(newest.attemptId)
}

/**
 * Starts the student's attempt, or returns it where it was started before: the newest one, or the one of the number asked
 * for. Questions and variants are drawn in the statement that begins it, which asks the window once more.
 */
export async function startAttempt(
  principal: Principal | null,
  examId: string,
  given: StartBody = {},
): Promise<{ attemptId: string }> {
  const window = await readWindow(examId, principal?.personId)
  const student = await requireSitter(principal, window)
  if (!window?.published) throw notFound()
  const { code, number = window.begun.at(-1)?.number ?? 1 } = parse(startBody, given)
  const before = window.begun.find((attempt) => attempt.number === number)
  if (before) return { attemptId: before.attemptId }
  await requireAnother(window, number)
  if (!window.early && !window.late) await requireEntry(student, examId, code)

  const attemptId = await startTogether({ examId, personId: student.personId, number })
  if (attemptId) return { attemptId }
  const details = { opensAt: window.opensAt }
  if (window.early) throw new Refusal(409, 'not-open', 'This exam has not opened yet.', { details })
  if (window.late || number === 1) throw new Refusal(409, 'over', 'This exam is over.')
  throw new Refusal(409, 'still-open', 'The attempt before this one has not been handed in yet.')
}
