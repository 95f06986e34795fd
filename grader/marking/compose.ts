import type { Executors } from '../backends/executor.ts'
import type { Plan } from '../language/plan.ts'
import type { Alternative, QuestionDefinition } from '../question/definition.ts'
import { type JudgedField, judgedFields } from '../question/fields.ts'
import { isTrivial } from './cheap.ts'
import { ownFields, ownValues } from './own-values.ts'
import { partOfPlan } from './part-of-plan.ts'
import { planFor } from './programs.ts'
import { rerun } from './rerun.ts'
import type { Sheet } from './sheet.ts'

/**
 * Alternatives on top of follow-through: for answers that nothing explains yet, every alternative is executed from the
 * student's own earlier answers, one batch an alternative. So a mistake is found after another one, and also where it
 * magnifies the rounding of the earlier answers beyond the band of the right one. Only what these answers follow from runs.
 */
export async function composeAlternatives(
  question: QuestionDefinition,
  sheets: readonly Sheet[],
  executors: Executors,
) {
  for (const alternative of question.alternatives) {
    const batches = new Map<Plan, { sheet: Sheet; field: JudgedField }[]>()
    for (const sheet of sheets) {
      const fields = unexplained(question, sheet, alternative)
      const program = fields.length > 0 ? planFor(question, sheet.row.variant, alternative) : null
      if (!program?.ok) continue
      const batch = batches.get(program.plan) ?? []
      batches.set(program.plan, [...batch, ...fields.map((field) => ({ sheet, field }))])
    }
    for (const [plan, batch] of batches) {
      const runs = batch.map(({ sheet, field }) => {
        const overrides = ownValues(sheet, ownFields(question, field))
        return { variant: sheet.row.variant, overrides: fitting(plan, overrides) }
      })
      const part = partOfPlan(
        plan,
        batch.map(({ field }) => field.step),
      )
      const results = await rerun(part, runs, executors)
      batch.forEach(({ sheet, field }, k) => {
        const shape = plan.steps.find((step) => step.name === field.step)?.type.shape
        const data = results[k]?.value(field.step)
        if (!shape || !data || !results[k]?.certain(field.step)) return
        sheet.findings.get(field.name)?.candidates.push({ alternative, value: { shape: [...shape], data } })
      })
    }
  }
}

function unexplained(question: QuestionDefinition, sheet: Sheet, alternative: Alternative): JudgedField[] {
  return judgedFields(question).filter((field) => {
    const verdict = sheet.gradings.get(field.name)?.verdict
    if (verdict !== 'wrong' && verdict !== 'partial') return false
    if (!sheet.row.key.alternatives[alternative.id]?.[field.name]) return false
    const sources = ownFields(question, field)
    const answered = ownValues(sheet, sources).size > 0
    return answered && !sources.some(({ name }) => isTrivial(sheet.findings.get(name)))
  })
}

/** Own values whose step has the same size in the alternative's program. */
function fitting(plan: Plan, overrides: ReadonlyMap<string, number[]>): Map<string, number[]> {
  const sizes = new Map(plan.steps.map(({ name, type }) => [name, type.shape.reduce((size, n) => size * n, 1)]))
  return new Map([...overrides].filter(([step, values]) => sizes.get(step) === values.length))
}
