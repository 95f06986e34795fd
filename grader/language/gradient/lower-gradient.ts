import type { Expression } from '../ast.ts'
import { closest } from '../closest.ts'
import { Fault } from '../fault.ts'
import type { Call } from '../lower-expression.ts'
import type { Lowering, Value } from '../lowering.ts'
import { printShape } from '../types.ts'
import type { CompiledSteps } from './compiled-steps.ts'
import { reverse } from './reverse.ts'

export interface GradientScope {
  out: Lowering
  steps: CompiledSteps
  /** a parameter, or a step as later steps read it */
  read(name: string): Value | undefined
  names: readonly string[]
  /** what stands where L does not depend on W */
  independent: 'problem' | 'zeros'
}

/**
 * Compiles `gradient(L, W)`: the derivative of the scalar step L by the parameter or earlier step W, of W's shape. Further
 * pairs of names `z, dz` say that the step dz is the gradient by z.
 */
export function lowerGradient(call: Call, scope: GradientScope): Value {
  const { out, steps, read } = scope
  const [of, by, ...pairs] = call.args.map((arg) => nameOf(arg, scope))
  if (!of || !by || pairs.length % 2 !== 0) {
    throw new Fault('type', 'gradient takes two names: gradient(L, W) of a scalar step L by W.', call.span)
  }
  const scalar = steps.value(of.name)
  if (!scalar) throw new Fault('type', `gradient needs a step to differentiate; ${of.name} is a parameter.`, of.span)
  if (scalar.type.shape.length > 0) {
    const shape = printShape(scalar.type.shape)
    throw new Fault('type', `gradient needs a scalar step; ${of.name} is ${shape}.`, of.span)
  }
  if (of.name === by.name) return out.constant(1)
  const via = new Map<string, Value>()
  for (let i = 0; i < pairs.length; i += 2) {
    const [step, gradient] = [pairs[i]?.name ?? '', pairs[i + 1]?.name ?? '']
    const [value, flowing] = [steps.value(step), steps.value(gradient)]
    // a mistake may have changed the shape of either
    if (value && flowing && String(value.type.shape) === String(flowing.type.shape))
      via.set(step, out.step(gradient, flowing))
  }
  const value = read(by.name) as Value
  const title = `The gradient of ${of.name} by ${by.name}`
  const gradient = reverse(out, steps, { of: of.name, by: value, via, title, span: call.span })
  if (gradient) return gradient
  if (scope.independent === 'zeros') return zeros(out, value, call)
  throw new Fault('type', `${of.name} does not depend on ${by.name}, so there is no gradient.`, by.span)
}

type Name = Extract<Expression, { kind: 'name' }>

function nameOf(arg: Expression, { read, names }: GradientScope): Name {
  if (arg.kind !== 'name') throw new Fault('type', 'gradient takes names: give this value a step of its own.', arg.span)
  if (read(arg.name)) return arg
  const near = closest(arg.name, names)
  throw new Fault('type', `Nothing here is called ${arg.name}.${near ? ` Did you mean ${near}?` : ''}`, arg.span)
}

function zeros(out: Lowering, { type }: Value, call: Call): Value {
  if (type.shape.length === 0) return out.constant(0)
  const sizes = type.shape.map((size) => out.constant(size))
  return out.apply('zeros', sizes, call.span)
}
