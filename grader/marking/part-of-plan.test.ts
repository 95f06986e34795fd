import { expect, it } from 'vitest'
import { runFloat64 } from '../backends/float64.ts'
import { planOf } from '../backends/plan-of.ts'
import { partOfPlan } from './part-of-plan.ts'

const plan = planOf(
  { a: 'sigmoid(x)', b: 'a + y', c: 'exp(z)', d: 'b .* sigmoid(x) + c', e: '2 b' },
  { x: [2], y: [2], z: [2] },
)

it('keeps what the steps follow from and nothing else', () => {
  const part = partOfPlan(plan, ['e'])
  expect(part.steps.map(({ name }) => name)).toEqual(['a', 'b', 'e'])
  expect(part.parameters.map(({ name }) => name)).toEqual(['x', 'y'])
  expect(part.instructions.some((each) => each.kind === 'apply' && each.operation === 'exp')).toBe(false)
  expect(partOfPlan(plan, ['b', 'e'])).toBe(part)
})

it('gives the values of the whole plan, also with other values in place of steps', () => {
  const values = (...data: number[]) => ({ shape: [2], data: Float64Array.from(data) })
  const batch = {
    rows: 1,
    parameters: { x: values(1, -2), y: values(3, 4), z: values(0, 1) },
    overrides: { a: values(7, Number.NaN), c: values(5, 6) },
  }
  const whole = runFloat64(plan, batch)
  for (const name of ['a', 'b', 'c', 'd', 'e']) {
    expect(runFloat64(partOfPlan(plan, [name]), batch)[name]).toEqual(whole[name])
  }
})
