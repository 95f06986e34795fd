import { describe, expect, it } from 'vitest'
import { runFloat64 } from '../../backends/float64.ts'
import { operations } from '../../operations/library.ts'
import { compile } from '../compile.ts'
import { parseFormula } from '../parse-formula.ts'
import { parseText } from '../parse-text.ts'
import type { CompileInput, CompileResult, Plan } from '../plan.ts'
import type { TensorType } from '../types.ts'

const real = (...shape: number[]): TensorType => ({ shape, integer: false })
const whole: TensorType = { shape: [], integer: true }

function build(
  steps: Record<string, string>,
  parameters: Record<string, TensorType>,
  given: Partial<CompileInput> = {},
): CompileResult {
  const sources = Object.entries(steps).map(([name, source]) => {
    const read = parseText(source)
    if (!read.ok) throw new Error(read.problem.message)
    return { name, expression: read.value }
  })
  return compile({ parameters, statics: {}, steps: sources, ...given }, operations)
}

function planOf(...args: Parameters<typeof build>): Plan {
  const result = build(...args)
  if (!result.ok) throw new Error(result.problems.map(({ step, problem }) => `${step}: ${problem.message}`).join('; '))
  return result.plan
}

function problemOf(...args: Parameters<typeof build>): string {
  const result = build(...args)
  return result.ok ? '' : result.problems.map(({ step, problem }) => `${step}: ${problem.message}`).join('; ')
}

const listing = (plan: Plan) =>
  plan.instructions.map((one) => {
    if (one.kind === 'constant') return String(one.value)
    if (one.kind !== 'apply') return `${one.kind} ${one.name}`
    return [one.operation, ...one.args.map((arg) => `#${arg}`), ...one.statics].join(' ')
  })

/** The values of all steps for one row of parameters. */
function valuesOf(plan: Plan, given: Record<string, number[]>, overrides: Record<string, number[]> = {}) {
  const put = (values: Record<string, number[]>, shapes: readonly { name: string; type: TensorType }[]) =>
    Object.fromEntries(
      Object.entries(values).map(([name, data]) => {
        const shape = shapes.find((one) => one.name === name)?.type.shape ?? []
        return [name, { shape, data: Float64Array.from(data) }]
      }),
    )
  const batch = { rows: 1, parameters: put(given, plan.parameters), overrides: put(overrides, plan.steps) }
  const run = runFloat64(plan, batch)
  return Object.fromEntries(Object.entries(run).map(([name, { data }]) => [name, [...data]]))
}

const network = {
  x: real(3),
  W_1: real(4, 3),
  b_1: real(4),
  W_2: real(2, 4),
  b_2: real(2),
  t: real(2),
}
const forward = {
  z: 'W_1 x + b_1',
  h: 'relu(z)',
  s: 'W_2 h + b_2',
  p: 'softmax(s)',
  L: '-t^T ln(p)',
}
const all = ['s', 'W_2', 'b_2', 'h', 'z', 'W_1', 'b_1', 'x']
const backward = Object.fromEntries(all.map((name) => [`d${name}`, `gradient(L, ${name})`]))

