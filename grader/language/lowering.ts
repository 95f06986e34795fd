import type { Span } from './ast.ts'
import { Fault } from './fault.ts'
import { fold } from './fold.ts'
import type { Instruction } from './plan.ts'
import { type OperationLibrary, type OperationSignature, type TensorType, TypeProblem } from './types.ts'

/** The value of a subexpression while compiling. */
export interface Value {
  /** its instruction */
  at: number
  type: TensorType
  /** its number, where it is a scalar known before anything runs */
  known?: number
  /** the integer parameters that number came from */
  needs: ReadonlySet<string>
}

const nothing: ReadonlySet<string> = new Set()

/** Emits instructions; equal instructions are emitted once. */
export class Lowering {
  readonly instructions: Instruction[] = []
  readonly staticNames = new Set<string>()
  readonly library: OperationLibrary
  private readonly values = new Map<string, Value>()
  private readonly emitted: Value[] = []
  private readonly sizeNames: ReadonlyMap<number, string>

  constructor(library: OperationLibrary, sizeNames: ReadonlyMap<number, string> = new Map()) {
    this.library = library
    this.sizeNames = sizeNames
  }

  /** A shape for messages, with letters for drawn sizes. */
  named(shape: readonly number[]): (number | string)[] {
    return shape.map((size) => this.sizeNames.get(size) ?? size)
  }

  parameter(name: string, type: TensorType, known: number | undefined): Value {
    const value = { type, needs: known === undefined ? nothing : new Set([name]), ...given(known) }
    return this.emit(`parameter ${name}`, { kind: 'parameter', name, type }, value)
  }

  /** Reads a step that was computed before. */
  step(name: string, computed: Value): Value {
    const value = { type: computed.type, needs: computed.needs, ...given(computed.known) }
    return this.emit(`step ${name}`, { kind: 'step', name, type: computed.type }, value)
  }

  constant(number: number): Value {
    const type: TensorType = { shape: [], integer: Number.isSafeInteger(number) }
    return this.emit(
      `constant ${number}`,
      { kind: 'constant', value: number, type },
      { type, known: number, needs: nothing },
    )
  }

  /** Applies an operation of the library; `span` is where to point if the types do not fit. */
  apply(operation: string, args: readonly Value[], span: Span): Value {
    const signature = this.library.get(operation)
    if (!signature) throw new Fault('type', `There is no operation ${operation}.`, span)
    const types = args.map((arg) => arg.type)
    const fixed = new Set(signature.statics?.filter((position) => position < args.length))
    for (const position of fixed) this.settle(args[position] as Value, operation, span)
    const known = args.map((arg) => arg.known)
    const type = this.check(signature, types, known, span)
    this.recordNeeds(signature, args, fixed, type)
    const statics = [...fixed].sort((a, b) => a - b).map((position) => known[position] as number)
    const executed = args.filter((_, position) => !fixed.has(position)).map((arg) => arg.at)
    const folded = type.shape.length === 0 ? fold(operation, known) : undefined
    const needs = folded === undefined ? nothing : new Set(args.flatMap((arg) => [...arg.needs]))
    return this.emit(
      `${operation} ${executed.join(' ')} | ${statics.join(' ')}`,
      { kind: 'apply', operation, args: executed, statics, type },
      { type, needs, ...given(folded) },
    )
  }

  /** The value of an instruction that was emitted before. */
  valueAt(at: number): Value {
    return this.emitted[at] as Value
  }

  /** The number of a static argument; its integer parameters are recorded. */
  settle(value: Value, operation: string, span: Span): number {
    if (value.known === undefined) {
      throw new Fault('type', `${operation} needs a whole number here that is known before anything is computed.`, span)
    }
    if (!Number.isSafeInteger(value.known)) {
      throw new Fault('domain', `${operation} needs a whole number here, not ${value.known}.`, span)
    }
    for (const name of value.needs) this.staticNames.add(name)
    return value.known
  }

  private check(
    signature: OperationSignature,
    types: readonly TensorType[],
    known: readonly (number | undefined)[],
    span: Span,
  ): TensorType {
    try {
      return signature.check(types, known)
    } catch (error) {
      if (error instanceof TypeProblem) throw new Fault('type', error.message, span)
      throw error
    }
  }

  /** A type that hangs on the value of an integer parameter (`2^n` is an integer for n ≥ 0) makes that value needed. */
  private recordNeeds(
    signature: OperationSignature,
    args: readonly Value[],
    fixed: ReadonlySet<number>,
    type: TensorType,
  ): void {
    const free = args.flatMap((arg, position) => (fixed.has(position) ? [] : [...arg.needs]))
    if (free.length === 0) return
    const without = args.map((arg, position) => (fixed.has(position) || arg.needs.size === 0 ? arg.known : undefined))
    let same = false
    try {
      const other = signature.check(
        args.map((arg) => arg.type),
        without,
      )
      same = other.integer === type.integer && String(other.shape) === String(type.shape)
    } catch (error) {
      if (!(error instanceof TypeProblem)) throw error
    }
    if (!same) for (const name of free) this.staticNames.add(name)
  }

  private emit(key: string, instruction: Instruction, value: Omit<Value, 'at'>): Value {
    const before = this.values.get(key)
    if (before) return before
    this.instructions.push(instruction)
    const emitted = { at: this.instructions.length - 1, ...value }
    this.emitted.push(emitted)
    this.values.set(key, emitted)
    return emitted
  }
}

function given(known: number | undefined): { known?: number } {
  return known === undefined ? {} : { known }
}
