import type { StoredTensor, Variant } from '../question/variant.ts'
import type { Rejection } from './rejection.ts'

/** A drawn variant on its way through the audit. */
export interface Candidate {
  variant: Variant
  rejections: Rejection[]
  /** every reference step, by the float64 execution */
  expected: Record<string, StoredTensor>
  deviation: Record<string, number>
  bands: Record<string, number[]>
  alternatives: Record<string, Record<string, StoredTensor>>
  alternativeBands: Record<string, Record<string, number[]>>
}

export function candidateOf(variant: Variant): Candidate {
  return { variant, rejections: [], expected: {}, deviation: {}, bands: {}, alternatives: {}, alternativeBands: {} }
}
