import type { Span } from './ast.ts'
import { attempt } from './fault.ts'
import { CompiledSteps } from './gradient/compiled-steps.ts'
import { directReads } from './gradient/direct-reads.ts'
import { lowerGradient } from './gradient/lower-gradient.ts'
import { ExpressionLowering } from './lower-expression.ts'
import { Lowering, type Value } from './lowering.ts'
import { callsIn, namesIn } from './names-in.ts'
import { orderSteps } from './order-steps.ts'
import type { CompileInput, CompileResult, PlanStep } from './plan.ts'
import { prune } from './prune.ts'
import { settleNames } from './settle-names.ts'
import type { OperationLibrary, TensorType } from './types.ts'

/**
 * Compiles named steps to straight-line code: orders them, settles names, shapes and static arguments, and shares
 * equal subexpressions. Every step is tried, so that all problems of a program are told at once; a step that reads a
 * broken one is passed over in silence.
 */
export function compile(input: CompileInput, library: OperationLibrary): CompileResult {
  const isFunction = (name: string) => library.has(name)
  const stepNames = new Set(input.steps.map((step) => step.name))
  const names = [...new Set([...Object.keys(input.parameters), ...stepNames])]
  const known = new Set(names)
  const settled = input.steps.map(({ name, expression }) => ({
    name,
    expression: settleNames(expression, { isValue: (other) => known.has(other), isFunction }),
  }))
  const problems = settled
    .filter(({ name }) => Object.hasOwn(input.parameters, name))
    .map(({ name, expression: { span } }) => {
      const message = `${name} is both a parameter and a step.`
      return { step: name, problem: { kind: 'type' as const, message, span } }
    })
  const ordered = orderSteps(settled, () => true)
  if (!ordered.ok) return { ok: false, problems: [...problems, ...ordered.problems] }
  if (problems.length > 0) return { ok: false, problems }

  const out = new Lowering(library, input.sizeNames)
  const values = new Map<string, Value>()
  for (const [name, type] of Object.entries(input.parameters)) {
    const number = type.shape.length === 0 && Object.hasOwn(input.statics, name) ? input.statics[name] : undefined
    values.set(name, out.parameter(name, type, number))
  }
  const read = (name: string) =>
    stepNames.has(name) && values.has(name) ? out.step(name, values.get(name) as Value) : values.get(name)
  const steps: PlanStep[] = []
  const compiled = new CompiledSteps()
  const scope = { out, steps: compiled, read, names, independent: input.independent ?? 'problem' }
  for (const { name, expression } of ordered.steps) {
    const named = [...namesIn(expression)].filter((other) => known.has(other))
    if (named.some((other) => !values.has(other))) continue
    const notice = input.notice && ((span: Span, type: TensorType) => input.notice?.(name, span, type))
    const lowering = new ExpressionLowering(out, read, names, (call) => lowerGradient(call, scope), notice)
    const result = attempt(() => lowering.value(expression))
    if (!result.ok) {
      problems.push({ step: name, problem: result.problem as (typeof problems)[number]['problem'] })
      continue
    }
    values.set(name, result.value)
    compiled.add(name, result.value, out.instructions.length)
    // a gradient names the scalar, but reads what its derivative is made of
    const derived = callsIn(expression).has('gradient')
    const reads = derived ? directReads(out.instructions, result.value.at) : named
    steps.push({ name, type: result.value.type, result: result.value.at, reads })
  }
  if (problems.length > 0) return { ok: false, problems }
  const parameters = Object.entries(input.parameters).map(([name, type]) => ({ name, type }))
  return { ok: true, plan: { parameters, ...prune(out.instructions, steps), staticNames: [...out.staticNames] } }
}
