import type { Expression } from './ast.ts'

/** How tightly a printed node holds together; see the parser's strengths. */
const level = { or: 1, and: 2, not: 3, compare: 4, sum: 5, product: 6, implicit: 7, sign: 8, power: 9, atom: 10 }

/** Prints an expression in text notation; reading it again gives the same tree (but for spans). */
export function printText(expression: Expression): string {
  return print(expression)
}

function levelOf(node: Expression): number {
  switch (node.kind) {
    case 'negate':
      return level.sign
    case 'compare':
      return level.compare
    case 'logic':
      return level[node.operator]
    case 'binary':
      if (node.operator === '+' || node.operator === '-') return level.sum
      if (node.operator === '^' || node.operator === '.^') return level.power
      return node.implicit ? level.implicit : level.product
    default:
      return level.atom
  }
}

function print(node: Expression): string {
  switch (node.kind) {
    case 'number':
      return node.text
    case 'name':
      return node.name
    case 'call':
      // what a gradient is linked to is not written by anybody
      return `${node.name}(${(node.name === 'gradient' ? node.args.slice(0, 2) : node.args).map(print).join(', ')})`
    case 'negate':
      return `-${wrap(node.operand, level.sign)}`
    case 'transpose':
      return `${wrap(node.operand, level.atom, node.operand.kind === 'number')}${node.letter ? '^T' : '.T'}`
    case 'binary':
      return printBinary(node)
    case 'bracket':
      return `[${node.rows.map((row) => row.map(print).join(', ')).join('; ')}]`
    case 'index':
      return `${wrap(node.target, level.atom)}[${node.indices.map(print).join(', ')}]`
    case 'cases': {
      const arms = node.arms.map(({ value, when }) => `${print(value)} if ${print(when)}`)
      return `cases(${[...arms, ...(node.otherwise ? [print(node.otherwise)] : [])].join(', ')})`
    }
    case 'compare':
      return `${wrap(node.left, level.sum)} ${node.operator} ${wrap(node.right, level.sum)}`
    case 'logic': {
      if (node.operator === 'not') return `not ${wrap(node.operands[0] as Expression, level.not)}`
      const own = level[node.operator]
      return node.operands.map((operand, i) => wrap(operand, i === 0 ? own : own + 1)).join(` ${node.operator} `)
    }
  }
}

function printBinary(node: Extract<Expression, { kind: 'binary' }>): string {
  const { operator, left, right } = node
  if (node.implicit) {
    const after = wrap(right, level.power)
    return `${wrap(left, level.implicit)} ${/^[\d.]/.test(after) ? `(${after})` : after}`
  }
  if (operator === '^' || operator === '.^') {
    const isT = /^T(?![\p{L}\p{Nd}_'])/u.test(print(right))
    const base = wrap(left, level.atom)
    const dotted = operator === '.^' && /\d$/.test(base) ? `(${base})` : base
    return `${dotted}${operator}${wrap(right, level.sign, isT || right.kind === 'negate')}`
  }
  if (operator === '+' || operator === '-') return `${wrap(left, level.sum)} ${operator} ${wrap(right, level.product)}`
  const tightest = operator === '*' || operator === '.*' ? level.implicit : level.sign
  return `${wrap(left, level.product)} ${operator} ${wrap(right, tightest)}`
}

function wrap(node: Expression, minimum: number, always = false): string {
  return always || levelOf(node) < minimum ? `(${print(node)})` : print(node)
}
