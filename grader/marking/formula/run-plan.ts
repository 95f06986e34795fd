import type { Instruction, Plan } from '../../language/plan.ts'
import { sizeOf } from '../../language/types.ts'
import { type Arithmetic, NotExact, type Values } from './arithmetic.ts'
import { type Entrywise, entrywiseOperations } from './elementwise.ts'
import { type TensorOperation, tensorOperations } from './tensor-operations.ts'

/** An arithmetic with everything the library can do in it. */
export interface Machine<T> {
  by: Arithmetic<T>
  entrywise: ReadonlyMap<string, Entrywise<T>>
  whole: ReadonlyMap<string, TensorOperation<T>>
}

export function machine<T>(by: Arithmetic<T>): Machine<T> {
  return { by, entrywise: entrywiseOperations(by), whole: tensorOperations(by) }
}

/** Runs a compiled program in a given arithmetic; the values of its steps by name. */
export function runPlan<T>(
  plan: Plan,
  { by, entrywise, whole }: Machine<T>,
  parameters: ReadonlyMap<string, Values<T>>,
): Map<string, Values<T>> {
  const results: Values<T>[] = []
  const places = new Map(plan.steps.map(({ name, result }) => [name, result]))
  const apply = (instruction: Extract<Instruction, { kind: 'apply' }>): T[] => {
    const args = instruction.args.map((arg) => results[arg] as Values<T>)
    const { shape } = instruction.type
    const tensor = whole.get(instruction.operation)
    if (tensor) return tensor(args, instruction.statics, shape)
    const operation = entrywise.get(instruction.operation) ?? scalarFunction(by, instruction.operation)
    const at = (arg: Values<T>, i: number) => (arg.shape.length === 0 ? arg.data[0] : arg.data[i]) as T
    return Array.from({ length: sizeOf(shape) }, (_, i) => operation(...args.map((arg) => at(arg, i))))
  }
  for (const instruction of plan.instructions) {
    const { shape } = instruction.type
    if (instruction.kind === 'constant') results.push({ shape, data: [by.number(instruction.value)] })
    else if (instruction.kind === 'apply') results.push({ shape, data: apply(instruction) })
    else if (instruction.kind === 'parameter') results.push(parameters.get(instruction.name) as Values<T>)
    else results.push(results[places.get(instruction.name) as number] as Values<T>)
  }
  return new Map(plan.steps.map(({ name, result }) => [name, results[result] as Values<T>]))
}

/** A function of one number; what is none cannot be computed in this arithmetic. */
function scalarFunction<T>(by: Arithmetic<T>, name: string): Entrywise<T> {
  return (...entries) => {
    if (entries.length !== 1) throw new NotExact(name)
    return by.apply(name, entries[0] as T)
  }
}
