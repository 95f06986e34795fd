import type { Expression, Problem, Span } from './ast.ts'
import type { TensorType } from './types.ts'

/** A named expression of a program, in the author's order. */
export interface StepSource {
  name: string
  expression: Expression
}

/**
 * One instruction of a compiled program. Its value is referred to by its index in `Plan.instructions`.
 * `parameter` and `constant` are leaves; `apply` runs an operation of the library; `statics` holds the values of the
 * operation's static arguments in order of its `statics` positions, and `args` the remaining, executed arguments.
 */
export type Instruction =
  | { kind: 'parameter'; name: string; type: TensorType }
  | { kind: 'constant'; value: number; type: TensorType }
  | { kind: 'step'; name: string; type: TensorType }
  | { kind: 'apply'; operation: string; args: readonly number[]; statics: readonly number[]; type: TensorType }

/**
 * A step: instructions up to and including `result` compute it; later instructions read it through a `step`
 * instruction, so that an executor can put another value in its place at this boundary.
 */
export interface PlanStep {
  name: string
  type: TensorType
  /** index of the instruction that holds the recomputed value */
  result: number
  /** parameters and steps the expression reads directly */
  reads: readonly string[]
}

/** A program whose names, shapes and static arguments are settled: straight-line code over one row. */
export interface Plan {
  parameters: readonly { name: string; type: TensorType }[]
  steps: readonly PlanStep[]
  instructions: readonly Instruction[]
  /** integer parameters whose value was needed to settle shapes: rows of one batch must agree on them */
  staticNames: readonly string[]
}

export interface CompileInput {
  parameters: Readonly<Record<string, TensorType>>
  /** values of integer scalar parameters of this variant */
  statics: Readonly<Record<string, number>>
  steps: readonly StepSource[]
  /** letters that stand for drawn sizes: messages say `x has d entries` instead of a number nobody chose */
  sizeNames?: ReadonlyMap<number, string>
  /** What `gradient(L, W)` is where L does not depend on W: a problem, or zeros (an alternative may cut W off). */
  independent?: 'problem' | 'zeros'
  /** told the type of every part of every expression as it is settled, of broken programs too: for an editor */
  notice?: (step: string, span: Span, type: TensorType) => void
}

export type CompileResult = { ok: true; plan: Plan } | { ok: false; problems: { step: string; problem: Problem }[] }
