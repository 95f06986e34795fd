import type { Instruction, Plan } from '../../language/plan.ts'
import type { TensorType } from '../../language/types.ts'
import { noValue } from './formula-program.ts'
import { unspecifiedOf } from './unspecified.ts'

const scalar: TensorType = { shape: [], integer: false }

/**
 * The same plan in nothing but operations of the library, so that any executor can run it: sinh and cosh, a question's
 * unspecified functions, and the value that `cases` lacks (any number: such a point is not looked at) are spelled out.
 */
export function inLibraryOperations(plan: Plan): Plan {
  const instructions: Instruction[] = []
  const places: number[] = []
  const emit = (instruction: Instruction) => instructions.push(instruction) - 1
  for (const instruction of plan.instructions) {
    if (instruction.kind !== 'apply') {
      places.push(emit(instruction))
      continue
    }
    const { operation, statics, type } = instruction
    const args = instruction.args.map((arg) => places[arg] as number)
    const apply = (name: string, ...of: number[]) =>
      emit({ kind: 'apply', operation: name, args: of, statics: [], type })
    const number = (value: number) => emit({ kind: 'constant', value, type: scalar })
    const [x = 0] = args
    if (operation === noValue) places.push(number(0))
    else if (operation === 'sinh' || operation === 'cosh') {
      const [up, down] = [apply('exp', x), apply('exp', apply('negate', x))]
      places.push(apply('divide', apply(operation === 'sinh' ? 'subtract' : 'add', up, down), number(2)))
    } else if (operation.startsWith('function ')) {
      const { a, b, c, d, e, f } = unspecifiedOf(operation.slice('function '.length))
      const times = (factor: number, of: number) => apply('multiply', number(factor), of)
      const wave = times(a, apply('sin', apply('add', times(b, x), number(c))))
      const bend = times(d, apply('tanh', apply('subtract', times(e, x), number(c))))
      places.push(apply('add', apply('add', wave, bend), times(f, x)))
    } else places.push(emit({ kind: 'apply', operation, args, statics, type }))
  }
  const steps = plan.steps.map((step) => ({ ...step, result: places[step.result] as number }))
  return { ...plan, instructions, steps }
}
