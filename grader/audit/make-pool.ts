import type { Executors } from '../backends/executor.ts'
import type { OperationLibrary } from '../language/types.ts'
import { operations } from '../operations/library.ts'
import type { QuestionDefinition } from '../question/definition.ts'
import { DrawProblem, drawVariant, seedWithTries } from '../question/draw-variant.ts'
import type { Variant, VariantKey } from '../question/variant.ts'
import { type Assessment, assess, contextWithTrivialFields } from './assess.ts'
import { type AuditContext, reject } from './context.ts'
import type { Rejection } from './rejection.ts'
import type { AuditReport } from './report.ts'
import { Tally } from './tally.ts'

export interface PoolOptions {
  count: number
  /** seeds are `${seedPrefix}-0`, `${seedPrefix}-1` …, with the tries of each component behind a `~` */
  seedPrefix: string
  executors: Executors
  library?: OperationLibrary
  /** redraws of one component of one variant before it is given up */
  maximumTries?: number
  /** told how far it has come */
  progress?: (at: PoolProgress) => void
}

export interface PoolProgress {
  stage: 'drawing' | 'examining'
  accepted: number
}

export interface Pool {
  accepted: { variant: Variant; key: VariantKey }[]
  report: AuditReport
}

interface Slot {
  base: string
  /** per component */
  tries: number[]
  state: 'open' | 'accepted' | 'given-up'
  result: { variant: Variant; key: VariantKey } | null
}

const atOnce = 64
/** Draws without a single accepted variant after which a question is given up. */
const hopeless = 600

/**
 * Draws and audits variants until `count` are accepted or their tries are used up. Whatever fails is drawn again
 * component by component, so that parts of a question that have nothing to do with each other do not multiply their
 * tries. The same definition, prefix and count give the same pool, whatever the machine.
 */
export async function makePool(definition: QuestionDefinition, options: PoolOptions): Promise<Pool> {
  const { count, seedPrefix, executors, library = operations, maximumTries = 300 } = options
  const context = await contextWithTrivialFields(definition, executors, library)
  const tally = new Tally(context)
  const slots = Array.from({ length: count }, (_, k): Slot => {
    return { base: `${seedPrefix}-${k}`, tries: context.components.map(() => 0), state: 'open', result: null }
  })
  let draws = 0
  for (let open = slots; open.length > 0; open = slots.filter(({ state }) => state === 'open')) {
    if (draws > hopeless && slots.every(({ result }) => result === null)) break
    draws += open.length
    for (let from = 0; from < open.length; from += atOnce) {
      await auditSlots(context, open.slice(from, from + atOnce), maximumTries, tally)
      options.progress?.({ stage: 'drawing', accepted: slots.filter(({ result }) => result !== null).length })
    }
  }
  const accepted = slots.flatMap(({ result }) => (result ? [result] : []))
  return {
    accepted,
    report: tally.report(
      count,
      accepted,
      slots.map(({ tries }) => tries),
    ),
  }
}

async function auditSlots(context: AuditContext, slots: Slot[], maximumTries: number, tally: Tally): Promise<void> {
  const drawn: { slot: Slot; variant: Variant }[] = []
  for (const slot of slots) {
    const variant = draw(context, slot)
    if ('rejection' in variant) settle(slot, { rejections: [variant.rejection] }, maximumTries, tally)
    else drawn.push({ slot, variant })
  }
  const assessments = await assess(
    context,
    drawn.map(({ variant }) => variant),
  )
  for (const [k, { slot }] of drawn.entries()) settle(slot, assessments[k]!, maximumTries, tally)
}

function draw(context: AuditContext, slot: Slot): Variant | { rejection: Rejection } {
  try {
    return drawVariant(context.definition, seedWithTries(slot.base, slot.tries))
  } catch (error) {
    if (!(error instanceof DrawProblem)) throw error
    return { rejection: reject(context, 'draw', 'parameters', error.parameter, error.message) }
  }
}

/** Keeps an accepted variant; otherwise sets what failed up to be drawn again, or gives the variant up. */
function settle(
  slot: Slot,
  result: Pick<Assessment, 'rejections'> & Partial<Assessment>,
  maximumTries: number,
  tally: Tally,
): void {
  const { rejections, variant, key, separations } = result
  tally.count(rejections)
  if (rejections.length === 0 && variant && key) {
    slot.state = 'accepted'
    slot.result = { variant, key }
    tally.accept(separations ?? [])
    return
  }
  const failed = new Set(rejections.map(({ component }) => component))
  for (const component of failed) if (component !== null) slot.tries[component] = (slot.tries[component] ?? 0) + 1
  if (failed.has(null) || slot.tries.some((tries) => tries > maximumTries)) slot.state = 'given-up'
}
