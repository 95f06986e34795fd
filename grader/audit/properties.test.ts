import { describe, expect, it } from 'vitest'
import type { Executor } from '../backends/executor.ts'
import { float64Executor } from '../backends/float64.ts'
import { parsed } from '../question/testing/read-sample.ts'
import { makePool } from './make-pool.ts'
import { executorsWith } from './testing/executors.ts'

const stochastic = [
  '{ that: sum_rows(A) = 1, says: Every row adds up to 1. }',
  '{ that: A .* (1 - mask) = 0, says: Nothing looks ahead. }',
  '{ that: A >= 0, says: No weight is negative. }',
  '{ that: "A[3, 1] > 0.005", says: The last position sees the first. }',
]

interface Other {
  holds?: string[]
  example?: string
  mistake?: string
  decimals?: number
}

async function audit({ holds = stochastic, example, mistake = 'raised', decimals = 3 }: Other, tfjs?: Executor) {
  const question = parsed(
    `---
title: Weights
parameters:
  S: decimals([3, 3], -2, 2, 1)
  t: decimal(1, 2, 1)
reference:
  mask: "[1, 0, 0; 1, 1, 0; 1, 1, 1]"
  raised: exp(S) .* mask
  weights: "raised ./ outer(sum_rows(raised), ones(3))"
answers:
  A:
    kind: property
    points: 3
    shape: [3, 3]
    decimals: ${decimals}
    holds:
${holds.map((line) => `      - ${line}`).join('\n')}
    example: ${example ?? 'weights'}
    mistakes: { wrong: { value: "${mistake}", says: Divide. } }
  twice: { kind: number, step: t2, points: 1 }
---
{{S}} :answer[A] :answer[twice]
`.replace('answers:', '  t2: 2 t\nanswers:'),
  )
  const pool = await makePool(question, { count: 4, seedPrefix: 'p', executors: executorsWith(tfjs), maximumTries: 2 })
  const reasons = pool.report.components.flatMap(({ rejections }) => rejections.map((r) => `${r.reason}: ${r.detail}`))
  return { ...pool, reasons }
}

describe('the audit of a property field', () => {
  it('accepts what can be answered and told apart, and keeps the example as what is expected', async () => {
    const { accepted, reasons, report } = await audit({})
    expect(reasons).toEqual([])
    expect(report).toMatchObject({ accepted: 4, failures: [] })
    for (const { key } of accepted) {
      expect(key.expected.A).toEqual(key.expected.weights)
      expect(key.broken).toEqual({})
    }
  })

  it.each<[string, Other, string]>([
    [
      'an example that does not hold',
      { example: 'softmax(S)' },
      'property: the example of A does not hold: A .* (1 - mask) = 0',
    ],
    [
      'an example that holds by chance of rounding only',
      { holds: ['{ that: sum_rows(floor(10 A)) = sum_rows(floor(10 weights)), says: Tenths. }'] },
      'property: the example, rounded, of A does not hold: sum_rows(floor(10 A)) = sum_rows(floor(10 weights))',
    ],
    ['properties that zeros have', { holds: stochastic.slice(1, 3) }, 'trivial: zeros are right for A'],
    [
      'properties that one number has',
      { holds: [stochastic[0] ?? ''] },
      'trivial: one number in every cell is right for A',
    ],
    [
      'properties that say nothing',
      { holds: ['{ that: A > -1000, says: Not small. }'] },
      'trivial: zeros are right for A',
    ],
    ['a mistake that is right', { mistake: 'mask ./ outer(sum_rows(mask), ones(3))' }, 'near-truth: wrong at A'],
    [
      'properties that a copy of what is shown has',
      { holds: ['{ that: A = S, says: The scores. }'], example: 'S' },
      'trivial: a copy of S is right for A',
    ],
    ['properties that the identity has', { holds: stochastic.slice(0, 3) }, 'trivial: the identity is right for A'],
    ['a mistake within the rounding', { mistake: 'weights + 0.0008' }, 'near-truth: wrong at A'],
    ['an example that is no number', { example: '"weights / (t - t)"' }, 'not-finite: A'],
    ['a mistake that is no number', { mistake: 'weights / (t - t)' }, 'not-finite: A'],
  ])('refuses %s', async (_, other, reason) => {
    const { accepted, reasons } = await audit(other)
    expect(accepted).toEqual([])
    expect(reasons).toContain(reason)
  })

  it('refuses properties that no wrong entry breaks', async () => {
    // neither zeros nor one number hold, but whatever becomes of one entry of the example does
    const { reasons } = await audit({
      holds: ['{ that: sum(A > 0.05) >= 4 and sum(A > 0.05) <= 8, says: Some. }'],
      mistake: 'zeros(3, 3)',
    })
    expect(reasons).toContain('property: A holds whatever becomes of an entry of the example')
  })

  it('refuses what the backend does not certify', async () => {
    const float64 = float64Executor()
    const off: Executor = {
      name: 'cpu',
      async run(plan, batch) {
        const run = await float64.run(plan, batch)
        const moved = Object.entries(run).map(([step, { shape, data }]) => {
          const by = step.startsWith('property') ? 0.1 : 0
          return [step, { shape, data: data.map((value) => value + by) }]
        })
        return Object.fromEntries(moved)
      },
    }
    const { accepted, reasons } = await audit({}, off)
    expect(accepted).toEqual([])
    expect(reasons).toContain('disagree: what must hold of A')
  })

  it('draws only what the field is about again', async () => {
    const { report } = await audit({ holds: [...stochastic, '{ that: "A[3, 1] < 0.3 + 0 S[1, 1]", says: Small. }'] })
    const other = report.components.find(({ fields }) => fields.includes('twice'))
    expect(other).toMatchObject({ parameters: ['t'], mostTries: 0 })
  })
})
