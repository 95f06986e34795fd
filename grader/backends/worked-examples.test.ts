import { describe, expect, it } from 'vitest'
import { operations } from '../operations/library.ts'
import { planOf } from './plan-of.ts'
import { expectClose, startableExecutors } from './testing.ts'
import { inputs, workedExamples } from './worked-examples.ts'

const executors = await startableExecutors()
const shapes = Object.fromEntries(Object.entries(inputs).map(([name, { shape }]) => [name, shape]))
const plans = workedExamples.map(([source]) => planOf({ result: source }, shapes))

describe.each(executors)('$name', (executor) => {
  it.each(workedExamples.map((example, i) => [...example, i] as const))('%s', async (_source, shape, wanted, index) => {
    const plan = plans[index] ?? planOf({}, {})
    const parameters = Object.fromEntries(
      Object.entries(inputs).map(([name, { shape, data }]) => [name, { shape, data: Float64Array.from(data) }]),
    )
    const { result } = await executor.run(plan, { rows: 1, parameters })
    expect(result?.shape).toEqual(shape)
    expectClose(executor, result?.data ?? [], wanted)
  })
})

describe('the worked examples', () => {
  it('call every operation of the library', () => {
    const called = new Set(
      plans.flatMap((plan) => plan.instructions.map((i) => (i.kind === 'apply' ? i.operation : ''))),
    )
    expect([...operations.keys()].filter((name) => !called.has(name))).toEqual([])
  })
})
