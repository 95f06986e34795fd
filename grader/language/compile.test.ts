import { describe, expect, it } from 'vitest'
import { compile } from './compile.ts'
import { parseText } from './parse-text.ts'
import type { CompileResult, Plan } from './plan.ts'
import { signatures } from './testing/signatures.ts'
import type { TensorType } from './types.ts'

const real = (...shape: number[]): TensorType => ({ shape, integer: false })
const integer: TensorType = { shape: [], integer: true }

function build(
  steps: Record<string, string>,
  parameters: Record<string, TensorType>,
  statics: Record<string, number> = {},
): CompileResult {
  const sources = Object.entries(steps).map(([name, source]) => {
    const outcome = parseText(source)
    if (!outcome.ok) throw new Error(outcome.problem.message)
    return { name, expression: outcome.value }
  })
  return compile({ parameters, statics, steps: sources }, signatures)
}

function planOf(result: CompileResult): Plan {
  if (!result.ok) throw new Error(result.problems.map(({ step, problem }) => `${step}: ${problem.message}`).join('\n'))
  return result.plan
}

function messages(result: CompileResult): string[] {
  return result.ok ? [] : result.problems.map(({ step, problem }) => `${step}: ${problem.message}`)
}

function listing(plan: Plan): string[] {
  return plan.instructions.map((instruction) => {
    if (instruction.kind === 'constant') return String(instruction.value)
    if (instruction.kind !== 'apply') return `${instruction.kind} ${instruction.name}`
    return [instruction.operation, ...instruction.args.map((arg) => `#${arg}`), ...instruction.statics].join(' ')
  })
}

describe('compile', () => {
  const gru = { x: real(2), s: real(3), W: real(3, 3), U: real(3, 2), b: real(3) }

  it('orders steps, settles shapes and shares equal parts', () => {
    const plan = planOf(build({ next: 'o .* s + o .* s', o: 'sigmoid(W s + U x + b)' }, gru))
    expect(plan.steps.map(({ name, type, reads }) => [name, type.shape, reads])).toEqual([
      ['o', [3], ['W', 's', 'U', 'x', 'b']],
      ['next', [3], ['o', 's']],
    ])
    expect(listing(plan)).toEqual([
      'parameter x',
      'parameter s',
      'parameter W',
      'parameter U',
      'parameter b',
      'matmul #2 #1',
      'matmul #3 #0',
      'add #5 #6',
      'add #7 #4',
      'sigmoid #8',
      'step o',
      'multiply #10 #1',
      'add #11 #11',
    ])
  })

  it('lowers syntax to operations', () => {
    const plan = planOf(
      build(
        { y: 'cases([1, 2; 3, 4] [a; -a] if a >= 2, e^[a, a])', z: 'sum([[1, 2], [3, 4]][1])', k: 'a^2' },
        { a: real() },
      ),
    )
    expect(listing(plan).join('\n')).toMatchInlineSnapshot(`
      "parameter a
      concat #0 #0
      exp #1
      2
      less_equal #3 #0
      1
      3
      4
      concat #5 #3 #6 #7
      reshape #8 2 2
      negate #0
      concat #0 #10
      matmul #9 #11
      select #4 #12 #2
      concat #5 #3
      concat #6 #7
      stackrows #14 #15
      element #16 1
      sum #17
      power #0 #3"
    `)
  })

  it('knows integers that follow from integer parameters and records which', () => {
    const steps = { o: 'floor((n - 3 + 2 p)/2) + 1', m: 'zeros(o, 2)', t: '2^q' }
    const plan = planOf(build(steps, { n: integer, p: integer, q: integer }, { n: 8, p: 1, q: 5 }))
    expect(plan.steps.find(({ name }) => name === 'm')?.type).toEqual({ shape: [4, 2], integer: true })
    expect(plan.steps.find(({ name }) => name === 't')?.type.integer).toBe(true)
    expect(plan.staticNames.toSorted()).toEqual(['n', 'p', 'q'])
    expect(planOf(build({ o: 'n + 1' }, { n: integer }, { n: 8 })).staticNames).toEqual([])
  })

  it('reads a name before brackets as a factor where it is a value', () => {
    const plan = planOf(build({ y: 'k(x + 1)^2', z: 'k^T' }, { k: real(), x: real(), T: real() }))
    expect(listing(plan)).toEqual([
      'parameter k',
      'parameter x',
      'parameter T',
      '1',
      'add #1 #3',
      '2',
      'power #4 #5',
      'multiply #0 #6',
      'power #0 #2',
    ])
  })

  it.each([
    ['W x', 'W is 3×3 but x has 2 entries.'],
    ['W s + U', 'W s has 3 entries but U is 3×2.'],
    ['s * b', 's and b are vectors: write s .* b (⊙) to multiply them entry by entry.'],
    ['W / U', 'A matrix cannot be divided with /; write ./ to divide entry by entry.'],
    ['sigmod(s)', 'There is no function called sigmod. Did you mean sigmoid?'],
    ['W s + bb', 'Nothing here is called bb. Did you mean b?'],
    ['sigmoid (s)', 'sigmoid is a function: write sigmoid(…), without a space before the bracket.'],
    ['s[4]', 'The index 4 is not between 1 and 3.'],
    ['s[1, 1]', 'There are 2 indices for 1 dimensions.'],
    ['zeros(sum(s))', 'zeros needs a whole number here that is known before anything is computed.'],
    ['zeros(1/2)', 'zeros needs a whole number here, not 0.5.'],
    ['y + 1', 'The steps define each other in a circle: y → y.'],
  ])('says what is wrong with %s', (source, message) => {
    expect(messages(build({ y: source }, gru))).toEqual([`y: ${message}`])
  })

  it('tells all problems at once and is silent about what follows from them', () => {
    const result = build({ a: 'W x', c: 'a + 1', d: 'nothing' }, gru)
    expect(messages(result)).toEqual(['a: W is 3×3 but x has 2 entries.', 'd: Nothing here is called nothing.'])
    expect(messages(build({ s: 'x' }, gru))).toEqual(['s: s is both a parameter and a step.'])
  })

  it('points at the part that does not fit', () => {
    const result = build({ a: 'b + W x' }, gru)
    expect(result.ok ? null : result.problems[0]?.problem.span).toEqual({ start: 4, end: 7 })
  })
})
