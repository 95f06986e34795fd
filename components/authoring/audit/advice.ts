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
