import type { Principal } from '../auth/principal.ts'
import { requireStaffAnywhere } from '../auth/require.ts'
import { askGrader } from './ask-grader.ts'
import type { BankEntry } from './preview.ts'
import { auditedVersions } from './stored-audits.ts'

export type { BankEntry } from './preview.ts'

/** A question file, and what the audit last said of it. outdated: what was audited is another version of the file. */
export interface ListedQuestion extends BankEntry {
  audit: 'never' | 'sound' | 'unsound' | 'outdated'
}

/** Every question file of the bank, with what is wrong in it. */
export async function listQuestions(principal: Principal | null): Promise<ListedQuestion[]> {
  await requireStaffAnywhere(principal)
  const [entries, audited] = await Promise.all([askGrader<BankEntry[]>('/questions', {}), auditedVersions()])
  return entries.map((entry) => {
    const known = audited.get(entry.slug)
    if (!known) return { ...entry, audit: 'never' }
    if (known.version !== entry.version) return { ...entry, audit: 'outdated' }
    return { ...entry, audit: known.sound ? 'sound' : 'unsound' }
  })
}
