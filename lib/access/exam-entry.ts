import type { Principal } from '../auth/principal.ts'
import { requireSitter } from '../exams/require-sitter.ts'
import { gateOf, rulesFor } from './rules.ts'
import { safeBrowserProblem } from './safe-browser/require-safe-browser.ts'

/** What is asked of a student and how this visit stands to it; nothing of what the right answer is. */
export interface ExamEntryRules {
  code: boolean
  networks: boolean
  safeBrowser: boolean
  /** in the networks; true where there are none */
  inside: boolean
  address: string | null
  /** this visit was proven to come from the exam's Safe Exam Browser */
  proven: boolean
}

export async function examEntryRules(principal: Principal | null, examId: string): Promise<ExamEntryRules> {
  const person = await requireSitter(principal, examId)
  const gate = await gateOf(examId)
  const { networks, safeBrowser } = rulesFor(gate, person.personId)
  const address = person.visit?.address ?? null
  return {
    code: gate.rules.code !== null,
    networks,
    safeBrowser,
    inside: !networks || (address !== null && gate.inside(address)),
    address,
    proven: safeBrowser && (await safeBrowserProblem(person, examId, gate)) === null,
  }
}
