import type { Principal } from '../auth/principal.ts'
import { requireStaffAnywhere } from '../auth/require.ts'
import { askDesk } from './ask-desk.ts'
import type { Language } from './desk-answers.ts'

/** The words of question files: operations with their documentation, keys, generators, kinds of fields. */
export async function readLanguage(principal: Principal | null): Promise<Language> {
  const { personId } = await requireStaffAnywhere(principal)
  return askDesk(personId, 'language', {})
}
