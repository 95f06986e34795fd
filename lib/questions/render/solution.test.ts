import { describe, expect, it } from 'vitest'
import { operations } from '../../../grader/operations/library.ts'
import { drawVariant } from '../../../grader/question/draw-variant.ts'
import { parseQuestion } from '../../../grader/question/parse-question.ts'
import { workedSolution } from './solution.ts'

/** A question with a step `y`, its worked solution as text; `h'` and `s_{t-1}` are names that are no plain words. */
function solutionOf(parameters: string, y: string): string {
  const source = `---
title: T
parameters:
${parameters}
reference:
  y: ${y}
answers:
  y: { points: 1, decimals: 2 }
---
Give :answer[y]
`
  const parsed = parseQuestion(source, 't', operations)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const variant = drawVariant(parsed.question, 'seed')
  const key = {
    expected: { y: { shape: [], data: [1.234] } },
    deviation: {},
    bands: {},
    alternatives: {},
    solutions: {},
    broken: {},
  }
  const values = { templates: {}, curves: {}, grids: {} }
  const solution = workedSolution({ definition: parsed.question, variant, key, values }, () => [])
  return [...JSON.stringify(solution.y).matchAll(/x-tex\\">(.*?)<\/annotation/g)].map((found) => found[1]).join('\n')
}

describe('a worked solution', () => {
  it('works a gradient out by the steps it comes from', () => {
    const printed = solutionOf(
      '  x: pick(3)\n  w: pick(2)',
      'gradient(L, w)\n  z: w x\n  L: z^2 / 2\n  dz: gradient(L, z)',
    )
    expect(printed).toContain('\\\\frac{\\\\partial L}{\\\\partial w} = ')
    expect(printed).toMatch(/\\partial w} = .*dz/)
  })

  it('puts the numbers of every name in that the step reads', () => {
    const printed = solutionOf('  s_{t-1}: pick(3)\n  n: pick(41)', 's_{t-1} + n')
    expect(printed).toContain('3 + 41')
  })

  it('leaves the line of numbers out where they are too many, whatever the names look like', () => {
    const parameters = '  h_{t-1}: integers([60], 1, 9)\n  n: pick(5)'
    const printed = solutionOf(parameters, 'sum(h_{t-1}) + n')
    expect(printed).not.toContain('bmatrix')
    expect(solutionOf(parameters.replace('60', '4'), 'sum(h_{t-1}) + n')).toContain('bmatrix')
  })
})
