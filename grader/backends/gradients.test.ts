import { describe, expect, it } from 'vitest'
import { sizeOf } from '../language/types.ts'
import { operations } from '../operations/library.ts'
import { agrees } from './agreement.ts'
import type { BatchTensor } from './executor.ts'
import { runFloat64 } from './float64.ts'
import { gradientExamples, gradientShapes } from './gradient-examples.ts'
import { planOf } from './plan-of.ts'
import { startableExecutors } from './testing.ts'

const executors = await startableExecutors()
const names = Object.keys(gradientShapes)

/** Weights of the entries of a result, so that none is like another. */
function weightsOf(shape: readonly number[]): BatchTensor {
  return { shape, data: Float64Array.from({ length: sizeOf(shape) }, (_, i) => Math.cos(3 * i + 1) + 0.2) }
}

const programs = gradientExamples.map((call) => {
  const forward = planOf({ r: call }, gradientShapes)
  const weights = weightsOf(forward.steps[0]?.type.shape ?? [])
  const called = forward.instructions.flatMap((i) => (i.kind === 'apply' ? [i.operation] : []))
  const shapes = { ...gradientShapes, weights: weights.shape }
  const read = forward.parameters.map(({ name }) => name).filter((name) => forward.steps[0]?.reads.includes(name))
  const steps: Record<string, string> = { r: call, L: 'sum(weights .* r)' }
  // some results are linear in an argument's gradient only
  const varied = read.filter((name) => {
    try {
      planOf({ ...steps, d: `gradient(L, ${name})` }, shapes)
      return true
    } catch (error) {
      if (String(error).includes('does not depend')) return false
      throw error
    }
  })
  const plan = planOf(
    { ...steps, ...Object.fromEntries(varied.map((name) => [`d_${name}`, `gradient(L, ${name})`])) },
    shapes,
  )
  return { call, plan, weights, varied, called }
})

/** Values of a row, seeded by name and row: none near a kink of the examples. */
function valuesOf(name: string, row: number): number[] {
  return Array.from({ length: sizeOf(gradientShapes[name] ?? []) }, (_, i) => {
    const x = Math.sin(12.9898 * (i + 1) + 78.233 * (names.indexOf(name) + 1) + 4.1 * row) * 43758.5453
    const share = x - Math.floor(x)
    return name.startsWith('p') ? 0.4 + 1.6 * share : 3 * share - 1.5
  })
}

function rowsOf(rows: number, shared: (at: number) => boolean): Record<string, BatchTensor> {
  return Object.fromEntries(
    names.map((name, at) => {
      const all = Array.from({ length: shared(at) ? 1 : rows }, (_, row) => valuesOf(name, row))
      return [name, { shape: gradientShapes[name] ?? [], data: Float64Array.from(all.flat()) }]
    }),
  )
}

const step = 1e-5

describe('the gradient of every operation', () => {
  it.each(programs)('$call: is what differences give', ({ plan, weights, varied }) => {
    expect(varied.length).toBeGreaterThan(0)
    const parameters: Record<string, BatchTensor> = { ...rowsOf(1, () => false), weights }
    const run = runFloat64(plan, { rows: 1, parameters })
    for (const name of varied) {
      const base = parameters[name]?.data ?? new Float64Array()
      const nudged = (by: number) => {
        const data = Float64Array.from({ length: base.length ** 2 }, (_, at) => {
          const entry = at % base.length
          return (base[entry] ?? 0) + (Math.floor(at / base.length) === entry ? by : 0)
        })
        const moved = { ...parameters, [name]: { shape: gradientShapes[name] ?? [], data } }
        return runFloat64(plan, { rows: base.length, parameters: moved }).L?.data ?? []
      }
      const [more, less] = [nudged(step), nudged(-step)]
      const found = run[`d_${name}`]?.data ?? []
      const wanted = Array.from(base, (_, i) => ((more[i] ?? Number.NaN) - (less[i] ?? 0)) / (2 * step))
      const largest = Math.max(1, ...wanted.map(Math.abs))
      const near = wanted.every((value, i) => Math.abs(value - (found[i] ?? Number.NaN)) <= 1e-7 * largest)
      expect(near && found.length === base.length, `by ${name}: ${[...found]} should be ${wanted}`).toBe(true)
    }
  })

  it('is tried, or its lack has a reason', () => {
    const used = new Set(programs.flatMap(({ called }) => called))
    for (const { name, gradient, noGradient } of operations.values()) {
      expect(Boolean(gradient) !== Boolean(noGradient), `${name} has a rule or a reason`).toBe(true)
      if (gradient) expect(used.has(name), `${name} is among the examples`).toBe(true)
    }
  })
})

// on a GPU every kernel is compiled for every shape; there the operations that gradients are made of are tried one by one
const processors = executors.filter(({ name }) => name === 'cpu' || name === 'wasm')

describe.each(processors)('gradients in a batch on $name', (executor) => {
  // all examples as one program, so that kernels run once
  const shapes = Object.fromEntries(programs.map(({ weights }, i) => [`weights_${i}`, weights.shape]))
  const steps = programs.flatMap(({ call, varied }, i): [string, string][] => [
    [`r_${i}`, call],
    [`L_${i}`, `sum(weights_${i} .* r_${i})`],
    ...varied.map((name): [string, string] => [`d_${i}_${name}`, `gradient(L_${i}, ${name})`]),
  ])
  const plan = planOf(Object.fromEntries(steps), { ...gradientShapes, ...shapes })
  const weights = Object.fromEntries(programs.map((program, i) => [`weights_${i}`, program.weights]))

  it.each([0, 1])('are those of float64, whatever the rows share (%i)', async (half) => {
    const batch = { rows: 3, parameters: { ...rowsOf(3, (at) => at % 2 === half), ...weights } }
    const [wanted, found] = [runFloat64(plan, batch), await executor.run(plan, batch)]
    const failing = plan.steps.flatMap(({ name }) => {
      const [a, b] = [wanted[name]?.data ?? [], found[name]?.data ?? []]
      const call = programs[Number(name.split('_')[1])]?.call
      return agrees(a, b) ? [] : [`${name} of ${call}: ${[...b]} should be ${[...a]}`]
    })
    expect(failing).toEqual([])
  })
})
