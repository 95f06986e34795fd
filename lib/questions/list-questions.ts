import type { Principal } from '../auth/principal.ts'
import { requireStaffAnywhere } from '../auth/require.ts'
import { askGrader } from './ask-grader.ts'
import type { BankEntry } from './preview.ts'

export type { BankEntry } from './preview.ts'

/** Every question file of the bank, with what is wrong in it. */
export async function listQuestions(principal: Principal | null): Promise<BankEntry[]> {
  await requireStaffAnywhere(principal)
  return askGrader<BankEntry[]>('/questions', {})
}
