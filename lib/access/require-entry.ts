import type { Principal } from '../auth/principal.ts'
import { Refusal } from '../http/refusal.ts'
import { mostTries, triesSeconds, tryCode } from './access-code.ts'
import { refused } from './refused.ts'
import { requireAccess } from './require-access.ts'
import { gateOf } from './rules.ts'

/** Somebody may begin the exam: from here, with this browser, and with the code that was given out in the room. */
export async function requireEntry(person: Principal, examId: string, code: string | undefined): Promise<void> {
  await requireAccess(person, examId)
  const { rules } = await gateOf(examId)
  if (rules.code === null) return
  const who = { examId, personId: person.personId, visit: person.visit }
  if (!code?.trim()) throw new Refusal(403, 'access-code', 'Type the access code that is given out in the room.')
  const { ok, left } = await tryCode(examId, person.personId, code, rules.code)
  if (ok) return
  if (left === 0) {
    const minutes = triesSeconds / 60
    throw await refused(
      who,
      'tries',
      `${mostTries} wrong access codes. Ask the supervisor, and try again in ${minutes} minutes.`,
    )
  }
  const tries = left === 1 ? 'One more try' : `${left} more tries`
  throw await refused(
    who,
    'code',
    `This is not the access code of this exam. Look at it again, or ask the supervisor. ${tries}.`,
    'wrong code',
  )
}
