import type { Expression } from '../ast.ts'
import { childrenOf } from '../children.ts'
import { namesIn } from '../names-in.ts'
import { printText } from '../print-text.ts'
import { constantValue, greatestDivisor, isShortest } from './constant.ts'

/**
 * The first part of a formula that can be written shorter, as text; null where the formula is simplified. It is, by
 * definition, where none of these stands in it:
 *
 * - numbers that can be computed: `2 * 3`, `4/2`, `sqrt(9)`, `max(1, 2)`; fractions in lowest terms are numbers;
 * - 0 as a term or factor, 1 as a factor, divisor, exponent or base, 0 as exponent or base;
 * - like terms: `x + x`, `2x - x`, `1 + x + 2`;
 * - among numbers (scalars): a factor twice, `x x`, `x^2 x`, `x/x`, and two numbers in one product, `2x/4`, `2 * 3x`;
 * - fractions of fractions, `(a/b)/c`, `a/(b/c)`, and powers of powers;
 * - signs that meet: `-(-x)`, `a - (-b)`, `a + (-b)`;
 * - `(A^T)^T`, and what changes nothing when done twice: `abs(abs(x))`, `floor(floor(x))`, `max(x, x)`.
 */
export function reducibleIn(formula: Expression, scalars: ReadonlySet<string>): string | null {
  const constant = constantValue(formula)
  if (constant !== null) return isShortest(formula) ? null : shown(formula)
  if (reduces(formula, scalars)) return shown(formula)
  // terms and factors of one sum or product were looked at together
  for (const child of childrenOf(formula)) {
    const found = reducibleIn(child, scalars)
    if (found !== null) return found
  }
  return null
}

function shown(node: Expression): string {
  const text = printText(node)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

const twice = new Set(['abs', 'floor', 'ceil', 'round', 'relu', 'sign'])

function reduces(node: Expression, scalars: ReadonlySet<string>): boolean {
  switch (node.kind) {
    case 'negate':
      return node.operand.kind === 'negate'
    case 'transpose':
      return node.operand.kind === 'transpose'
    case 'call': {
      const [first] = node.args
      if (twice.has(node.name) && first?.kind === 'call' && first.name === node.name) return true
      const texts = node.args.map((arg) => printText(arg))
      return (node.name === 'max' || node.name === 'min') && new Set(texts).size < texts.length
    }
    case 'binary':
      return reducesBinary(node, scalars)
    default:
      return false
  }
}

type Binary = Extract<Expression, { kind: 'binary' }>

function reducesBinary(node: Binary, scalars: ReadonlySet<string>): boolean {
  switch (node.operator) {
    case '+':
    case '-':
      return node.right.kind === 'negate' || alike(termsOf(node), scalars)
    case '^':
    case '.^': {
      const [base, exponent] = [constantValue(node.left), constantValue(node.right)]
      const stacked = node.left.kind === 'binary' && /\^$/.test(node.left.operator)
      return [0, 1].includes(exponent ?? -1) || [0, 1].includes(base ?? -1) || (stacked && isScalar(node, scalars))
    }
    default:
      return reducesProduct(node, scalars)
  }
}

/** Terms of a sum, each with its sign. */
function termsOf(node: Expression, sign = 1): { term: Expression; sign: number }[] {
  if (node.kind === 'negate') return termsOf(node.operand, -sign)
  if (node.kind !== 'binary' || (node.operator !== '+' && node.operator !== '-')) return [{ term: node, sign }]
  return [...termsOf(node.left, sign), ...termsOf(node.right, node.operator === '-' ? -sign : sign)]
}

function alike(terms: readonly { term: Expression }[], scalars: ReadonlySet<string>): boolean {
  const bodies = terms.map(({ term }) => {
    const value = constantValue(term)
    if (value === 0) return null
    if (value !== null) return ''
    const factors = factorsOf(term).filter(({ of }) => constantValue(of) === null)
    const texts = factors.map(({ of, below }) => `${below ? '/' : '*'}${printText(of)}`)
    return (isScalar(term, scalars) ? texts.sort() : texts).join(' ')
  })
  return bodies.includes(null) || new Set(bodies).size < bodies.length
}

/** Factors of a product, those it is divided by marked. */
function factorsOf(node: Expression, below = false): { of: Expression; below: boolean }[] {
  if (constantValue(node) !== null && isShortest(node)) return [{ of: node, below }]
  if (node.kind === 'negate') return factorsOf(node.operand, below)
  if (node.kind !== 'binary' || !/[*/]$/.test(node.operator)) return [{ of: node, below }]
  return [...factorsOf(node.left, below), ...factorsOf(node.right, node.operator.endsWith('/') !== below)]
}

function reducesProduct(node: Binary, scalars: ReadonlySet<string>): boolean {
  const divides = (part: Expression) =>
    part.kind === 'binary' && part.operator.endsWith('/') && constantValue(part) === null
  if (node.operator.endsWith('/') && (divides(node.left) || divides(node.right))) return true
  const factors = factorsOf(node)
  const constants = factors.flatMap(({ of, below }) => {
    const value = constantValue(of)
    return value === null ? [] : [{ value, below }]
  })
  if (constants.some(({ value }) => value === 0 || value === 1)) return true
  const [above, under] = [constants.filter(({ below }) => !below), constants.filter(({ below }) => below)]
  if (above.length > 1 || under.length > 1) return true
  const [n, d] = [above[0]?.value, under[0]?.value]
  if (n !== undefined && d !== undefined) {
    if (!Number.isInteger(n) || !Number.isInteger(d) || greatestDivisor(n, d) > 1) return true
  }
  if (!isScalar(node, scalars)) return false
  const bases = factors.flatMap(({ of }) => (constantValue(of) === null ? [printText(baseOf(of))] : []))
  return new Set(bases).size < bases.length
}

function baseOf(node: Expression): Expression {
  return node.kind === 'binary' && node.operator.endsWith('^') ? node.left : node
}

/** Whether everything in it is a number, so that factors may change places. */
function isScalar(node: Expression, scalars: ReadonlySet<string>): boolean {
  const constants = new Set(['e', 'pi'])
  return [...namesIn(node)].every((name) => scalars.has(name) || constants.has(name))
}
