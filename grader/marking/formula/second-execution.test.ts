import { beforeAll, describe, expect, it } from 'vitest'
import type { Executor } from '../../backends/executor.ts'
import { tfjsExecutor } from '../../backends/tfjs.ts'
import { parseFormula } from '../../language/parse-formula.ts'
import { Comparer } from './comparer.ts'
import { agreesWith } from './second-execution.ts'
import { symbolOf } from './testing/field.ts'

const symbols = [
  symbolOf('x'),
  symbolOf('n', { domain: { low: 1, high: 9, integer: true } }),
  symbolOf('p', { domain: { low: 0.05, high: 0.95, integer: false } }),
  symbolOf('W', { shape: ['d', 'd'] }),
  symbolOf('s', { shape: ['d'] }),
  symbolOf('f', { function: null }),
]

/** Formulas with every kind of part: what float32 can be expected to get right, and what it can not. */
const formulas = [
  ['x^2 + 2x + 1', '(x + 1)^2'],
  ['f(x) + 1', '1 + f(x)'],
  ['sinh(x)/cosh(x)', 'tanh(x)'],
  ['cases(x if x > 1, -x if x < 0)', 'abs(x)'],
  ['floor(n/2) + mod(n, 2)', 'ceil(n/2)'],
  ['(x - 1)^10', 'x^10 - 10x^9'],
  ['exp(20 x)', 'exp(x)^20'],
  ['x Phi(x) + phi(x) erf(x)', 'softplus(x)'],
  ['p^n (1 - p)^(9 - n)', 'exp(n ln p)'],
  ['softmax(W s)', 'exp(W s) / sum(exp(W s))'],
  ['norm(s)^2 + s^T W s + trace(W)', 'dot(s, s)'],
  ['diag(s) W^T tanh(f(s))', 's .* (W^T tanh(f(s)))'],
  ['1e30 x - 1e30 x + 1e-30', '1e-30'],
] as const

function executed(reference: string, answer: string) {
  const [wanted, given] = [reference, answer].map((source) => {
    const read = parseFormula(source, 'text', { symbols })
    if (!read.ok) throw new Error(read.problem.message)
    return read.value
  })
  const comparer = new Comparer([wanted!], symbols)
  const open = comparer.open(given!)
  comparer.compare(0, open)
  return [...comparer.evidenceOf(open), ...comparer.evidenceOfReference(0)]
}

describe.each(['wasm', 'cpu'] as const)('formulas executed once more on %s', (name) => {
  let executor: Executor
  beforeAll(async () => {
    executor = await tfjsExecutor(name)
  }, 60_000)

  it.each(formulas)('%s and %s agree', async (reference, answer) => {
    const evidence = executed(reference, answer)
    expect(evidence.length).toBeGreaterThan(0)
    for (const one of evidence) expect(await agreesWith(one, executor)).toBe(true)
  })

  it.each(formulas.slice(0, -1))('%s: a value that is off by a hundredth does not', async (reference, answer) => {
    const [one] = executed(reference, answer)
    if (!one || reference.startsWith('(x - 1)^10')) return
    const off = one.value.map((value) => value * 1.01 + 0.01)
    expect(await agreesWith({ ...one, value: off }, executor)).toBe(false)
  })
})
