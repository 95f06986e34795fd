import type { Environment } from './environment.ts'
import type { Answered, AttemptState } from './protocol.ts'

/** The state of the attempt, and the server's time with it. */
export async function look({ transport, clock, now }: Environment): Promise<Answered<AttemptState>> {
  const sent = now()
  const answer = await transport.state()
  if (answer.outcome === 'answered') clock.sample(answer.value.serverNow, sent, now())
  return answer
}

/** The state after a takeover, and the epoch that this page got by it: another takeover may have followed at once. */
export async function takeOverAndLook(
  env: Environment,
  before: number,
): Promise<{ answer: Answered<AttemptState>; epoch: number }> {
  const taken = await env.transport.takeOver()
  if (taken.outcome === 'trouble') return { answer: taken, epoch: before }
  // refused: it was closed meanwhile, and the state says so
  return { answer: await look(env), epoch: taken.outcome === 'answered' ? taken.value.epoch : before }
}

/** Whether this browser goes on where it was itself the last to write: `kept` is the epoch that its journal remembers. */
export function isOwn({ epoch, responses, state }: AttemptState, kept: number | null): boolean {
  const fresh = epoch === 1 && kept === null && Object.keys(responses).length === 0
  return kept === epoch || fresh || state === 'closed'
}
