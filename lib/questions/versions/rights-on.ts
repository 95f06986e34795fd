import type { Principal } from '../../auth/principal.ts'
import { requireQuestion } from '../require-question.ts'

/** What whoever may read a question may do with it besides. */
export async function rightsOn(
  principal: Principal | null,
  slug: string,
): Promise<{ edit: boolean; publish: boolean }> {
  const { right } = await requireQuestion(principal, slug, 'read')
  return { edit: right !== 'read', publish: right === 'publish' }
}
