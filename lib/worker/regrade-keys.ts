import type { PaperNode, PaperQuestion } from '../../grader/answers/paper.ts'
import { assessGiven } from '../../grader/audit/assess.ts'
import { reasons } from '../../grader/audit/rejection.ts'
import type { Executors } from '../../grader/backends/executor.ts'
import type { QuestionDefinition } from '../../grader/question/definition.ts'
import type { Variant, VariantKey } from '../../grader/question/variant.ts'
import { renderFields, renderSolution } from '../questions/render/paper.ts'
import { saidValues } from '../questions/render/said.ts'
import { arrangementFor, fieldProblem, formProblem } from '../regrade/fit-fields.ts'
import { parameterProblem } from '../regrade/fit-parameters.ts'
import { paperValues } from './paper-values.ts'

/** A variant that students have, as it is graded and shown now. */
export interface PinnedVariant {
  variantId: string
  variant: Variant
  key: VariantKey
  paper: PaperQuestion
}

/** The same variant under another version: same params, another key. */
export interface NewKey {
  variantId: string
  arrangement: Variant['arrangement']
  key: VariantKey
  solution: Record<string, PaperNode[]>
  paper: PaperQuestion
}

export type NewKeys = { problem: string } | { keys: NewKey[]; notes: string[] }

/**
 * The keys of pinned variants under a corrected version, by both executions in one batch. A sentence instead where the
 * students who have these variants answered another question. A variant that no longer tells right from wrong keeps a
 * key, and a note says so.
 */
export async function newKeys(
  old: QuestionDefinition,
  next: QuestionDefinition,
  pinned: readonly PinnedVariant[],
  executors: Executors,
): Promise<NewKeys> {
  const unlike = fieldProblem(old, next)
  if (unlike) return { problem: unlike }
  const variants: Variant[] = []
  for (const { variant } of pinned) {
    const problem = parameterProblem(next, variant)
    if (problem) return { problem }
    const moved = arrangementFor(old, next, variant.arrangement)
    if ('problem' in moved) return moved
    variants.push({ ...variant, version: next.version, arrangement: moved.arrangement })
  }
  const assessments = await assessGiven(next, variants, executors)
  const keys: NewKey[] = []
  const found = new Map<string, number>()
  for (const [k, { variant, key, rejections }] of assessments.entries()) {
    const before = pinned[k]
    if (!before) continue
    if (!key)
      return { problem: `The corrected reference does not fit the numbers of students: ${rejections[0]?.detail}` }
    const seen = await shown(old, before.variant, before.key, executors)
    const now = await shown(next, variant, key, executors)
    const fields = renderFields(now)
    const form = formProblem(renderFields(seen), fields)
    if (form) return { problem: form }
    // students saw the old text; points and decimals are the new ones
    const paper = { ...before.paper, points: fields.reduce((sum, { points }) => sum + points, 0), fields }
    const { arrangement } = variant
    const said = saidValues(next, now.values)
    keys.push({
      variantId: before.variantId,
      arrangement,
      key: { ...key, ...said },
      solution: renderSolution(now),
      paper,
    })
    for (const note of new Set(rejections.map(({ reason, detail }) => `${reasons[reason]}: ${detail}`)))
      found.set(note, (found.get(note) ?? 0) + 1)
  }
  const notes = [...found].map(([note, count]) => `In ${count} of ${pinned.length} variants ${note}.`)
  return { keys, notes }
}

async function shown(definition: QuestionDefinition, variant: Variant, key: VariantKey, { float64 }: Executors) {
  return { definition, variant, key, values: await paperValues(definition, variant, key, float64) }
}
