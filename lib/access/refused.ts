import { processWide } from '../db/process-wide.ts'
import { query } from '../db/query.ts'
import { Refusal } from '../http/refusal.ts'
import type { Visit } from './visit.ts'

export type RefusedFor = 'code' | 'tries' | 'address' | 'safe-browser'

/** The same refusal of the same person is noted once in this time: a page that is turned away asks on and on. */
const noteEvery = 60_000
const noted = processWide('access-refusals', () => new Map<string, number>())

export interface Turned {
  examId: string
  personId: string
  visit: Visit | undefined
}

/** Notes for staff that somebody was turned away and why, and gives what to throw. */
export async function refused(who: Turned, reason: RefusedFor, message: string, detail = ''): Promise<Refusal> {
  const address = who.visit?.address ?? null
  const key = [who.examId, who.personId, reason, address].join(' ')
  const now = performance.now()
  if (reason === 'code' || now - (noted().get(key) ?? Number.NEGATIVE_INFINITY) > noteEvery) {
    if (noted().size > 5_000) noted().clear()
    noted().set(key, now)
    await query(
      'INSERT INTO access_refusal (exam_id, person_id, reason, address, detail) VALUES ($1, $2, $3, $4, $5)',
      [who.examId, who.personId, reason, address, detail],
    ).catch((error) => console.error('A refusal was not noted:', error))
  }
  return new Refusal(403, `access-${reason}`, message)
}
