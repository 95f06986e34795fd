import type { MessageKey } from '../../messages/catalogue.ts'
import type { AuditReport } from '../../staff/audit/audit.ts'
import type { ExpectedField } from '../../staff/preview/expected-values.tsx'

/** What helps against the reasons for which numbers are refused. */
const remedies: Record<string, MessageKey> = {
  'near-truth': 'authoring.adviceNear',
  'near-each-other': 'authoring.advicePair',
  'no-effect': 'authoring.adviceNoEffect',
  constraint: 'authoring.adviceConstraint',
  kink: 'authoring.adviceKink',
  trivial: 'authoring.adviceTrivial',
  earning: 'authoring.adviceTrivial',
}

/** How a question that was not found fair can be mended: the commonest reason first, each remedy once. */
export function adviceFor({ count = 0, accepted = 0, components = [] }: AuditReport): MessageKey[] {
  if (accepted >= count) return []
  const counts = new Map<MessageKey, number>()
  for (const { reason, count: times } of components.flatMap(({ rejections }) => rejections)) {
    const remedy = remedies[reason]
    if (remedy) counts.set(remedy, (counts.get(remedy) ?? 0) + times)
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([remedy]) => remedy)
}

/** Ten units of the last decimal that is asked for: farther off, somebody who rounds as asked is hardly meant. */
const wide = 10

/** Fields whose band is far wider than the decimals asked for, each with its widest. */
export function wideBands(fields: readonly ExpectedField[]): { label: string; decimals: number; band: number }[] {
  return fields.flatMap(({ label, decimals, bands }) => {
    const band = Math.max(0, ...bands)
    return decimals !== null && band > wide * 10 ** -decimals ? [{ label, decimals, band }] : []
  })
}

/** Below this share of draws that are kept, an author should know what is never given to anybody. */
const often = 0.75

/**
 * What is drawn again so often that some of the numbers an author wrote are hardly ever given, with the commonest reason.
 * What a condition of the author's own keeps away is meant to be.
 */
export function seldomKept({ components = [] }: AuditReport): { fields: string; share: number; detail: string }[] {
  return components.flatMap(({ fields, draws, accepted, rejections }) => {
    const unmeant = rejections.filter(({ reason }) => reason !== 'constraint')
    const meant = rejections.reduce((sum, { reason, count }) => sum + (reason === 'constraint' ? count : 0), 0)
    const [most] = unmeant.toSorted((a, b) => b.count - a.count)
    const share = accepted / Math.max(accepted, draws - meant)
    return most && accepted > 0 && share < often
      ? [{ fields: fields.join(', '), share: Math.round(100 * share), detail: most.detail }]
      : []
  })
}
