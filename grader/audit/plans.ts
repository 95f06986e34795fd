import type { Problem } from '../language/ast.ts'
import { compile } from '../language/compile.ts'
import type { Plan, StepSource } from '../language/plan.ts'
import type { OperationLibrary } from '../language/types.ts'
import type { Alternative, QuestionDefinition } from '../question/definition.ts'
import { programOf } from '../question/program.ts'
import type { Variant } from '../question/variant.ts'

/** Variants that one plan serves, so that they are rows of one batch; `members` are their places in the list given. */
export interface PlanGroup {
  plan: Plan
  members: number[]
}

export interface Grouping {
  groups: PlanGroup[]
  /** variants whose program does not compile for what was drawn */
  refused: { member: number; step: string; problem: Problem }[]
}

/** Compiles the program of every variant, once for all that agree on shapes and on the integers that settle them. */
export function groupByPlan(
  definition: QuestionDefinition,
  variants: readonly Variant[],
  library: OperationLibrary,
  alternative?: Alternative,
  extra: readonly StepSource[] = [],
): Grouping {
  const known: { types: string; statics: Record<string, number>; group: PlanGroup }[] = []
  const refused: Grouping['refused'] = []
  for (const [member, variant] of variants.entries()) {
    const input = programOf(definition, variant, alternative, extra)
    const types = JSON.stringify(input.parameters)
    const match = known.find(
      (one) =>
        one.types === types && Object.entries(one.statics).every(([name, value]) => input.statics[name] === value),
    )
    if (match) {
      match.group.members.push(member)
      continue
    }
    const result = compile(input, library)
    if (!result.ok) {
      const [first] = result.problems
      if (first) refused.push({ member, ...first })
      continue
    }
    const group = { plan: result.plan, members: [member] }
    const statics = Object.fromEntries(result.plan.staticNames.map((name) => [name, input.statics[name] ?? 0]))
    known.push({ types, statics, group })
  }
  return { groups: known.map(({ group }) => group), refused }
}
