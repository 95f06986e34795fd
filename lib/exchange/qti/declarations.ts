import { childNamed, childrenNamed, descendantsNamed, type Element, textOf } from '../markup/tree.ts'

/** A response variable: what is right, and what single answers are worth. */
export interface Declaration {
  cardinality: string
  baseType: string
  correct: string[]
  mapping: Map<string, number>
}

export interface Declared {
  responses: Map<string, Declaration>
  /** the most that an outcome can be */
  most: Map<string, number>
}

export function declarationsOf(item: Element): Declared {
  const responses = new Map<string, Declaration>()
  for (const declared of childrenNamed(item, 'qti-response-declaration')) {
    const entries = childrenNamed(childNamed(declared, 'qti-mapping'), 'qti-map-entry')
    responses.set(declared.attributes.identifier ?? '', {
      cardinality: declared.attributes.cardinality ?? 'single',
      baseType: declared.attributes['base-type'] ?? '',
      correct: childrenNamed(childNamed(declared, 'qti-correct-response'), 'qti-value').map((value) =>
        textOf(value).trim(),
      ),
      mapping: new Map(
        entries.map(({ attributes }) => [attributes['map-key'] ?? '', Number(attributes['mapped-value']) || 0]),
      ),
    })
  }
  return { responses, most: outcomes(item) }
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
  value: string | null
  mode: string
  tolerance: number
  score: number | null
}

/** The rules of response processing that compare a response with a number. */
export function numberRules(item: Element, response: string): NumberRule[] {
  const branches = descendantsNamed(item, 'qti-response-if', 'qti-response-else-if')
  return branches.flatMap((branch) => {
    const compared = descendantsNamed(branch, 'qti-equal', 'qti-equal-rounded').find(
      (one) => childNamed(one, 'qti-variable')?.attributes.identifier === response,
    )
    if (!compared) return []
    const base = childNamed(compared, 'qti-base-value')
    const rounded = compared.tag === 'qti-equal-rounded'
    const { attributes } = compared
    const mode = rounded
      ? (attributes['rounding-mode'] ?? 'significantFigures')
      : (attributes['tolerance-mode'] ?? 'exact')
    const said = rounded ? attributes.figures : attributes.tolerance?.trim().split(/\s+/)[0]
    const given = descendantsNamed(branch, 'qti-set-outcome-value').flatMap((set) =>
      childrenNamed(set, 'qti-base-value'),
    )
    const score = given.map((value) => Number(textOf(value))).find((value) => Number.isFinite(value))
    return [
      {
        value: base ? textOf(base).trim() : null,
        mode,
        tolerance: Math.abs(Number(said ?? 0)) || 0,
        score: score ?? null,
      },
    ]
  })
}
