import { describe, expect, it } from 'vitest'
import { agrees } from './agreement.ts'
import { runFloat64 } from './float64.ts'
import { planOf } from './plan-of.ts'
import { expectClose, startableExecutors } from './testing.ts'
import { inputs, workedExamples } from './worked-examples.ts'

const executors = await startableExecutors()
const names = Object.keys(inputs)

function values(shape: number[], ...rows: number[][]) {
  return { shape, data: Float64Array.from(rows.flat()) }
}

describe.each(executors)('a batch on $name', (executor) => {
  it('gives every row its own result, whatever is a scalar, a constant or shared by the rows', async () => {
    const plan = planOf({ y: 'A x + k 2 + [1, 2]', n: 'range(1, 2)' }, { A: [2, 2], x: [2], k: [] })
    const parameters = {
      A: values([2, 2], [1, 0, 0, 1]),
      x: values([2], [1, 2], [3, 4], [5, 6]),
      k: values([], [0], [10], [20]),
    }
    const run = await executor.run(plan, { rows: 3, parameters })
    expectClose(executor, run.y?.data ?? [], [2, 4, 24, 26, 46, 48])
    expectClose(executor, run.n?.data ?? [], [1, 2, 1, 2, 1, 2])
  })

  it('returns a step as recomputed and lets later steps read the override, entry by entry', async () => {
    const plan = planOf({ a: '2 x', b: 'a + 1', c: 'a .* b' }, { x: [2] })
    const batch = {
      rows: 3,
      parameters: { x: values([2], [1, 2], [1, 2], [1, 2]) },
      overrides: {
        a: values([2], [Number.NaN, Number.NaN], [100, Number.NaN], [0, 0]),
        b: values([2], [Number.NaN, 7], [Number.NaN, Number.NaN], [Number.NaN, Number.NaN]),
      },
    }
    const run = await executor.run(plan, batch)
    expectClose(executor, run.a?.data ?? [], [2, 4, 2, 4, 2, 4])
    expectClose(executor, run.b?.data ?? [], [3, 5, 101, 5, 1, 1])
    expectClose(executor, run.c?.data ?? [], [6, 28, 10100, 20, 0, 0])
  })

  it('puts an override in the place of a step that depends on nothing', async () => {
    const plan = planOf({ a: 'ones(2)', b: '3 a' }, {})
    const run = await executor.run(plan, {
      rows: 2,
      parameters: {},
      overrides: { a: values([2], [5, Number.NaN], [Number.NaN, 0]) },
    })
    expectClose(executor, run.a?.data ?? [], [1, 1, 1, 1])
    expectClose(executor, run.b?.data ?? [], [15, 3, 3, 0])
  })

  it('says what does not fit instead of computing on', async () => {
    const plan = planOf({ y: 'x + 1' }, { x: [2] })
    await expect(executor.run(plan, { rows: 3, parameters: {} })).rejects.toThrow('The batch has no values for x.')
    const short = { rows: 3, parameters: { x: values([2], [1, 2], [3, 4]) } }
    await expect(executor.run(plan, short)).rejects.toThrow('x has 4 entries, but 3 rows of 2 were expected.')
  })

  it('keeps what overflows in one row out of the rows beside it', async () => {
    const rows = 60
    const plan = planOf({ e: 'exp(x)', y: 'sigmoid(W (e .* x))' }, { W: [3, 3], x: [3] })
    const row = (k: number) => (k % 20 === 10 ? [1e39, 200, -1e39] : [0.1 * (k % 7), -0.3, 0.5])
    const batch = (count: number) => ({
      rows: count,
      parameters: {
        W: values([3, 3], [1, -2, 0.5, 0.5, 1, 1, -1, 0, 2]),
        x: values([3], ...Array.from({ length: count }, (_, k) => row(k))),
      },
    })
    const [wanted, found] = [runFloat64(plan, batch(rows)), await executor.run(plan, batch(rows))]
    for (let k = 0; k < rows; k++) {
      if (k % 20 === 10) continue
      const [a, b] = [wanted, found].map((run) => run.y?.data.subarray(3 * k, 3 * k + 3) ?? [])
      expect(agrees(a ?? [], b ?? []), `row ${k}: ${b} should be ${a}`).toBe(true)
    }
  })

  it('gives nothing for no rows', async () => {
    const plan = planOf({ y: 'x + 1' }, { x: [2] })
    expect((await executor.run(plan, { rows: 0, parameters: { x: values([2]) } })).y?.data.length).toBe(0)
  })
})

describe.each(executors.filter(({ name }) => name !== 'float64'))('every operation in a batch on $name', (executor) => {
  it.each(workedExamples)('%s', async (source) => {
    const shapes = Object.fromEntries(names.map((name) => [name, inputs[name]?.shape ?? []]))
    const plan = planOf({ result: source }, shapes)
    // every other input is shared by the rows, and in the other half of the runs the others are
    for (const shared of [0, 1]) {
      const rows = 3
      const parameters = Object.fromEntries(
        names.map((name, at) => {
          const input = inputs[name] ?? { shape: [], data: [] }
          const row = (r: number) => input.data.map((x, i) => x + 0.37 * r * Math.sin(3 * i + r))
          const all = Array.from({ length: at % 2 === shared ? 1 : rows }, (_, r) => row(r))
          return [name, values(input.shape, ...all)]
        }),
      )
      const wanted = runFloat64(plan, { rows, parameters }).result?.data ?? []
      const found = (await executor.run(plan, { rows, parameters })).result?.data ?? []
      expect(agrees(wanted, found), `${[...found]} should be ${[...wanted]}`).toBe(true)
    }
  })
})
