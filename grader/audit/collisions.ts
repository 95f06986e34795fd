import type { Executors } from '../backends/executor.ts'
import { operations } from '../operations/library.ts'
import type { QuestionDefinition } from '../question/definition.ts'
import { DrawProblem, drawVariant } from '../question/draw-variant.ts'
import type { Variant, VariantKey } from '../question/variant.ts'
import { assess } from './assess.ts'
import { checkSeparation } from './check-keys.ts'
import { contextOf } from './context.ts'
import type { Reason } from './rejection.ts'

/** Shares of draws that cannot tell some mistake or convention from the truth or from another one. */
export interface Collisions {
  /** draws that keep the author's constraints */
  draws: number
  /** share among these */
  before: number
  /** share among the accepted variants */
  after: number
}

/** What makes a draw none: the author's own conditions, which anybody would check. */
const noDraw: ReadonlySet<Reason> = new Set(['draw', 'shapes', 'constraint', 'not-finite', 'too-large', 'options'])
const collision: ReadonlySet<Reason> = new Set(['near-truth', 'near-each-other', 'no-effect'])

/** Draws without an audit, and counts what the audit would have refused because two answers could not be told apart. */
export async function countCollisions(
  definition: QuestionDefinition,
  accepted: readonly { variant: Variant; key: VariantKey }[],
  executors: Executors,
  count: number,
): Promise<Collisions> {
  const authored = definition.alternatives.filter(({ automatic }) => !automatic)
  const context = contextOf({ ...definition, alternatives: authored }, executors, operations)
  const variants: Variant[] = []
  for (let k = 0; k < count; k++) {
    try {
      variants.push(drawVariant(definition, `unaudited-${k}`))
    } catch (error) {
      if (!(error instanceof DrawProblem)) throw error
    }
  }
  const assessments = await assess(context, variants, true)
  const draws = assessments.filter(({ rejections }) => !rejections.some(({ reason }) => noDraw.has(reason)))
  const bad = draws.filter(({ rejections }) => rejections.some(({ reason }) => collision.has(reason)))
  const wrong = accepted.filter(
    (one) => checkSeparation({ definition, accepted: [one], executors, library: operations }).length > 0,
  )
  return {
    draws: draws.length,
    before: draws.length === 0 ? 0 : bad.length / draws.length,
    after: accepted.length === 0 ? 0 : wrong.length / accepted.length,
  }
}
