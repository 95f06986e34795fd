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

interface Compiled {
  types: string
  statics: Record<string, number>
  plan: Plan
}

/** Programs of one question that were compiled before, by alternative: redraws compile nothing again. */
export type Programs = Map<string, Compiled[]>

const mostOfOne = 64

/** Compiles the program of every variant, once for all that agree on shapes and on the integers that settle them. */
export function groupByPlan(
  definition: QuestionDefinition,
  variants: readonly Variant[],
  library: OperationLibrary,
  alternative?: Alternative,
  extra: readonly StepSource[] = [],
  programs: Programs = new Map(),
): Grouping {
  const key = `${alternative?.id ?? ''} ${extra.length > 0 ? 'and more' : ''}`
  const known = programs.get(key) ?? []
  programs.set(key, known)
  const groups = new Map<Plan, PlanGroup>()
  const refused: Grouping['refused'] = []
  for (const [member, variant] of variants.entries()) {
    const { types, statics } = givenBy(definition, variant)
    const match = known.find(
      (one) => one.types === types && Object.entries(one.statics).every(([name, value]) => statics[name] === value),
    )
    let plan = match?.plan
    if (!plan) {
      const result = compile(programOf(definition, variant, alternative, extra), library)
      if (!result.ok) {
        const [first] = result.problems
        if (first) refused.push({ member, ...first })
        continue
      }
      plan = result.plan
      const needed = Object.fromEntries(plan.staticNames.map((name) => [name, statics[name] ?? 0]))
      known.push({ types, statics: needed, plan })
      if (known.length > mostOfOne) known.shift()
    }
    const group = groups.get(plan)
    if (group) group.members.push(member)
    else groups.set(plan, { plan, members: [member] })
  }
  return { groups: [...groups.values()], refused }
}

type Given = { types: string; statics: Readonly<Record<string, number>> }

const givens = new WeakMap<Variant, { definition: QuestionDefinition; given: Given }>()

/** What a variant gives every program of its question: all of them are asked for, one after the other. */
function givenBy(definition: QuestionDefinition, variant: Variant): Given {
  const found = givens.get(variant)
  if (found?.definition === definition) return found.given
  const { parameters, statics } = programOf(definition, variant)
  const given = { types: JSON.stringify(parameters), statics }
  givens.set(variant, { definition, given })
  return given
}
