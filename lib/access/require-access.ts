import type { Principal } from '../auth/principal.ts'
import { refused } from './refused.ts'
import { gateOf, rulesFor } from './rules.ts'
import { safeBrowserProblem } from './safe-browser/require-safe-browser.ts'

/**
 * The exam may be sat from where this request comes and with what it is made. Asked of every request of a running attempt;
 * the rules are held in memory. What is not known (an address, a visit) is not inside.
 */
export async function requireAccess(person: Principal, examId: string): Promise<void> {
  const gate = await gateOf(examId)
  const { personId, visit } = person
  const asked = rulesFor(gate, personId)
  const who = { examId, personId, visit }
  if (asked.networks && !(visit?.address && gate.inside(visit.address))) {
    const from = visit?.address ? ` You come from ${visit.address}.` : ''
    throw await refused(
      who,
      'address',
      `This exam can only be taken in the exam rooms’ network.${from} Connect to that network, or ask the supervisor.`,
    )
  }
  if (asked.safeBrowser) {
    const problem = await safeBrowserProblem(person, examId, gate)
    if (problem) throw await refused(who, 'safe-browser', problem.message, problem.detail)
  }
}
