/** A value as JSON: row-major. Scalars have shape []. */
export interface StoredTensor {
  shape: number[]
  data: number[]
}

/** `a`, `b`, … `z`, `aa`, …: the id of the k-th option or line as shown. */
export function shownId(k: number): string {
  return (k >= 26 ? shownId(Math.floor(k / 26) - 1) : '') + String.fromCharCode(97 + (k % 26))
}

/** What is drawn for one seed. Immutable once published. */
export interface Variant {
  slug: string
  version: string
  seed: string
  params: Record<string, StoredTensor>
  /**
   * Per choice and order field: authored indices (right ones first, then the others, as written) in the order shown.
   * The id of the k-th shown option is `shownId(k)`, so that an id says nothing. Server side only.
   */
  arrangement: Record<string, number[]>
}

/**
 * All that is derived from a variant and must never reach a student before release: stored apart.
 * Made once, when the variant is accepted, by both executions.
 */
export interface VariantKey {
  /** every reference step */
  expected: Record<string, StoredTensor>
  /** largest distance between the two executions, per step */
  deviation: Record<string, number>
  /** per number/shape/tensor field: half-width of the band for every entry; 0 where exact */
  bands: Record<string, number[]>
  /** per alternative: the fields it changes and their values under it */
  alternatives: Record<string, Record<string, StoredTensor>>
  /**
   * per alternative: the half-widths of the fields it changes where they are not those of the truth, because the wrong
   * computation passes roundings on otherwise. Missing in keys made before it was measured: the truth's bands hold
   */
  alternativeBands?: Record<string, Record<string, number[]>>
  /** shown ids: the right options per choice field; the right lines in order per order field */
  solutions: Record<string, string[]>
  /** values of the {{…}} that stand in what is said of mistakes, conventions and options, by their source text */
  printed?: Record<string, StoredTensor>
  /** staff only: why a field is broken and must not be scored (rule 1) */
  broken: Record<string, string>
}
