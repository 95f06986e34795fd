import { describe, expect, it } from 'vitest'
import { orderSteps } from './order-steps.ts'
import { parseText } from './parse-text.ts'

function order(steps: [string, string][]): string[] {
  const sources = steps.map(([name, source]) => {
    const read = parseText(source)
    if (!read.ok) throw new Error(read.problem.message)
    return { name, expression: read.value }
  })
  const ordered = orderSteps(sources)
  return ordered.ok ? ordered.steps.map(({ name }) => name) : ordered.problems.map(({ problem }) => problem.message)
}

describe('orderSteps', () => {
  it('puts a step after what it reads and keeps the order otherwise', () => {
    expect(
      order([
        ['c', 'a + b'],
        ['a', 'x'],
        ['b', 'a'],
        ['d', 'x'],
      ]),
    ).toEqual(['a', 'b', 'c', 'd'])
    expect(
      order([
        ['y', 'k(x + 1)'],
        ['k', '2'],
      ]),
    ).toEqual(['k', 'y'])
    expect(
      order([
        ['y', 'b^T'],
        ['T', '2'],
      ]),
    ).toEqual(['T', 'y'])
  })

  it('lets a step have the name of the function it calls', () => {
    expect(order([['variance', 'variance(f)']])).toEqual(['variance'])
  })

  it('refuses circles and doubles', () => {
    expect(
      order([
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'a'],
      ]),
    ).toEqual(['The steps define each other in a circle: a → b → c → a.'])
    expect(
      order([
        ['a', '1'],
        ['a', '2'],
      ]),
    ).toEqual(['The step a is defined twice.'])
  })
})
