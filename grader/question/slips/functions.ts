import type { Expression } from '../../language/ast.ts'
import { binary, call, math, number, rankOf, type Slip, type SlipKind, type SlipRule, transposed } from './slip.ts'

/** Per function those it is confused with, and the kind of that slip. */
const confused: Record<string, readonly [SlipKind, readonly string[]]> = {
  sigmoid: ['activation', ['tanh', 'relu']],
  tanh: ['activation', ['sigmoid', 'relu']],
  relu: ['activation', ['sigmoid', 'abs']],
  gelu: ['activation', ['relu', 'silu']],
  silu: ['activation', ['relu', 'sigmoid']],
  softplus: ['activation', ['relu']],
  softmax: ['activation', ['sigmoid', 'exp']],
  floor: ['rounding', ['ceil']],
  ceil: ['rounding', ['floor']],
  round: ['rounding', ['floor']],
  variance: ['variance', ['sample_variance']],
  sample_variance: ['variance', ['variance']],
  mean: ['average', ['sum']],
  sum: ['average', ['mean']],
  mean_rows: ['axis', ['mean_columns']],
  mean_columns: ['axis', ['mean_rows']],
  sum_rows: ['axis', ['sum_columns']],
  sum_columns: ['axis', ['sum_rows']],
  row: ['axis', ['column']],
  column: ['axis', ['row']],
  max: ['extreme', ['min']],
  min: ['extreme', ['max']],
  maxpool: ['extreme', ['avgpool']],
  avgpool: ['extreme', ['maxpool']],
  maxpool_grad: ['extreme', ['avgpool_grad']],
  avgpool_grad: ['extreme', ['maxpool_grad']],
}

/** Functions that are simply left out, with their kind. */
const skipped: Record<string, SlipKind> = {
  sigmoid: 'activation',
  tanh: 'activation',
  relu: 'activation',
  gelu: 'activation',
  silu: 'activation',
  softplus: 'activation',
  softmax: 'activation',
  floor: 'rounding',
  ceil: 'rounding',
  round: 'rounding',
  abs: 'sign',
  exp: 'activation',
  log: 'logarithm',
  ln: 'logarithm',
}

/** A function left out, taken for another one, taken along the other axis, or a logarithm to another base. */
export const slipsOfFunctions: SlipRule = (node, typeOf) => {
  if (node.kind !== 'call') return []
  const [argument] = node.args
  if (!argument) return []
  const slips: Slip[] = []
  const own = Object.hasOwn(confused, node.name) ? confused[node.name] : undefined
  for (const other of own?.[1] ?? []) {
    slips.push({ kind: own?.[0] ?? 'activation', node: { ...node, name: other }, says: instead(node.name, other) })
  }
  if (Object.hasOwn(skipped, node.name) && node.args.length === 1) {
    const kind = skipped[node.name] as SlipKind
    slips.push({ kind, node: argument, says: `left out ${named(node.name)}.` })
  }
  if (node.name === 'softmax' && rankOf(argument, typeOf) === 2) {
    const says = 'let the softmax run along the columns; it runs along each row.'
    slips.push({ kind: 'axis', node: transposed(call('softmax', transposed(argument))), says })
  }
  if (node.name === 'log' || node.name === 'ln') {
    for (const base of [2, 10]) {
      const says = `took the logarithm to base ${base}; the natural one is meant.`
      slips.push({ kind: 'logarithm', node: binary('/', node, call('log', number(base))), says })
    }
  }
  return [...slips, ...exchangedArguments(node)]
}

/** Functions whose first two arguments are easily exchanged. */
const ordered = new Set(['mod', 'outer', 'attention', 'attention_weights'])

function exchangedArguments(node: Extract<Expression, { kind: 'call' }>): Slip[] {
  const [first, second, ...rest] = node.args
  if (!first || !second || !ordered.has(node.name)) return []
  const says = `exchanged ${math(first, 'the first argument')} and ${math(second, 'the second')}.`
  return [{ kind: 'order', node: { ...node, args: [second, first, ...rest] }, says }]
}

const words: Record<string, string> = {
  sigmoid: 'the logistic function $\\sigma$',
  tanh: '$\\tanh$',
  exp: 'the exponential',
  log: 'the logarithm',
  ln: 'the logarithm',
  abs: 'the absolute value',
  max: 'the maximum',
  min: 'the minimum',
  mean: 'the mean',
  sum: 'the sum',
  variance: 'the variance that divides by $n$',
  sample_variance: 'the sample variance, which divides by $n - 1$',
  maxpool: 'the maximum of each window',
  avgpool: 'the mean of each window',
  maxpool_grad: 'the way back through a max-pool',
  avgpool_grad: 'the way back through an average pool',
  floor: 'rounding down',
  ceil: 'rounding up',
  round: 'rounding to the nearest',
  sum_rows: 'the sum of each row',
  sum_columns: 'the sum of each column',
  mean_rows: 'the mean of each row',
  mean_columns: 'the mean of each column',
  row: 'a row',
  column: 'a column',
}

function named(name: string): string {
  return words[name] ?? `the ${name.replaceAll('_', ' ')}`
}

function instead(name: string, other: string): string {
  return `used ${named(other)} in place of ${named(name)}.`
}
