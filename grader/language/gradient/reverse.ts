import type { Span } from '../ast.ts'
import { Fault } from '../fault.ts'
import type { Lowering, Value } from '../lowering.ts'
import type { Instruction } from '../plan.ts'
import { TypeProblem } from '../types.ts'
import type { CompiledSteps } from './compiled-steps.ts'
import { flowBack } from './flow-back.ts'
import { literal, sparing } from './sparing.ts'

export interface Derivative {
  /** the scalar step */
  of: string
  /** the value that is varied: a parameter, or a step as later steps read it */
  by: Value
  /** gradients that are steps of their own, by the step they belong to: what is further upstream is computed from them */
  via: ReadonlyMap<string, Value>
  /** how messages call it */
  title: string
  span: Span
}

/** How long a program may grow by its gradients: a gradient takes some four instructions for one, again and again. */
const mostInstructions = 10_000

/**
 * Reverse mode: walks the program from the scalar back to what is varied and emits, instruction by instruction, what flows back.
 * The values of the way there are those of the program itself, so nothing is computed twice. Null where the
 * scalar does not depend on what is varied, or only through what has no gradient, such as a condition.
 */
export function reverse(out: Lowering, steps: CompiledSteps, derivative: Derivative): Value | null {
  const { of, by, span } = derivative
  const end = steps.value(of) as Value
  const varied = variedBy(out.instructions, steps, end.at, by.at)
  const spare = sparing(out)
  const gathered = new Map<number, Value>()
  const gather = (at: number, gradient: Value) => {
    const before = gathered.get(at)
    gathered.set(at, before ? spare.apply('add', [before, gradient], span) : gradient)
  }
  /** results under the name of their step: an override stands there too */
  const standing = new Map([[end.at, out.step(of, end)]])
  gather(end.at, out.constant(1))
  for (let at = end.at; at >= 0; at--) {
    const instruction = out.instructions[at] as Instruction
    const gradient = gathered.get(at)
    if (!gradient || !varied[at]) continue
    if (out.instructions.length > mostInstructions) {
      throw new Fault('limit', `${derivative.title} makes the program too long.`, span)
    }
    if (instruction.kind === 'step') {
      const before = (steps.value(instruction.name) as Value).at
      standing.set(before, out.valueAt(at))
      gather(before, derivative.via.get(instruction.name) ?? gradient)
    }
    if (instruction.kind !== 'apply') continue
    const args = instruction.args.map((arg) => out.valueAt(arg))
    const applied = {
      args,
      known: args.map((arg) => literal(out, arg)),
      statics: instruction.statics,
      result: standing.get(at) ?? out.valueAt(at),
      gradient,
      wanted: instruction.args.map((arg) => varied[arg] === true),
    }
    const operation = out.library.get(instruction.operation)
    if (!operation?.gradient) throw blocked(derivative, instruction.operation, operation?.noGradient, steps.owner(at))
    try {
      flowBack(spare, operation, applied, span).forEach((flow, i) => {
        if (flow) gather(instruction.args[i] as number, flow)
      })
    } catch (error) {
      if (!(error instanceof Fault || error instanceof TypeProblem)) throw error
      throw blocked(derivative, operation.name, error.message, steps.owner(at))
    }
  }
  return gathered.get(by.at) ?? null
}

/** Which instructions up to the last depend on one of them. */
function variedBy(instructions: readonly Instruction[], steps: CompiledSteps, last: number, by: number): boolean[] {
  const varied: boolean[] = []
  for (let at = 0; at <= last; at++) {
    const instruction = instructions[at] as Instruction
    const through =
      (instruction.kind === 'apply' && instruction.args.some((arg) => varied[arg])) ||
      (instruction.kind === 'step' && varied[steps.value(instruction.name)?.at ?? -1] === true)
    varied.push(at === by || through)
  }
  return varied
}

function blocked({ title, span }: Derivative, operation: string, reason: string | undefined, step: string): Fault {
  const because = reason ? `: ${reason.replace(/\.$/, '')}` : ''
  return new Fault('type', `${title} can not pass ${operation} in step ${step}${because}.`, span)
}