describe('gradient(L, W)', () => {
  it('is made of the operations of the library and of values that are there already', () => {
    const plan = planOf({ h: 'tanh(W x)', L: 'sum(h .* h)', dW: 'gradient(L, W)' }, { W: real(2, 3), x: real(3) })
    expect(listing(plan)).toEqual([
      'parameter W',
      'parameter x',
      'matmul #0 #1',
      'tanh #2',
      'step h',
      'multiply #4 #4',
      'sum #5',
      '1',
      'add #4 #4',
      'subtract #7 #5',
      'multiply #8 #9',
      'transpose #1',
      'matmul #10 #11',
    ])
    expect(plan.steps.at(-1)).toMatchObject({ name: 'dW', type: { shape: [2, 3] } })
  })

  it('goes through two layers with softmax and cross-entropy', () => {
    const plan = planOf({ ...forward, ...backward }, network)
    const run = valuesOf(plan, {
      x: [1, -2, 0.5],
      W_1: [1, 0, 2, -1, 1, 0, 0.5, 0.5, 0.5, 0, -1, 1],
      b_1: [0, 1, 0.3, -0.5],
      W_2: [1, -1, 2, 0.5, 0, 1, -1, 1],
      b_2: [0.1, -0.1],
      t: [0, 1],
    })
    const [p = [], h = [], s] = [run.p, run.h, run.ds]
    const ds = [p[0] ?? 0, (p[1] ?? 0) - 1]
    expect(s).toEqual(ds.map((value) => expect.closeTo(value, 12)))
    expect(run.dW_2).toEqual(ds.flatMap((d) => h.map((value) => expect.closeTo(d * value, 12))))
    expect(run.db_2).toEqual(run.ds)
    expect(run.dz?.[1]).toBe(0)
  })

  it('reads what the derivative is made of, not the scalar', () => {
    const plan = planOf({ ...forward, ...backward }, network)
    const reads = (name: string) => plan.steps.find((step) => step.name === name)?.reads
    expect(reads('dW_2')).not.toContain('L')
    expect(new Set(reads('dW_2'))).toEqual(new Set(['p', 't', 'h']))
  })

  it('differentiates with a step as the free variable, as later steps read it', () => {
    const plan = planOf({ a: 'x^2', L: '3 a + x', da: 'gradient(L, a)', dx: 'gradient(L, x)' }, { x: real() })
    expect(valuesOf(plan, { x: [5] })).toMatchObject({ da: [3], dx: [31] })
    expect(valuesOf(planOf({ L: 'x^2', d: 'gradient(L, L)', c: 'L + 1' }, { x: real() }), { x: [2] }).d).toEqual([1])
  })

  it('may stand in an expression, and takes the derivative of a derivative', () => {
    const plan = planOf(
      { L: 'x^3', next: 'x - 0.1 gradient(L, x)', d: 'gradient(L, x)', dd: 'gradient(d, x)', ddd: 'gradient(dd, x)' },
      { x: real() },
    )
    expect(valuesOf(plan, { x: [2] })).toEqual({ L: [8], next: [expect.closeTo(0.8, 12)], d: [12], dd: [12], ddd: [6] })
  })

  it('takes the branch that was taken, and torch’s side of a kink', () => {
    const plan = planOf(
      {
        a: 'cases(x^2 if x > 1, 5 x)',
        b: 'relu(x - 3)',
        c: 'max(x, 3, y)',
        e: 'abs(x - 3)',
        L: 'a + 10 b + 100 c + 1000 e',
        dx: 'gradient(L, x)',
        dy: 'gradient(L, y)',
      },
      { x: real(), y: real() },
    )
    expect(valuesOf(plan, { x: [3], y: [3] })).toMatchObject({ dx: [106], dy: [0] })
    expect(valuesOf(plan, { x: [0], y: [4] })).toMatchObject({ dx: [-995], dy: [100] })
  })

  it('keeps whole numbers whole, and lets them be varied', () => {
    const integers = { x: { shape: [2, 2], integer: true }, w: { shape: [2, 2], integer: true }, n: whole }
    const plan = planOf({ L: 'n sum(x .* w)', dw: 'gradient(L, w)', dn: 'gradient(L, n)' }, integers, {
      statics: { n: 3 },
    })
    expect(plan.steps.map(({ type }) => type.integer)).toEqual([true, true, true])
    expect(plan.staticNames).toEqual([])
  })

  it('follows from values put in the place of steps', () => {
    const plan = planOf({ h: 'sigmoid(w x)', L: 'h^2', dw: 'gradient(L, w)' }, { w: real(), x: real() })
    const run = valuesOf(plan, { w: [1], x: [2] }, { h: [0.5] })
    expect(run.dw).toEqual([2 * 0.5 * 0.25 * 2])
  })
})

describe('a gradient that is a step of its own', () => {
  const steps = {
    h: 'tanh(W x)',
    L: 'sum(h)',
    dh: 'gradient(L, h)',
    dW: 'gradient(L, W, h, dh)',
  }
  const given = { W: real(1, 2), x: real(2) }

  it('is what gradients further upstream are computed from', () => {
    const plan = planOf(steps, given)
    expect(new Set(plan.steps.find(({ name }) => name === 'dW')?.reads)).toEqual(new Set(['h', 'dh', 'x']))
    const run = valuesOf(plan, { W: [0, 0], x: [1, 2] }, { dh: [10] })
    expect(run).toMatchObject({ dh: [1], dW: [10, 20] })
  })

  it('is passed over where a mistake gave it another shape', () => {
    const plan = planOf({ ...steps, dh: 'ones(3)' }, given)
    expect(valuesOf(plan, { W: [0, 0], x: [1, 2] }).dW).toEqual([1, 2])
  })
})

