import type { Expression } from '../language/ast.ts'
import type { CompileInput, StepSource } from '../language/plan.ts'
import type { TensorType } from '../language/types.ts'
import type { Alternative, Generator, QuestionDefinition } from './definition.ts'
import { evaluateLiteral } from './evaluate.ts'
import type { Variant } from './variant.ts'

/** The reference as compile takes it, for the sizes of a variant; with an alternative's steps put in their places. */
export function programOf(
  definition: QuestionDefinition,
  variant: Variant,
  alternative?: Alternative,
  extra: readonly StepSource[] = [],
): CompileInput {
  const replaced = new Map(alternative?.steps.map((step) => [step.name, step]))
  const steps = definition.reference.map(({ name, expression }) => ({
    name,
    expression: replaced.get(name)?.expression ?? expression,
  }))
  const parameters = parameterTypes(definition, variant)
  const statics: Record<string, number> = {}
  for (const [name, { shape, integer }] of Object.entries(parameters)) {
    const value = variant.params[name]?.data[0]
    if (integer && shape.length === 0 && value !== undefined) statics[name] = value
  }
  // an alternative may cut a value off from what is differentiated
  const independent = alternative ? ('zeros' as const) : ('problem' as const)
  return { parameters, statics, steps: [...steps, ...extra], independent }
}

export function parameterTypes(
  definition: Pick<QuestionDefinition, 'parameters'>,
  variant: Pick<Variant, 'params'>,
): Record<string, TensorType> {
  const types: Record<string, TensorType> = {}
  const scope: Record<string, number> = {}
  for (const { name, generator } of definition.parameters) {
    const value = Object.hasOwn(variant.params, name) ? variant.params[name] : undefined
    if (!value) continue
    types[name] = { shape: value.shape, integer: drawsIntegers(generator, scope) }
    const [scalar] = value.data
    if (value.shape.length === 0 && Number.isInteger(scalar)) scope[name] = scalar as number
  }
  return types
}

/** Whether a generator gives integers whatever is drawn; literals and picks do if all of them are integers. */
function drawsIntegers(generator: Generator, scope: Readonly<Record<string, number>>): boolean {
  const integers = (value: Expression) => evaluateLiteral(value, scope).data.every(Number.isInteger)
  if (generator.kind === 'fixed') return integers(generator.value)
  if (generator.kind === 'pick') return generator.values.every(integers)
  return generator.kind !== 'decimal' && generator.kind !== 'decimals'
}
