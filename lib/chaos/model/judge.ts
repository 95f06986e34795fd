import { type Case, newestOf } from './case.ts'
import { type Heard, of } from './heard.ts'
import { judgeAnother } from './judge-another.ts'
import { judgeClosing } from './judge-closing.ts'
import { judgeForward } from './judge-forward.ts'
import { judgeLate } from './judge-late.ts'
import { judgeSaves } from './judge-saves.ts'
import type { Schedule } from './schedule.ts'
import type { Seat } from './seats.ts'
import type { Stored } from './stored.ts'
import { timeline } from './timeline.ts'

function* judgeStart({ heard, stored, line }: Case): Generator<string> {
  const [attempt, next] = stored.attempts
  if (!attempt) return yield 'no attempt'
  for (const { wave, value, refused } of of(heard, 'start')) {
    // it means the newest one
    const newest = [...(line[wave - 1]?.followed ? [] : [attempt.id]), ...(line[wave]?.followed ? [next?.id] : [])]
    if (!newest.includes(value?.attemptId)) yield `a start gave ${value?.attemptId ?? refused?.code}, not the attempt`
  }
  if (attempt.questions !== 2) yield `the attempt has ${attempt.questions} questions, not 2`
  const last = line.at(-1)?.epochs[1]
  if (attempt.epoch !== last) yield `the attempt's epoch is ${attempt.epoch}, not ${last}`
  const epochs = of(heard, 'take over').flatMap(({ value }) => (value ? [value.epoch] : []))
  if (new Set(epochs).size !== epochs.length) yield 'two devices were given the same epoch'
  for (const { wave, refused } of of(heard, 'take over'))
    if (refused && line[wave]?.closedBefore === false && !line[wave]?.mayClose)
      yield `wave ${wave}: an open attempt could not be taken over (${refused.code})`
}

function* judgeBroken({ heard }: Case): Generator<string> {
  for (const { action, refused } of heard) if (refused?.code.startsWith('broken')) yield `${action.do}: ${refused.code}`
}

/** What was promised and is not so: each a sentence; none if all is well. */
export function judge(schedule: Schedule, seat: Seat, heard: readonly Heard[], stored: Stored): string[] {
  const line = timeline(heard, schedule.waves.length, schedule.syncGrace)
  const one: Case = { schedule, seat, heard, stored, line, newest: newestOf(stored.events, stored.reopenings) }
  const rules = [judgeBroken, judgeStart, judgeAnother, judgeSaves, judgeForward, judgeClosing, judgeLate]
  return rules.flatMap((rule) => [...rule(one)])
}
