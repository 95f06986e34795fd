import type { Lowering, Value } from '../lowering.ts'
import type { Emitter } from './emitter.ts'

/** Emits into a program without what a derivative is full of: factors of one, and arithmetic of plain numbers. */
export function sparing(out: Lowering): Emitter {
  return {
    library: out.library,
    named: (shape) => out.named(shape),
    constant: (number) => out.constant(number),
    settle: (value, operation, span) => out.settle(value, operation, span),
    apply(operation, args, span) {
      const [a, b] = args
      if (operation === 'multiply' && a && b) {
        for (const [factor, other] of [
          [a, b],
          [b, a],
        ] as const) {
          if (literal(out, factor) === 1 || isOnes(out, factor, other)) return other
          if (literal(out, factor) === -1) return out.apply('negate', [other], span)
        }
      }
      const value = out.apply(operation, args, span)
      const plain = value.known !== undefined && args.every((arg) => literal(out, arg) !== undefined)
      return plain ? out.constant(value.known as number) : value
    },
  }
}

/** The number of a constant. Not of a step or parameter that is known: another value may be put in its place. */
export function literal(out: Lowering, value: Value): number | undefined {
  return out.instructions[value.at]?.kind === 'constant' ? value.known : undefined
}

function isOnes(out: Lowering, factor: Value, other: Value): boolean {
  const instruction = out.instructions[factor.at]
  const ones = instruction?.kind === 'apply' && instruction.operation === 'ones'
  return ones && String(factor.type.shape) === String(other.type.shape)
}
