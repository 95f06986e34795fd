import type { Alternative } from '../question/definition.ts'
import { judgedFields } from '../question/fields.ts'
import { bandsOf } from './bands.ts'
import type { Candidate } from './candidate.ts'
import type { AuditContext } from './context.ts'
import { groupByPlan } from './plans.ts'

/** Bands that differ by less than this share are the same: nothing is kept for them. */
const same = 0.05

/**
 * The bands of what an alternative leads to, measured on its own program as the truth's are on the reference: it may pass
 * roundings on more strongly, or less. Kept per field that it changes, where they are not the truth's. Returns, per
 * candidate, the fields in which rounding would change a branch of the wrong computation.
 */
export async function measureAlternativeBands(
  { definition, library, executors, programs }: AuditContext,
  alternative: Alternative,
  candidates: readonly Candidate[],
): Promise<Set<string>[]> {
  const { id } = alternative
  const kinked = candidates.map(() => new Set<string>())
  const changing = (candidate: Candidate, field: string) => Object.hasOwn(candidate.alternatives[id] ?? {}, field)
  const fields = judgedFields(definition).filter(({ name }) => candidates.some((one) => changing(one, name)))
  if (fields.length === 0) return kinked
  const variants = candidates.map(({ variant }) => variant)
  for (const { plan, members } of groupByPlan(definition, variants, library, alternative, [], programs).groups) {
    const some = members.map((member) => variants[member]!)
    const measured = await bandsOf(definition, plan, some, executors.float64, fields)
    for (const [row, member] of members.entries()) {
      const candidate = candidates[member]!
      const { bands, kinks } = measured[row]!
      const kept = fields.filter(({ name }) => changing(candidate, name) && differ(bands[name], candidate.bands[name]))
      const own = Object.fromEntries(kept.map(({ name }) => [name, (bands[name] ?? []).map(roundUp)]))
      if (kept.length > 0) candidate.alternativeBands[id] = own
      for (const { field } of kinks) kinked[member]?.add(field)
    }
  }
  return kinked
}

function differ(own: readonly number[] = [], truth: readonly number[] = []): boolean {
  return own.length !== truth.length || own.some((band, i) => Math.abs(band - (truth[i] ?? 0)) > same * (truth[i] ?? 0))
}

/** Three digits are enough to store. */
function roundUp(band: number): number {
  return Number((band * 1.005).toPrecision(3))
}
