import type { QuestionDefinition } from '../question/definition.ts'
import { upstreamSteps } from '../question/dependencies.ts'
import { judgedFields } from '../question/fields.ts'
import type { StoredTensor, VariantKey } from '../question/variant.ts'
import { distanceInBands, wider } from './distance.ts'

export const fromTruth = 3
export const fromEachOther = 1.5

/**
 * How far apart two of {truth, alternatives} are, in bands, and on which field that was measured. From the truth it is
 * in bands of the truth, or twice the distance in the wider of both bands if that is less.
 */
export interface Separation {
  first: string
  second: string
  field: string
  distance: number
  sufficient: boolean
}

export type Measured = Pick<VariantKey, 'expected' | 'bands' | 'alternatives' | 'alternativeBands'>

/**
 * The separations of a variant (rule 4), precisely:
 * - An alternative *changes* a field if its value differs at all. It *shows first* on the changed fields none of whose
 *   upstream fields it changes (what comes later is judged from the student's own values). On each of those it must lie
 *   at least 3 bands from the truth in some entry, and 1.5 of its own where these are wider (a wrong computation may pass
 *   roundings on more strongly); a field that it leaves exactly as it is does not count, but it must change one.
 * - Two alternatives must lie at least 1.5 bands apart, the wider of the two, in some entry of some field that either
 *   changes; one that changes nothing is no pair of anything.
 * - Exact entries must differ; a different shape is infinitely far.
 * Pairs that are not `together` (they belong to different components) share no field and are not compared.
 */
export function separationsOf(
  definition: QuestionDefinition,
  key: Measured,
  together: (first: string, second: string) => boolean = () => true,
): Separation[] {
  const found: Separation[] = []
  const steps = new Map(judgedFields(definition).map((field) => [field.name, field.step]))
  const truthOf = (field: string) => key.expected[steps.get(field) ?? ''] as StoredTensor
  const ids = Object.keys(key.alternatives)
  for (const id of ids) {
    const changed = key.alternatives[id] ?? {}
    for (const field of firstFields(definition, Object.keys(changed))) {
      const distance = distanceFromTruth(key, id, field, truthOf(field))
      found.push({ first: 'truth', second: id, field, distance, sufficient: distance >= fromTruth })
    }
  }
  for (const [k, first] of ids.entries()) {
    for (const second of ids.slice(k + 1)) {
      const [a, b] = [key.alternatives[first] ?? {}, key.alternatives[second] ?? {}]
      if (!together(first, second) || Object.keys(a).length === 0 || Object.keys(b).length === 0) continue
      let best: Separation | null = null
      for (const field of new Set([...Object.keys(a), ...Object.keys(b)])) {
        const truth = truthOf(field)
        const bands = wider(bandsUnder(key, first, field), bandsUnder(key, second, field))
        const distance = distanceInBands(a[field] ?? truth, b[field] ?? truth, bands)
        if (best === null || distance > best.distance) {
          best = { first, second, field, distance, sufficient: distance >= fromEachOther }
        }
      }
      if (best) found.push(best)
    }
  }
  return found
}

/** How far an alternative's value lies from the truth, see `Separation`. */
export function distanceFromTruth(key: Measured, id: string, field: string, truth: StoredTensor): number {
  const value = key.alternatives[id]?.[field] ?? truth
  const own = key.bands[field] ?? []
  const inWider = distanceInBands(truth, value, wider(own, bandsUnder(key, id, field)))
  return Math.min(distanceInBands(truth, value, own), (fromTruth / fromEachOther) * inWider)
}

/** The bands of a field's value under an alternative: its own where it changes the field and they differ. */
export function bandsUnder(key: Measured, id: string, field: string): readonly number[] {
  return key.alternativeBands?.[id]?.[field] ?? key.bands[field] ?? []
}

/** Those of the changed fields that no other changed field leads to. */
export function firstFields(definition: QuestionDefinition, changed: readonly string[]): string[] {
  const fields = judgedFields(definition).filter(({ name }) => changed.includes(name))
  return fields
    .filter(({ step }) => {
      const upstream = upstreamSteps(definition.reference, step)
      return !fields.some((other) => other.step !== step && upstream.includes(other.step))
    })
    .map(({ name }) => name)
}
