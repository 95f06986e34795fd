import type { Case } from './case.ts'
import { of } from './heard.ts'

/** A second attempt is one, begun where the first one is closed for good, with questions that were not had before. */
export function* judgeAnother({ heard, stored, line }: Case): Generator<string> {
  const [first, second, ...more] = stored.attempts
  const told = of(heard, 'begin another').flatMap(({ value }) => (value ? [value.attemptId] : []))
  if (more.length > 0) yield `${stored.attempts.length} attempts of one student`
  for (const id of told) if (id !== second?.id) yield 'another attempt was begun and is not there'
  if (second && told.length === 0) yield 'an attempt that nobody was told of'
  if (second && first?.state !== 'closed') yield 'another attempt stands beside one that is open'
  if (second && second.questions !== 2) yield `another attempt has ${second.questions} questions, not 2`
  if (second && second.repeated > 0) yield `another attempt has ${second.repeated} questions with the numbers of before`
  for (const { wave, value } of of(heard, 'reopen'))
    if (value && line[wave - 1]?.followed) yield `wave ${wave}: an attempt that was left behind was opened again`
  for (const { wave, refused } of of(heard, 'begin another')) {
    if (!refused) continue
    const { closedBefore, shut, reopened } = line[wave]!
    // whoever holds the attempt just then keeps it open for a moment though its time is over: asked again it is closed
    const alone = heard.every((one) => one.wave !== wave || one.action.do === 'begin another')
    const closed = !reopened && (closedBefore === true || (shut === true && alone))
    if (refused.code !== 'still-open' || closed) yield `wave ${wave}: another attempt was refused (${refused.code})`
  }
}
