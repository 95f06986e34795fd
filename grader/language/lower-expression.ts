import type { Expression, Span } from './ast.ts'
import { closest } from './closest.ts'
import { Fault } from './fault.ts'
import type { Emitter } from './gradient/emitter.ts'
import { lowerBinary } from './lower-binary.ts'
import { lowerBracket } from './lower-bracket.ts'
import type { Value } from './lowering.ts'
import type { TensorType } from './types.ts'

/** A call as it stands in an expression. */
export type Call = Extract<Expression, { kind: 'call' }>

/**
 * Compiles one expression; `read` gives the value of a parameter or step, or undefined. `differentiate` compiles a call
 * of `gradient` where there are steps to differentiate.
 */
export class ExpressionLowering {
  readonly out: Emitter
  private readonly read: (name: string) => Value | undefined
  private readonly names: readonly string[]
  private readonly differentiate: ((call: Call) => Value) | undefined
  private readonly notice: ((span: Span, type: TensorType) => void) | undefined

  constructor(
    out: Emitter,
    read: (name: string) => Value | undefined,
    names: readonly string[],
    differentiate?: (call: Call) => Value,
    notice?: (span: Span, type: TensorType) => void,
  ) {
    this.notice = notice
    this.out = out
    this.read = read
    this.names = names
    this.differentiate = differentiate
  }

  value(node: Expression): Value {
    const value = this.lower(node)
    this.notice?.(node.span, value.type)
    return value
  }

  private lower(node: Expression): Value {
    switch (node.kind) {
      case 'number':
        return this.out.constant(Number(node.text))
      case 'name':
        return this.name(node.name, node)
      case 'call':
        return this.call(node)
      case 'negate': {
        const operand = this.value(node.operand)
        if (node.operand.kind === 'number') return this.out.constant(-Number(node.operand.text))
        return this.out.apply('negate', [operand], node.span)
      }
      case 'transpose': {
        const operand = this.value(node.operand)
        return operand.type.shape.length === 0 ? operand : this.out.apply('transpose', [operand], node.span)
      }
      case 'binary':
        return lowerBinary(this, node)
      case 'bracket':
        return lowerBracket(this, node)
      case 'index':
        return this.index(node)
      case 'cases':
        return this.cases(node)
      case 'compare':
        return this.compare(node)
      case 'logic':
        return this.logic(node)
    }
  }

  /** Whether `name` is a parameter or a step. */
  isValue(name: string): boolean {
    return this.read(name) !== undefined
  }

  private name(name: string, node: Expression): Value {
    const value = this.read(name)
    if (value) return value
    if (name === 'pi') return this.out.constant(Math.PI)
    if (name === 'e') return this.out.constant(Math.E)
    if (this.out.library.has(name)) {
      throw new Fault('type', `${name} is a function: write ${name}(…), without a space before the bracket.`, node.span)
    }
    const near = closest(name, this.names)
    const hint = near ? ` Did you mean ${near}?` : ''
    throw new Fault('type', `Nothing here is called ${name}.${hint}`, node.span)
  }

  private call(node: Call): Value {
    if (node.name === 'gradient' && this.differentiate) return this.differentiate(node)
    if (!this.out.library.has(node.name)) {
      const near = closest(node.name, [...this.out.library.keys(), ...this.names])
      const hint = near ? ` Did you mean ${near}?` : ''
      throw new Fault('type', `There is no function called ${node.name}.${hint}`, node.span)
    }
    return this.out.apply(
      node.name,
      node.args.map((arg) => this.value(arg)),
      node.span,
    )
  }

  private index(node: Extract<Expression, { kind: 'index' }>): Value {
    const target = this.value(node.target)
    const indices = node.indices.map((index) => {
      const value = this.value(index)
      return { value, number: this.out.settle(value, 'An index', index.span), span: index.span }
    })
    const { shape } = target.type
    if (indices.length > shape.length) {
      throw new Fault('type', `There are ${indices.length} indices for ${shape.length} dimensions.`, node.span)
    }
    indices.forEach(({ number, span }, axis) => {
      const size = shape[axis] ?? 0
      if (number >= 1 && number <= size) return
      throw new Fault('domain', `The index ${number} is not between 1 and ${size}.`, span)
    })
    return this.out.apply('element', [target, ...indices.map(({ value }) => value)], node.span)
  }

  private cases(node: Extract<Expression, { kind: 'cases' }>): Value {
    if (!node.otherwise) throw new Fault('type', 'A last case without a condition is missing.', node.span)
    return node.arms.reduceRight((otherwise, { value, when }) => {
      const args = [this.value(when), this.value(value), otherwise]
      return this.out.apply('select', args, node.span)
    }, this.value(node.otherwise))
  }

  private compare(node: Extract<Expression, { kind: 'compare' }>): Value {
    const left = this.value(node.left)
    const right = this.value(node.right)
    switch (node.operator) {
      case '<':
        return this.out.apply('less', [left, right], node.span)
      case '<=':
        return this.out.apply('less_equal', [left, right], node.span)
      case '>':
        return this.out.apply('less', [right, left], node.span)
      case '>=':
        return this.out.apply('less_equal', [right, left], node.span)
      case '=':
        return this.out.apply('equal', [left, right], node.span)
      case '!=':
        return this.out.apply('not_equal', [left, right], node.span)
    }
  }

  private logic(node: Extract<Expression, { kind: 'logic' }>): Value {
    const [first, ...rest] = node.operands.map((operand) => this.value(operand)) as [Value, ...Value[]]
    if (node.operator === 'not') return this.out.apply('not', [first], node.span)
    return rest.reduce((left, right) => this.out.apply(node.operator, [left, right], node.span), first)
  }
}
