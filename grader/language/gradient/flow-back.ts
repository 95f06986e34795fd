import type { Expression, Span } from '../ast.ts'
import { ExpressionLowering } from '../lower-expression.ts'
import type { Value } from '../lowering.ts'
import { parseText } from '../parse-text.ts'
import type { OperationSignature } from '../types.ts'
import { bringToShape } from './bring-to-shape.ts'
import type { Emitter } from './emitter.ts'
import type { Flow } from './rule.ts'

/** An operation that ran, the gradient of its result, and which of its arguments want theirs. */
export interface Applied {
  args: readonly Value[]
  statics: readonly number[]
  /** numbers of arguments that are constants */
  known: readonly (number | undefined)[]
  result: Value
  gradient: Value
  wanted: readonly boolean[]
}

/** What flows back to every wanted argument; null where nothing does. */
export function flowBack(
  out: Emitter,
  operation: OperationSignature,
  applied: Applied,
  span: Span,
): readonly (Value | null)[] {
  const { args, result, gradient } = applied
  const rule = ruleOf(operation, applied)
  const values = new Map([
    ['x', args[0]],
    ['y', result],
    ['g', gradient],
    ...args.map((arg, i) => [`x_${i + 1}`, arg]),
  ] as [string, Value][])
  const lowering = new ExpressionLowering(out, (name) => values.get(name), [])
  return args.map((arg, i) => {
    const flow = rule[i]
    if (!applied.wanted[i] || flow === null) return null
    if (flow === undefined) throw new Error(`The gradient of ${operation.name} says nothing of argument ${i + 1}.`)
    return bringToShape(out, lowering.value(read(flow)), arg.type.shape, span)
  })
}

function ruleOf(operation: OperationSignature, { args, statics, known, result }: Applied): readonly Flow[] {
  const { gradient } = operation
  if (typeof gradient !== 'function') return gradient ?? []
  return gradient({
    shapes: args.map((arg) => arg.type.shape),
    shape: result.type.shape,
    statics,
    known,
  })
}

const most = 1000
const expressions = new Map<string, Expression>()

/** Rules are few and come again for every layer. */
function read(flow: string): Expression {
  const known = expressions.get(flow)
  if (known) return known
  const parsed = parseText(flow)
  if (!parsed.ok) throw new Error(`The gradient rule ${flow} can not be read: ${parsed.problem.message}`)
  if (expressions.size >= most) expressions.clear()
  expressions.set(flow, parsed.value)
  return parsed.value
}
