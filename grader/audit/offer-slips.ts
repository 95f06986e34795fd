import type { StoredTensor } from '../question/variant.ts'
import { measureAlternativeBands } from './alternative-bands.ts'
import type { Candidate } from './candidate.ts'
import type { AuditContext } from './context.ts'
import { distanceInBands, wider } from './distance.ts'
import { outcomesOf } from './execute-alternatives.ts'
import { bandsUnder, distanceFromTruth, firstFields, fromEachOther, fromTruth } from './separation.ts'
import { triviality } from './trivial.ts'
import { takesNoWork } from './without-work.ts'

/**
 * Puts the automatic slips into the keys of sound candidates, where they can be told: a slip that cannot be had, lies too
 * near the truth, an author's alternative or a slip before it, hangs on a rounding, or is what one could type without any
 * work, is left out for that variant. It never rejects one. Only the fields where it shows first are kept: what comes
 * after is judged from the student's own values.
 */
export async function offerSlips(context: AuditContext, candidates: readonly Candidate[]): Promise<void> {
  for (const alternative of context.definition.alternatives) {
    if (!alternative.automatic) continue
    const { id } = alternative
    const outcomes = await outcomesOf(context, alternative, candidates)
    for (const [k, candidate] of candidates.entries()) {
      const outcome = outcomes[k]!
      const changed = 'changed' in outcome ? outcome.changed : {}
      const first = firstFields(context.definition, Object.keys(changed))
      candidate.alternatives[id] = Object.fromEntries(first.map((field) => [field, changed[field] as StoredTensor]))
    }
    // Most that fail do so already with the bands of the truth, which cost nothing more.
    withdraw(context, candidates, id)
    const left = candidates.filter((candidate) => candidate.alternatives[id])
    const kinked = await measureAlternativeBands(context, alternative, left)
    for (const [k, candidate] of left.entries()) {
      const fields = Object.keys(candidate.alternatives[id] ?? {})
      if (fields.some((field) => kinked[k]?.has(field))) delete candidate.alternatives[id]
    }
    withdraw(context, left, id)
  }
}

function withdraw(context: AuditContext, candidates: readonly Candidate[], id: string): void {
  for (const candidate of candidates) {
    const fields = Object.keys(candidate.alternatives[id] ?? {})
    const good = fields.length > 0 && fields.every((field) => canBeTold(context, candidate, id, field))
    if (good) continue
    delete candidate.alternatives[id]
    delete candidate.alternativeBands[id]
  }
}

function canBeTold(context: AuditContext, candidate: Candidate, id: string, field: string): boolean {
  const { alternatives, expected, variant } = candidate
  const value = alternatives[id]?.[field]
  const truth = expected[context.steps.get(field) ?? '']
  if (!value || !truth || distanceFromTruth(candidate, id, field, truth) < fromTruth) return false
  const own = bandsUnder(candidate, id, field)
  if (triviality(value, own) !== null || takesNoWork(value, own, variant)) return false
  // An author's alternative, or a slip before it, that explains the same answer would be told in its place.
  return Object.entries(alternatives).every(([other, values]) => {
    const near = other === id ? undefined : values[field]
    if (!near) return true
    return distanceInBands(near, value, wider(own, bandsUnder(candidate, other, field))) >= fromEachOther
  })
}
