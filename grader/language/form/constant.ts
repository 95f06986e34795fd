import type { Expression } from '../ast.ts'

/** The value of what has no name in it and comes out as a fraction of whole numbers or decimals; else null. */
export function constantValue(node: Expression): number | null {
  switch (node.kind) {
    case 'number':
      return Number(node.text)
    case 'negate':
      return negated(constantValue(node.operand))
    case 'binary': {
      const [left, right] = [constantValue(node.left), constantValue(node.right)]
      if (left === null || right === null) return null
      const value = computed(node.operator, left, right)
      return Number.isFinite(value) ? value : null
    }
    case 'call':
      return ofCall(node.name, node.args.map(constantValue))
    default:
      return null
  }
}

/** Written as short as it can be: 3, -3, 2.5, or a fraction in lowest terms. */
export function isShortest(node: Expression): boolean {
  if (node.kind === 'number') return true
  if (node.kind === 'negate') return node.operand.kind !== 'negate' && isShortest(node.operand)
  if (node.kind !== 'binary' || node.operator !== '/') return false
  const [above, below] = [constantValue(node.left), constantValue(node.right)]
  if (node.left.kind !== 'number' && node.left.kind !== 'negate') return false
  if (node.right.kind !== 'number' || above === null || below === null) return false
  return Number.isInteger(above) && Number.isInteger(below) && below > 1 && greatestDivisor(above, below) === 1
}

export function greatestDivisor(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)]
  while (y > 0) [x, y] = [y, x % y]
  return x
}

function computed(operator: string, left: number, right: number): number {
  switch (operator.replace('.', '')) {
    case '+':
      return left + right
    case '-':
      return left - right
    case '*':
      return left * right
    case '/':
      return left / right
    default:
      return Number.isInteger(right) ? left ** right : Number.NaN
  }
}

const exact: Record<string, (...args: number[]) => number> = {
  floor: Math.floor,
  ceil: Math.ceil,
  round: Math.round,
  abs: Math.abs,
  sign: Math.sign,
  max: Math.max,
  min: Math.min,
  mod: (a, b) => a - b * Math.floor(a / b),
  sqrt: (a) => (Number.isInteger(Math.sqrt(a)) ? Math.sqrt(a) : Number.NaN),
  exp: (a) => (a === 0 ? 1 : Number.NaN),
  log: (a) => (a === 1 ? 0 : Number.NaN),
  ln: (a) => (a === 1 ? 0 : Number.NaN),
}

function ofCall(name: string, args: readonly (number | null)[]): number | null {
  if (!Object.hasOwn(exact, name) || args.includes(null)) return null
  const value = exact[name]?.(...(args as number[])) ?? Number.NaN
  return Number.isFinite(value) ? value : null
}

function negated(value: number | null): number | null {
  return value === null ? null : -value
}
