import { attemptState } from '../../attempts/attempt-state.ts'
import { closeOverdue } from '../../attempts/close-overdue.ts'
import { attemptFacts } from '../../attempts/facts.ts'
import { moveForward } from '../../attempts/move-forward.ts'
import { saveResponses } from '../../attempts/save-responses.ts'
import { startAttempt } from '../../attempts/start-attempt.ts'
import { submitAttempt } from '../../attempts/submit-attempt.ts'
import { takeOver } from '../../attempts/take-over.ts'
import { query, saveQuery } from '../../db/query.ts'
import { grantAccommodation } from '../../exams/grant-accommodation.ts'
import { Refusal } from '../../http/refusal.ts'
import { reopenAttempt } from '../../invigilation/reopen-attempt.ts'
import { decideLate } from '../../late/decide-late.ts'
import { type Heard, of } from './heard.ts'
import type { Action, Schedule } from './schedule.ts'
import type { Seat } from './seats.ts'

export const daySeconds = 86_400

/** What an edit says; no two edits of a schedule say the same. */
export function saidBy(key: string, place: number): unknown {
  if (key.endsWith('#flag')) return { kind: 'flag', on: place % 2 === 0 }
  return key.endsWith('.y') ? { kind: 'number', text: `${place}` } : { kind: 'text', markdown: `edit ${place}` }
}

const claimed = (claims: Record<number, number>, keys: readonly string[]) =>
  Object.fromEntries(Object.entries(claims).map(([field, revision]) => [keys[Number(field)]!, revision]))

async function act(action: Action, schedule: Schedule, seat: Seat, attemptId: string): Promise<unknown> {
  const { student, examId, keys, opIds } = seat
  switch (action.do) {
    case 'start':
      return startAttempt(student, examId)
    case 'save': {
      const saves = action.edits.map((place) => {
        const { field, revision } = schedule.edits[place]!
        return { field: keys[field]!, revision, opId: opIds[place]!, value: saidBy(keys[field]!, place) }
      })
      return saveResponses(student, attemptId, { epoch: action.epoch, saves })
    }
    case 'submit':
      return submitAttempt(student, attemptId, { epoch: action.epoch, revisions: claimed(action.claims, keys) })
    case 'take over':
      for (let left = action.later; left > 0; left -= 1) await saveQuery('SELECT')
      return takeOver(student, attemptId)
    case 'time passes':
      await query(`UPDATE attempt SET started_at = started_at - make_interval(secs => $2) WHERE id = $1`, [
        attemptId,
        daySeconds,
      ])
      return true
    case 'extend': {
      const extraSeconds = action.days * daySeconds
      await grantAccommodation(seat.instructor, examId, { personId: student.personId, extraSeconds })
      return true
    }
    case 'look':
      return attemptState(student, attemptId)
    case 'finalise':
      return closeOverdue(attemptId)
    case 'reopen':
      return reopenAttempt(seat.instructor, attemptId, { minutes: 60, reason: 'model' })
    case 'decide': {
      const [event] = await query<{ id: string }>(
        'SELECT id::text FROM save_event WHERE attempt_id = $1 AND op_id = $2',
        [attemptId, opIds[action.edit]],
      )
      const { accept } = action
      return decideLate(seat.instructor, attemptId, { eventId: event?.id ?? '0', accept, reason: 'model' })
    }
    case 'move on': {
      const { epoch, from } = action
      return moveForward(student, attemptId, { epoch, from, revisions: claimed(action.claims, keys) })
    }
    case 'begin another':
      return startAttempt(student, examId, { number: 2 })
  }
}

function refusalOf(error: unknown): { code: string; fields: string[] } {
  if (!(error instanceof Refusal))
    return { code: `broken: ${error instanceof Error ? error.message : error}`, fields: [] }
  const { fields } = error.details
  return { code: error.code, fields: Array.isArray(fields) ? fields.map(String) : [] }
}

/** Plays a schedule with the use cases themselves, each wave at once. */
export async function play(schedule: Schedule, seat: Seat): Promise<Heard[]> {
  const heard: Heard[] = []
  let attemptId = seat.attemptId ?? ''
  if (attemptId) await attemptFacts(attemptId)
  for (const [wave, actions] of schedule.waves.entries()) {
    await Promise.all(
      actions.map(async (action) => {
        const answer = await act(action, schedule, seat, attemptId).then(
          (value) => ({ value }),
          (error: unknown) => ({ refused: refusalOf(error) }),
        )
        heard.push({ wave, action, ...answer } as Heard)
      }),
    )
    const started = of(heard, 'start').find(({ value }) => value)?.value?.attemptId
    if (wave > 0 || !started) continue
    attemptId = started
    await attemptFacts(attemptId) // known from here on, as to a server that has served the page
  }
  return heard
}
