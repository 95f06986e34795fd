import type { Executors } from '../backends/executor.ts'
import type { OperationLibrary } from '../language/types.ts'
import { operations } from '../operations/library.ts'
import type { QuestionDefinition } from '../question/definition.ts'
import type { Variant, VariantKey } from '../question/variant.ts'
import { measureAlternativeBands } from './alternative-bands.ts'
import { bandsOf } from './bands.ts'
import { type Candidate, candidateOf } from './candidate.ts'
import { findTrivialFields } from './constant-fields.ts'
import { type AuditContext, contextOf, reject } from './context.ts'
import { executeAlternatives } from './execute-alternatives.ts'
import { executeReference } from './execute-reference.ts'
import { executeTwice } from './execute-twice.ts'
import { offerSlips } from './offer-slips.ts'
import { groupByPlan } from './plans.ts'
import { auditProperties } from './properties.ts'
import { rejectEarning } from './reject-earning.ts'
import type { Rejection } from './rejection.ts'
import { type Separation, separationsOf } from './separation.ts'
import { solutionsOf } from './solutions.ts'
import { triviality } from './trivial.ts'
import { copiedParameter } from './without-work.ts'

/** What the audit says of one variant: its key, or why it may not be used. */
export interface Assessment {
  variant: Variant
  key: VariantKey | null
  rejections: Rejection[]
  separations: Separation[]
}

/** Assesses variants that were drawn already, all in one batch. */
export async function assessVariants(
  definition: QuestionDefinition,
  variants: readonly Variant[],
  executors: Executors,
  library: OperationLibrary = operations,
): Promise<Assessment[]> {
  return assess(await contextWithTrivialFields(definition, executors, library), variants)
}

/**
 * The same for variants that students have already: whatever the audit finds, there is a key, and the rejections say what
 * is the matter. The key is null only where the reference does not fit the variant. Grading holds what is not finite or
 * what the executions disagree on.
 */
export async function assessGiven(
  definition: QuestionDefinition,
  variants: readonly Variant[],
  executors: Executors,
  library: OperationLibrary = operations,
): Promise<Assessment[]> {
  return assess(await contextWithTrivialFields(definition, executors, library), variants, true)
}

export async function contextWithTrivialFields(
  definition: QuestionDefinition,
  executors: Executors,
  library: OperationLibrary,
): Promise<AuditContext> {
  const context = contextOf(definition, executors, library)
  return { ...context, ...(await findTrivialFields(context)) }
}

/**
 * The audit of a batch: what is expected, the bands, what every alternative gives and how far it lies from the truth
 * and from the others, and the second execution. A candidate that fails early is spared what comes later, unless it is
 * `given`: then only one whose reference does not fit has no key.
 */
export async function assess(
  context: AuditContext,
  variants: readonly Variant[],
  given = false,
): Promise<Assessment[]> {
  const { definition } = context
  const candidates = variants.map(candidateOf)
  await executeReference(context, candidates)
  const fitting = new Set(candidates.filter(({ rejections }) => rejections.every(({ reason }) => reason !== 'shapes')))
  const sound = () =>
    candidates.filter((candidate) => (given ? fitting.has(candidate) : candidate.rejections.length === 0))
  const computed = sound()
  await measureBands(context, computed)
  await executeAlternatives(context, computed)
  // Most that fail do so already with the bands of the truth, which cost nothing more.
  if (!given) for (const candidate of sound()) separate(context, candidate)
  for (const alternative of definition.alternatives) {
    if (!alternative.automatic) await measureAlternativeBands(context, alternative, sound())
  }
  const separations = new Map(sound().map((candidate) => [candidate, separate(context, candidate)]))
  await executeTwice(context, sound())
  await auditProperties(context, sound())
  await offerSlips(context, sound())
  await rejectEarning(context, sound(), (candidate) => keyOf(context, candidate))
  const kept = new Set(sound())
  return candidates.map((candidate) => ({
    variant: candidate.variant,
    key: kept.has(candidate) ? keyOf(context, candidate) : null,
    rejections: candidate.rejections,
    separations: separations.get(candidate) ?? [],
  }))
}

function keyOf({ definition }: AuditContext, candidate: Candidate): VariantKey {
  const { variant, expected, deviation, bands, alternatives, alternativeBands } = candidate
  const solutions = solutionsOf(definition, variant)
  return { expected, deviation, bands, alternatives, alternativeBands, solutions, broken: {} }
}

async function measureBands(context: AuditContext, candidates: readonly Candidate[]): Promise<void> {
  const { definition, library, executors } = context
  const variants = candidates.map(({ variant }) => variant)
  for (const { plan, members } of groupByPlan(definition, variants, library, undefined, [], context.programs).groups) {
    const measured = await bandsOf(
      definition,
      plan,
      members.map((member) => variants[member]!),
      executors.float64,
    )
    for (const [row, member] of members.entries()) {
      const candidate = candidates[member]!
      const { bands, kinks } = measured[row]!
      candidate.bands = bands
      for (const detail of new Set(
        kinks.map(({ step, field }) => `rounding ${step} may change a branch of ${field}`),
      )) {
        candidate.rejections.push(reject(context, 'kink', 'fields', detail.split(' ').at(-1) ?? '', detail))
      }
      candidate.rejections.push(...trivialAnswers(context, candidate))
    }
  }
}

function trivialAnswers(context: AuditContext, { expected, bands, variant }: Candidate): Rejection[] {
  return [...context.steps].flatMap(([field, step]) => {
    const truth = expected[step]
    if (!truth) return []
    const kind = triviality(truth, bands[field] ?? [])
    const copied = context.copiedFields.has(field) ? null : copiedParameter(truth, bands[field] ?? [], variant)
    const constant = kind === 'constant' && !context.constantFields.has(field)
    const details = [
      ...(kind === 'zero' ? [`zeros are right for ${field}`] : []),
      ...(constant ? [`one number in every cell is right for ${field}`] : []),
      ...(copied !== null ? [`a copy of ${copied} is right for ${field}`] : []),
    ]
    return details.map((detail) => reject(context, 'trivial', 'fields', field, detail))
  })
}

function separate(context: AuditContext, candidate: Candidate): Separation[] {
  const componentOf = (id: string) => context.components.findIndex(({ alternatives }) => alternatives.includes(id))
  const together = (first: string, second: string) => componentOf(first) === componentOf(second)
  const separations = separationsOf(context.definition, candidate, together)
  for (const { first, second, field, sufficient } of separations) {
    if (sufficient) continue
    const reason = first === 'truth' ? 'near-truth' : 'near-each-other'
    const detail = `${first} – ${second} at ${field}`
    candidate.rejections.push(reject(context, reason, 'alternatives', second, detail))
  }
  for (const [id, changed] of Object.entries(candidate.alternatives)) {
    if (Object.keys(changed).length === 0)
      candidate.rejections.push(reject(context, 'no-effect', 'alternatives', id, id))
  }
  return separations
}