describe('what has no gradient is told at its place', () => {
  const given = { x: real(3), W: real(2, 3), n: whole }
  it.each([
    [{ L: 'sum(x)', d: 'gradient(L, W)' }, 'd: L does not depend on W, so there is no gradient.'],
    [{ L: 'W x', d: 'gradient(L, W)' }, 'd: gradient needs a scalar step; L is 2.'],
    [{ L: 'sum(x)', d: 'gradient(x, x)' }, 'd: gradient needs a step to differentiate; x is a parameter.'],
    [{ L: 'sum(x)', d: 'gradient(L, V)' }, 'd: Nothing here is called V. Did you mean x?'],
    [{ L: 'sum(x)', d: 'gradient(L, x[1])' }, 'd: gradient takes names: give this value a step of its own.'],
    [{ L: 'sum(x)', d: 'gradient(L)' }, 'd: gradient takes two names: gradient(L, W) of a scalar step L by W.'],
    [
      { k: 'argmax(x)', L: 'k + sum(x)', d: 'gradient(L, x)' },
      'd: The gradient of L by x can not pass argmax in step k: it is a place, not a quantity.',
    ],
    [
      { a: 'floor(x) + (x > 2)', L: 'sum(a)', d: 'gradient(L, x)' },
      'd: The gradient of L by x can not pass less in step a: it is 0 or 1.',
    ],
    [
      {
        a: 'maxpool(reshape([x; 0], 2, 2), 2)',
        L: 'sum(a .* a)',
        d: 'gradient(L, x)',
        M: 'sum(d)',
        dd: 'gradient(M, x)',
      },
      'dd: The gradient of M by x can not pass maxpool_grad in step d: a gradient of a gradient of a max-pool is not offered.',
    ],
    [
      { a: 'conv_transpose2d(reshape(x, 1, 1, 3), ones(1, 1, 2, 2), 1, 0, 1, 2)', L: 'sum(a)', d: 'gradient(L, x)' },
      'd: The gradient of L by x can not pass conv_transpose2d in step a: the output padding is not below the stride.',
    ],
    [{ L: 'cases(1 if sum(x) > 0, 2)', d: 'gradient(L, x)' }, 'd: L does not depend on x, so there is no gradient.'],
    [{ L: 'sum(d)', d: 'gradient(L, x)' }, 'L: The steps define each other in a circle: L → d → L.'],
  ])('%o', (steps, message) => {
    expect(problemOf(steps, given)).toBe(message)
  })

  it('points at the name', () => {
    const source = '2 gradient(L, W)'
    const result = build({ L: 'sum(x)', d: source }, given)
    const span = result.ok ? undefined : result.problems[0]?.problem.span
    expect(source.slice(span?.start, span?.end)).toBe('W')
  })

  it('gives zeros where an alternative has cut the value off', () => {
    const plan = planOf({ L: 'sum(x)', d: 'gradient(L, W)', e: 'gradient(L, n)' }, given, {
      independent: 'zeros',
      statics: { n: 1 },
    })
    expect(valuesOf(plan, { x: [1, 2, 3], W: [1, 2, 3, 4, 5, 6], n: [1] })).toMatchObject({
      d: [0, 0, 0, 0, 0, 0],
      e: [0],
    })
  })
})

describe('the cost of a backward pass', () => {
  it('is a few instructions a forward one: no part of the forward pass is computed again', () => {
    const before = planOf(forward, network).instructions
    const plan = planOf({ ...forward, ...backward }, network)
    expect(plan.instructions.length).toBeLessThan(4 * before.length)
    const keys = plan.instructions.map((one) => JSON.stringify(one))
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('has a limit, which derivatives of derivatives come to', () => {
    const steps: Record<string, string> = { d_0: 'sum(softmax(x .* tanh(x)) .* exp(x))' }
    for (let k = 1; k <= 12; k++) {
      steps[`e_${k}`] = `gradient(d_${k - 1}, x)`
      steps[`d_${k}`] = `sum(e_${k} .* sin(x))`
    }
    expect(problemOf(steps, { x: real(3) })).toMatch(/makes the program too long/)
  })

  it('is compiled in less than 20 ms for two layers with softmax and cross-entropy', () => {
    for (let warm = 0; warm < 5; warm++) planOf({ ...forward, ...backward }, network)
    const times = Array.from({ length: 9 }, () => {
      // time of this process, whatever else the machine does
      const before = process.cpuUsage()
      planOf({ ...forward, ...backward }, network)
      const { user, system } = process.cpuUsage(before)
      return (user + system) / 1000
    })
    expect(Math.min(...times)).toBeLessThan(20)
  })
})

describe('students', () => {
  it.each(['gradient(L, W)', '\\operatorname{gradient}(L, W)'])('can not write %s', (source) => {
    const notation = source.startsWith('\\') ? 'latex' : 'text'
    expect(parseFormula(source, notation, { symbols: [{ name: 'L' }, { name: 'W' }] })).toMatchObject({ ok: false })
  })
})
