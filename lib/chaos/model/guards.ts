import { query } from '../../db/query.ts'
import type { Schedule } from './schedule.ts'

/** A guard of the functions that decide on saves and submissions, and how it is taken out. */
export interface Guard {
  name: string
  /** the function or view, and what in its text the guard is */
  in: string
  guard: RegExp
  instead: string
  /** an index that keeps the same promise a second time: it goes too, and does not come back */
  index?: string
  /** the schedules that can miss it; without it all of them */
  concerns?: (schedule: Schedule) => boolean
}

const lock = / FOR NO KEY UPDATE;/
const forward = (schedule: Schedule) => schedule.forward
const twice = ({ waves }: Schedule) => waves.flat().some((action) => action.do === 'begin another')
/** What was read grows old for a moment, as it would on a busy machine. */
const unlocked = '; PERFORM pg_sleep(0.03);'

export const guards: readonly Guard[] = [
  { name: 'saving: the lock', in: 'save_responses', guard: lock, instead: unlocked },
  {
    name: 'saving: the epoch is compared',
    in: 'save_responses',
    guard: /\(r\.epoch, r\.revision\) < \(excluded\.epoch, excluded\.revision\)/,
    instead: 'r.revision < excluded.revision',
  },
  {
    name: 'saving: the revision is compared',
    in: 'save_responses',
    guard: /\(r\.epoch, r\.revision\) < \(excluded\.epoch, excluded\.revision\)/,
    instead: 'r.epoch <= excluded.epoch',
  },
  {
    name: 'saving: no takeover that never happened',
    in: 'save_responses',
    guard: /p_epoch > v_attempt\.epoch/,
    instead: 'false',
  },
  {
    name: 'saving: nothing after the deadline',
    in: 'save_responses',
    guard: /v_now > v_shuts/,
    instead: 'false',
  },
  {
    name: 'saving: nothing after the close',
    in: 'save_responses',
    guard: /v_attempt\.state = 'closed'/,
    instead: 'false',
  },
  { name: 'handing in: the lock', in: 'submit_attempt', guard: lock, instead: unlocked },
  {
    name: 'handing in: not after the deadline',
    in: 'submit_attempt',
    guard: /clock_timestamp\(\) > attempt_shuts\(p_attempt\)/,
    instead: 'false',
  },
  {
    name: 'handing in: not from a device that was taken over',
    in: 'submit_attempt',
    guard: /p_epoch <> v_attempt\.epoch/,
    instead: 'false',
  },
  {
    name: 'handing in: not without what was saved',
    in: 'submit_attempt',
    guard: /r\.revision IS NULL OR r\.revision < c\.value::int/,
    instead: 'false',
  },
  {
    name: 'closing: not before the deadline',
    in: 'close_overdue',
    guard: /clock_timestamp\(\) > (t\.shuts|attempt_shuts\(v_candidate\))/g,
    instead: 'true',
  },
  {
    name: 'saving: an operation counts once',
    in: 'save_responses',
    guard:
      /CONTINUE WHEN v_save\.op_id = ANY \(v_known\);|WHERE NOT EXISTS \(SELECT FROM save_event e WHERE e\.attempt_id = p_attempt AND e\.op_id = s\."opId"\)/,
    instead: '',
    index: 'save_event_attempt_id_op_id_key',
  },
  {
    name: 'the sync grace: whoever handed in has handed in',
    in: 'accept_in_grace',
    guard: /AND closed_by = 'deadline'/,
    instead: '',
  },
  {
    name: 'the sync grace: it ends',
    in: 'accept_in_grace',
    guard: /AND e\.received_at <= attempt_shuts\(a\.id\) \+ make_interval\(secs => x\.sync_grace_seconds\)/,
    instead: '',
  },
  {
    name: 'the sync grace: only what is newer',
    in: 'accept_in_grace',
    guard: /\(e\.epoch, e\.revision\) > \(c\.epoch, c\.revision\)/,
    instead: 'true',
  },
  {
    name: 'the sync grace: of several the newest',
    in: 'accept_in_grace',
    guard: /ORDER BY e\.field, e\.epoch DESC, e\.revision DESC/,
    instead: 'ORDER BY e.field, e.epoch, e.revision',
  },
  {
    name: 'the sync grace: what a person decided stays',
    in: 'accept_in_grace',
    guard: /AND d\.person_id IS NOT NULL/,
    instead: 'AND false',
  },
  {
    name: 'opening again: what came late is part of the draft',
    in: 'reopen_attempt',
    guard: /AND late /,
    instead: 'AND false ',
  },
  {
    name: 'opening again: only where it is newer',
    in: 'reopen_attempt',
    guard: /\(r\.epoch, r\.revision\) < \(excluded\.epoch, excluded\.revision\)/,
    instead: 'true',
  },
  {
    name: 'opening again: of several the newest',
    in: 'reopen_attempt',
    guard: /ORDER BY field, epoch DESC, revision DESC/,
    instead: 'ORDER BY field, epoch, revision',
  },
  {
    name: 'deciding: what was taken back does not count',
    in: 'late_accepted',
    guard: /NOT n\.accepted/,
    instead: 'false',
  },
  {
    name: 'deciding: the newest acceptance counts',
    in: 'answer_that_counts',
    guard: /n\.id > l\.id/,
    instead: 'n.id < l.id',
  },
  {
    name: 'one question at a time: nothing of another one',
    in: 'save_responses',
    guard: /cardinality\(v_elsewhere\) > 0/,
    instead: 'false',
    concerns: forward,
  },
  { name: 'moving on: the lock', in: 'move_forward', guard: lock, instead: unlocked, concerns: forward },
  {
    name: 'moving on: not after the close',
    in: 'move_forward',
    guard: /v_attempt\.state = 'closed' OR/,
    instead: '',
    concerns: forward,
  },
  {
    name: 'moving on: not after the deadline',
    in: 'move_forward',
    guard: /OR clock_timestamp\(\) > attempt_shuts\(p_attempt\)/,
    instead: '',
    concerns: forward,
  },
  {
    name: 'moving on: not from a device that was taken over',
    in: 'move_forward',
    guard: /p_epoch <> v_attempt\.epoch/,
    instead: 'false',
    concerns: forward,
  },
  {
    name: 'moving on: not without what was saved',
    in: 'move_forward',
    guard: /r\.revision IS NULL OR r\.revision < c\.value::int/,
    instead: 'false',
    concerns: forward,
  },
  {
    name: 'moving on: one question, however often it is asked',
    in: 'move_forward',
    guard: /p_from = v_attempt\.reached AND/,
    instead: '',
    concerns: forward,
  },
  { name: 'another attempt: the lock', in: 'start_attempt', guard: lock, instead: unlocked, concerns: twice },
  {
    name: 'another attempt: only once the one before is closed',
    in: 'start_attempt',
    guard: /AND b\.state = 'closed'/,
    instead: '',
    concerns: twice,
  },
  {
    name: 'another attempt: numbers that were not had before',
    in: 'start_attempt',
    guard:
      /ORDER BY \(SELECT count\(\*\) FROM had h WHERE h\.exam_question_id = r\.id AND h\.variant_id = p\.variant_id\), random\(\)/,
    instead: 'ORDER BY random()',
    concerns: twice,
  },
]

/** The text that makes a function or a view again as it is now. */
async function definition(name: string): Promise<string> {
  const [row] = await query<{ text: string }>(
    `SELECT pg_get_functiondef(oid) AS text FROM pg_proc WHERE proname = $1
     UNION ALL SELECT 'CREATE OR REPLACE VIEW ' || viewname || ' AS ' || definition FROM pg_views WHERE viewname = $1`,
    [name],
  )
  return row?.text ?? ''
}

/** Runs `work` while a guard is missing. */
export async function without<T>(guard: Guard, work: () => Promise<T>): Promise<T> {
  const text = await definition(guard.in)
  const broken = text.replace(guard.guard, guard.instead)
  if (broken === text) throw new Error(`${guard.in} has no guard like ${guard.guard}: name it as it is written now`)
  await query(broken)
  if (guard.index) await query(`DROP INDEX ${guard.index}`)
  try {
    return await work()
  } finally {
    await query(text)
  }
}
