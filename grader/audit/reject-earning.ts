import type { VariantKey } from '../question/variant.ts'
import type { Candidate } from './candidate.ts'
import { type AuditContext, reject } from './context.ts'
import { type Earning, gradeTrivialSheets, mostByLuck } from './trivial-answers.ts'
import { type Known, oneBlank } from './trivial-sheets.ts'

/**
 * Rejects sound candidates in which an answer without work would earn points that the author does not give. Where one is
 * right whatever is drawn, drawing again would not help: the examination of the question says so.
 */
export async function rejectEarning(
  context: AuditContext,
  candidates: readonly Candidate[],
  keyOf: (candidate: Candidate) => VariantKey,
): Promise<void> {
  const { definition, executors, constantFields, copiedFields } = context
  const bySeed = new Map(candidates.map((candidate) => [candidate.variant.seed, candidate]))
  const keyed = [...bySeed.values()].map((candidate) => ({ variant: candidate.variant, key: keyOf(candidate) }))
  const { earning } = await gradeTrivialSheets(definition, keyed, executors, triedBefore)
  const unmeant = ({ because, copied, field, score }: Earning) => {
    if (because !== null) return false
    return copied ? score > mostByLuck && !copiedFields.has(field) : !constantFields.has(field)
  }
  for (const { seed, field, typed } of earning.filter(unmeant)) {
    bySeed.get(seed)?.rejections.push(reject(context, 'earning', 'fields', field, `${typed} at ${field}`))
  }
}

/**
 * Of a property field the audit has executed these already, and what they satisfy in part earns nothing or is what the author pays
 * for. A cell that is left out is another matter: it leaves a property open.
 */
const triedBefore: Known = (typed, { open }) => open && !typed.endsWith(oneBlank)
