import { compile } from '../language/compile.ts'
import { parseText } from '../language/parse-text.ts'
import type { Plan } from '../language/plan.ts'
import type { TensorType } from '../language/types.ts'
import { operations } from '../operations/library.ts'

/**
 * A plan from steps written in the language, for programs that are part of the grader itself (probes, conformance,
 * measurements). `statics` holds the integer parameters that settle shapes. Throws an Error with the first problem.
 */
export function planOf(
  steps: Readonly<Record<string, string>>,
  shapes: Readonly<Record<string, readonly number[]>>,
  statics: Readonly<Record<string, number>> = {},
): Plan {
  const parameters: Record<string, TensorType> = {}
  for (const [name, shape] of Object.entries(shapes)) parameters[name] = { shape, integer: name in statics }
  const sources = Object.entries(steps).map(([name, source]) => {
    const expression = parseText(source)
    if (!expression.ok) throw new Error(`${name}: ${source}: ${expression.problem.message}`)
    return { name, expression: expression.value }
  })
  const compiled = compile({ parameters, statics, steps: sources }, operations)
  if (compiled.ok) return compiled.plan
  throw new Error(compiled.problems.map(({ step, problem }) => `${step}: ${problem.message}`).join('; '))
}
