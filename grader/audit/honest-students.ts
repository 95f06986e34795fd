import type { BatchTensor } from '../backends/executor.ts'
import type { Plan } from '../language/plan.ts'
import { sizeOf } from '../language/types.ts'
import { partOfPlan } from '../marking/part-of-plan.ts'
import { judgedFields, stepDecimals } from '../question/fields.ts'
import { type Random, randomFrom } from '../question/random.ts'
import type { Subject } from './examination.ts'
import { groupByPlan } from './plans.ts'
import { parameterRows } from './rows.ts'

/** Students who make no mistake: how many of their answers are right. */
export interface HonestStudents {
  /** per variant */
  students: number
  answers: number
  /** of these within the band */
  inside: number
  /** the answer farthest from expected, in bands: at most 1 is inside */
  worst: { field: string; seed: string; distance: number } | null
}

const students = 8

/**
 * Students work every step out from what they wrote down before. The first rounds every step to the decimals asked for;
 * each of the others keeps some steps with one or two decimals more, or with all that the calculator shows. All of them
 * round what they type.
 */
export async function simulateHonestStudents({
  definition,
  accepted,
  executors,
  library,
}: Subject): Promise<HonestStudents> {
  const found: HonestStudents = { students, answers: 0, inside: 0, worst: null }
  const variants = accepted.map(({ variant }) => variant)
  for (const { plan, members } of groupByPlan(definition, variants, library).groups) {
    const some = members.map((member) => variants[member]!)
    const rows = some.length * students
    const parameters = (part: Plan) => parameterRows(part, some, students)
    const random = randomFrom(`honest ${definition.slug}`)
    const written: Record<string, BatchTensor> = {}
    for (const step of plan.steps) {
      const part = partOfPlan(plan, [step.name])
      const run = await executors.float64.run(part, { rows, parameters: parameters(part), overrides: written })
      const worked = run[step.name]!.data
      const size = sizeOf(step.type.shape)
      for (const field of judgedFields(definition)) {
        if (field.step !== step.name) continue
        for (let i = 0; i < worked.length; i++) {
          const { key, variant } = accepted[members[Math.floor(i / (size * students))]!]!
          const exact = step.type.integer || field.kind === 'shape'
          const typed = exact ? worked[i]! : rounded(worked[i]!, field.decimals)
          const truth = key.expected[step.name]?.data[i % size] ?? Number.NaN
          const distance = inBands(typed, truth, key.bands[field.name]?.[i % size] ?? 0)
          found.answers += 1
          if (distance <= 1) found.inside += 1
          if (found.worst === null || !(distance <= found.worst.distance)) {
            found.worst = { field: field.name, seed: variant.seed, distance }
          }
        }
      }
      written[step.name] = {
        shape: step.type.shape,
        data: step.type.integer ? worked : writtenDown(worked, size, stepDecimals(definition, step.name), random),
      }
    }
  }
  return found
}

export function honestProblems({ answers, inside, worst }: HonestStudents): string[] {
  if (inside === answers || !worst) return []
  const { field, seed, distance } = worst
  return [
    `${answers - inside} of ${answers} answers that were only rounded are wrong; the worst, ${field} of ${seed}, is ${distance.toFixed(2)} bands away.`,
  ]
}

/** What students write down of a step; every `students`-th row is the one who rounds to what is asked. */
function writtenDown(worked: Float64Array, size: number, decimals: number, random: Random): Float64Array {
  const data = Float64Array.from(worked)
  for (let row = 0; row * size < worked.length; row++) {
    const more = row % students === 0 ? 0 : [0, 0, 1, 2, null][random.below(5)]!
    if (more === null) continue
    for (let i = row * size; i < (row + 1) * size; i++) data[i] = rounded(worked[i]!, decimals + more)
  }
  return data
}

function rounded(value: number, decimals: number): number {
  return Math.abs(value) < 1e15 ? Number(value.toFixed(decimals)) : value
}

/** Float noise is no distance. */
function inBands(typed: number, truth: number, band: number): number {
  const gap = Math.abs(typed - truth)
  const noise = 1e-9 + Number.EPSILON * Math.abs(truth)
  return gap <= noise ? 0 : Number.isNaN(gap) ? Infinity : gap / (band + noise)
}
