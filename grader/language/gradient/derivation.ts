import type { BinaryOperator, Comparison, Expression, Span } from '../ast.ts'
import type { Instruction, Plan } from '../plan.ts'

const nowhere: Span = { start: 0, end: 0 }
/** What is longer than this explains nothing. */
const mostNodes = 40

const operators: Record<string, BinaryOperator> = {
  add: '+',
  subtract: '-',
  multiply: '.*',
  divide: './',
  power: '.^',
  matmul: '*',
}
const comparisons: Record<string, Comparison> = { less: '<', less_equal: '<=', equal: '=', not_equal: '!=' }
/** With scalars an operation entry by entry is the plain one. */
const plain: Partial<Record<BinaryOperator, BinaryOperator>> = { '.*': '*', './': '/', '.^': '^' }

/**
 * What a gradient comes down to, written with the steps and parameters it is computed from: `dz x^T`. For worked
 * solutions; null where it is longer than a line.
 */
export function derivation(plan: Plan, step: string): Expression | null {
  const result = plan.steps.find(({ name }) => name === step)?.result
  if (result === undefined) return null
  let nodes = 0
  const write = (at: number): Expression => {
    nodes += 1
    const instruction = plan.instructions[at]
    if (!instruction || nodes > mostNodes) return number(0)
    if (instruction.kind === 'constant') return number(instruction.value)
    if (instruction.kind !== 'apply') return { kind: 'name', name: instruction.name, span: nowhere }
    return applied(plan, instruction, write)
  }
  const expression = write(result)
  return nodes > mostNodes || expression.kind === 'number' ? null : expression
}

type Applied = Extract<Instruction, { kind: 'apply' }>

function applied(plan: Plan, instruction: Applied, write: (at: number) => Expression): Expression {
  const { operation, args, statics } = instruction
  const [a = 0, b = 0, c = 0] = args
  const shape = (at: number) => plan.instructions[at]?.type.shape ?? []
  const operator = operators[operation]
  // a scalar in every entry, and the same entries in another shape, are written as they are
  if (operation === 'reshape') return write(a)
  if (operation === 'multiply' && isOnes(plan, b) && shape(a).length === 0) return write(a)
  if (operator) {
    const scalar = shape(a).length === 0 || shape(b).length === 0
    const settled = scalar ? (plain[operator] ?? operator) : operator
    const implicit = settled === '*' && !isNumber(plan, b)
    return { kind: 'binary', operator: settled, left: write(a), right: write(b), implicit, span: nowhere }
  }
  const comparison = comparisons[operation]
  if (comparison) return { kind: 'compare', operator: comparison, left: write(a), right: write(b), span: nowhere }
  switch (operation) {
    case 'negate':
      return { kind: 'negate', operand: write(a), span: nowhere }
    case 'transpose':
      return { kind: 'transpose', operand: write(a), span: nowhere }
    case 'element':
      return { kind: 'index', target: write(a), indices: statics.map(number), span: nowhere }
    case 'select':
      return { kind: 'cases', arms: [{ value: write(b), when: write(a) }], otherwise: write(c), span: nowhere }
    default:
      return { kind: 'call', name: operation, args: [...args.map(write), ...statics.map(number)], span: nowhere }
  }
}

function isOnes(plan: Plan, at: number): boolean {
  const instruction = plan.instructions[at]
  return instruction?.kind === 'apply' && instruction.operation === 'ones'
}

function isNumber(plan: Plan, at: number): boolean {
  return plan.instructions[at]?.kind === 'constant'
}

function number(value: number): Expression {
  const size: Expression = { kind: 'number', text: String(Math.abs(value)), span: nowhere }
  return value < 0 ? { kind: 'negate', operand: size, span: nowhere } : size
}
