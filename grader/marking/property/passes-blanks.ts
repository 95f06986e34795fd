import type { Plan } from '../../language/plan.ts'

/** Operations whose result is not a number wherever an entry that it depends on is none. */
const passing = new Set(
  `add subtract multiply divide negate matmul transpose reshape flatten concat stackrows row column element diag outer
   dot trace sum mean sum_rows sum_columns mean_rows mean_columns abs sqrt exp ln log sin cos tan sigmoid tanh`.split(
    /\s+/,
  ),
)

const known = new WeakMap<Plan, Map<string, boolean>>()

/**
 * Whether a blank cell of the answer can be followed through a step: what depends on it comes out as no number, all
 * else as it would without it. A comparison inside, a maximum or a branch would make a number of it.
 */
export function passesBlanks(plan: Plan, step: string, answer: string): boolean {
  const of = known.get(plan) ?? new Map<string, boolean>()
  known.set(plan, of)
  const found = of.get(step) ?? look(plan, step, answer)
  of.set(step, found)
  return found
}

function look(plan: Plan, step: string, answer: string): boolean {
  // instructions read earlier ones only
  const depends: boolean[] = []
  const passes: boolean[] = []
  for (const instruction of plan.instructions) {
    const args = instruction.kind === 'apply' ? instruction.args : []
    const one = instruction.kind === 'parameter' ? instruction.name === answer : args.some((at) => depends[at])
    const through = instruction.kind !== 'apply' || passing.has(instruction.operation)
    depends.push(one)
    passes.push(!one || (through && args.every((at) => passes[at])))
  }
  const result = plan.steps.find(({ name }) => name === step)?.result
  return result !== undefined && passes[result] === true
}
