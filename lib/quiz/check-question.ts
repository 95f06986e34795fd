import { kindOfKey, requireOwnAttempt } from '../attempts/facts.ts'
import type { Principal } from '../auth/principal.ts'
import { saveQuery } from '../db/query.ts'
import { parse } from '../http/parse.ts'
import { invalid, notFound, Refusal } from '../http/refusal.ts'
import { askGrader } from '../questions/ask-grader.ts'
import { type CheckBody, checkBody } from './input.ts'
import { newestChecks } from './own-checks.ts'
import type { ShownCheck } from './shown-check.ts'

/** So often a minute one student asks the grader. */
const eachMinute = 10

export interface Checked {
  check: ShownCheck
  /** checks of this question that are left; null: as many as one likes */
  left: number | null
}

type Begun =
  | { refused: 'no-checks' | 'closed' }
  | { refused: 'used-up'; allowed: number }
  | { refused: 'missing'; fields: string[] }
  | { refused: 'too-often'; seconds: number }
  | { refused?: undefined; checkId: string; left: number | null }

function refusal(begun: Begun & { refused: string }): Refusal {
  switch (begun.refused) {
    case 'no-checks':
      return new Refusal(403, 'no-checks', 'The questions of this exam cannot be checked while it is sat.')
    case 'closed':
      return new Refusal(409, 'closed', 'This attempt is closed.')
    case 'missing': {
      const details = { fields: begun.fields }
      return new Refusal(409, 'missing', 'Some answers have not reached the server yet.', { details })
    }
    case 'used-up': {
      const times = begun.allowed === 1 ? 'once' : `${begun.allowed} times`
      return new Refusal(409, 'used-up', `A question may be checked ${times}. You have done so.`)
    }
    case 'too-often': {
      const details = { seconds: begun.seconds }
      return new Refusal(429, 'too-often', `You check very often. Wait ${begun.seconds} seconds.`, { details })
    }
  }
}

/**
 * Grades what is saved of one question of a quiz, by the grader that grades what is handed in, and says what is right. Who
 * may ask, and how often, is decided under the attempt's lock; the grading is made without it, and saves go on meanwhile.
 */
export async function checkQuestion(
  principal: Principal | null,
  attemptId: string,
  slug: string,
  given: CheckBody,
): Promise<Checked> {
  const facts = await requireOwnAttempt(principal, attemptId)
  const { revisions } = parse(checkBody, given)
  if (!facts.questions.has(slug)) throw notFound()
  for (const key of Object.keys(revisions)) {
    kindOfKey(facts, key)
    if (!key.startsWith(`${slug}.`)) throw invalid('This field is of another question.', key)
  }
  const [row] = await saveQuery<{ begun: Begun | null }>('SELECT begin_check($1, $2, $3, $4::jsonb, $5) AS begun', [
    attemptId,
    facts.personId,
    slug,
    JSON.stringify(revisions),
    eachMinute,
  ])
  const begun = row?.begun
  if (!begun) throw notFound()
  if (begun.refused) throw refusal(begun)
  await askGrader('/check', { checkId: begun.checkId })
  const checks = (await newestChecks(attemptId, slug))[slug]
  if (!checks) throw new Refusal(503, 'grader-away', 'The grader does not answer just now. Please try again.')
  return { check: checks.newest, left: begun.left }
}
