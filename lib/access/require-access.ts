import type { Principal } from '../auth/principal.ts'
import { refused } from './refused.ts'
import { gateOf } from './rules.ts'
import { safeBrowserProblem } from './safe-browser/require-safe-browser.ts'

/**
 * The exam may be sat from where this request comes and with what it is made. Asked of every request of a running attempt;
 * the rules are held in memory. What is not known (an address, a visit) is not inside.
 */
export async function requireAccess(person: Principal, examId: string): Promise<void> {
  const gate = await gateOf(examId)
  const { rules, inside } = gate
  if (rules.networks.length === 0 && !rules.safeBrowser) return
  const { personId, visit } = person
  const who = { examId, personId, visit }
  if (rules.networks.length > 0 && !(visit?.address && inside(visit.address))) {
    const from = visit?.address ? ` You come from ${visit.address}.` : ''
    throw await refused(
      who,
      'address',
      `This exam can only be taken in the exam rooms’ network.${from} Connect to that network, or ask the supervisor.`,
    )
  }
  if (rules.safeBrowser) {
    const problem = await safeBrowserProblem(person, examId, gate)
    if (problem) throw await refused(who, 'safe-browser', problem.message, problem.detail)
  }
}
