import { childNamed, childrenNamed, descendantsNamed, type Element, isElement, textOf } from '../markup/tree.ts'

/** A response variable: what is right, and what single answers are worth. */
export interface Declaration {
  cardinality: string
  baseType: string
  correct: string[]
  mapping: Map<string, number>
  /** what anything is worth that the mapping does not name */
  otherwise: number
  /** the most that the mapping gives in all */
  ceiling: number
}

export interface Declared {
  responses: Map<string, Declaration>
  /** the most that an outcome can be */
  most: Map<string, number>
}

export function declarationsOf(item: Element): Declared {
  const responses = new Map<string, Declaration>()
  for (const declared of childrenNamed(item, 'qti-response-declaration')) {
    const mapping = childNamed(declared, 'qti-mapping')
    const entries = childrenNamed(mapping, 'qti-map-entry')
    responses.set(declared.attributes.identifier ?? '', {
      cardinality: declared.attributes.cardinality ?? 'single',
      baseType: declared.attributes['base-type'] ?? '',
      correct: childrenNamed(childNamed(declared, 'qti-correct-response'), 'qti-value').map((value) =>
        textOf(value).trim(),
      ),
      mapping: new Map(
        entries.map(({ attributes }) => [attributes['map-key'] ?? '', Number(attributes['mapped-value']) || 0]),
      ),
      otherwise: Number(mapping?.attributes['default-value']) || 0,
      ceiling: Number(mapping?.attributes['upper-bound']) || Number.POSITIVE_INFINITY,
    })
  }
  const most = outcomes(item)
  const given = most.has('SCORE') ? 0 : mostGiven(item, responses)
  if (given > 0) most.set('SCORE', given)
  return { responses, most }
}

/** The most that processing gives where no outcome says it: by a mapping, or as one of its values; 0 where it adds up. */
function mostGiven(item: Element, responses: ReadonlyMap<string, Declaration>): number {
  const processing = childNamed(item, 'qti-response-processing')
  if (!processing) return 0
  if (/\/map_response(?:\.xml)?$/.test(processing.attributes.template ?? ''))
    return mostMapped(responses.get('RESPONSE'))
  const sets = descendantsNamed(processing, 'qti-set-outcome-value')
  const values = sets
    .filter(({ attributes }) => attributes.identifier === 'SCORE')
    .map((set) => {
      const mapped = childNamed(set, 'qti-map-response')
      const value = childNamed(set, 'qti-base-value')
      if (mapped) return mostMapped(responses.get(mapped.attributes.identifier ?? ''))
      return value ? Number(textOf(value)) : Number.NaN
    })
  return values.every((value) => Number.isFinite(value)) ? Math.max(0, ...values) : 0
}

function mostMapped(declaration: Declaration | undefined): number {
  if (!declaration) return 0
  const { cardinality, correct, mapping, ceiling } = declaration
  const worths = [...mapping.values()].filter((worth) => worth > 0)
  if (cardinality === 'single') return Math.min(ceiling, Math.max(0, ...worths))
  const right = correct.flatMap((one) => mapping.get(one) ?? []).filter((worth) => worth > 0)
  return Math.min(
    ceiling,
    (right.length > 0 ? right : worths).reduce((sum, worth) => sum + worth, 0),
  )
}

function outcomes(item: Element): Map<string, number> {
  const most = new Map<string, number>()
  for (const { attributes, children } of childrenNamed(item, 'qti-outcome-declaration')) {
    const name = attributes.identifier ?? ''
    const said = Number(attributes['normal-maximum'] ?? Number.NaN)
    const given = Number(textOf({ tag: '', attributes: {}, children }).trim() || Number.NaN)
    if (said > 0) most.set(name, said)
    else if (name === 'MAXSCORE' && given > 0) most.set('SCORE', given)
  }
  return most
}

/** What a rule says of a number: which, how near, and what it gives. */
export interface NumberRule {
  /** null: the correct response */
  value: Element | null
  mode: string
  tolerance: number
  /** the same above the value, where it is another */
  upper: number
  score: number | null
}

const asks = ({ tag, attributes }: Element, response: string) =>
  tag === 'qti-variable' && attributes.identifier === response

/** The rules of response processing that compare a response with a number. */
export function numberRules(item: Element, response: string): NumberRule[] {
  const branches = descendantsNamed(item, 'qti-response-if', 'qti-response-else-if')
  return branches.flatMap((branch) => {
    const compared = descendantsNamed(branch, 'qti-equal', 'qti-equal-rounded').find((one) =>
      childrenNamed(one, 'qti-variable').some((variable) => asks(variable, response)),
    )
    if (!compared) return []
    const to = compared.children.filter(isElement).find((one) => !asks(one, response))
    const rounded = compared.tag === 'qti-equal-rounded'
    const { attributes } = compared
    const mode = rounded
      ? (attributes['rounding-mode'] ?? 'significantFigures')
      : (attributes['tolerance-mode'] ?? 'exact')
    const [lower, upper] = rounded ? [attributes.figures] : (attributes.tolerance?.trim().split(/\s+/) ?? [])
    const given = descendantsNamed(branch, 'qti-set-outcome-value').flatMap((set) =>
      childrenNamed(set, 'qti-base-value'),
    )
    const score = given.map((value) => Number(textOf(value))).find((value) => Number.isFinite(value))
    return [
      {
        value: to && to.tag !== 'qti-correct' ? to : null,
        mode,
        tolerance: Math.abs(Number(lower ?? 0)) || 0,
        upper: Math.abs(Number(upper ?? lower ?? 0)) || 0,
        score: score ?? null,
      },
    ]
  })
}

/** A tolerance that is another below than above. */
export function uneven({ mode, tolerance, upper }: Pick<NumberRule, 'mode' | 'tolerance' | 'upper'>): string {
  const unit = mode === 'relative' ? ' %' : ''
  return `An answer could lie ${tolerance}${unit} below and ${upper}${unit} above there; here ${Math.min(tolerance, upper)}${unit} on both sides.`
}
