import type { AnswerField } from '../../grader/question/definition.ts'
import { halfUnit } from '../../grader/question/fields.ts'
import type { VariantKey } from '../../grader/question/variant.ts'

/** How exact an answer had to be: half-widths over the entries of a field, and where they come from. */
export interface Accepted {
  smallest: number
  largest: number
  /** rounding: that of the field itself. steps: what rounding every step on the way can cost as well */
  why: 'exact' | 'rounding' | 'steps'
  /** the decimals every step is rounded to; null where they differ from step to step */
  decimals: number | null
  /** the bands were multiplied by this */
  leniency: number
}

interface Rounding {
  answers: readonly AnswerField[]
  /** decimals of steps that are not asked for */
  decimals: number
  leniency: number
}

/** The band of a computed field in few numbers; null for fields that have none. */
export function acceptedBand(
  field: AnswerField | undefined,
  { answers, decimals, leniency }: Rounding,
  key: Pick<VariantKey, 'bands'>,
): Accepted | null {
  const bands = field && 'step' in field ? key.bands[field.name] : undefined
  if (!field || !bands || bands.length === 0) return null
  const [smallest, largest] = [Math.min(...bands), Math.max(...bands)]
  const own = 'decimals' in field ? field.decimals : 0
  if (largest === 0) return { smallest, largest, why: 'exact', decimals: own, leniency }
  const half = halfUnit(own) * leniency
  const why = largest <= half * (1 + 1e-9) ? 'rounding' : 'steps'
  const places = new Set([own, decimals, ...answers.flatMap((one) => ('decimals' in one ? [one.decimals] : []))])
  return { smallest, largest, why, decimals: why === 'rounding' || places.size === 1 ? own : null, leniency }
}
