import { describe, expect, it } from 'vitest'
import { parsed, questionWith } from '../question/testing/read-sample.ts'
import { auditQuestion } from './audit-question.ts'
import { makePool } from './make-pool.ts'
import { isSound } from './report.ts'
import { executorsWith } from './testing/executors.ts'

const options = { count: 12, seedPrefix: 's', executors: executorsWith(), maximumTries: 40 }
const rejections = ({ components }: { components: { rejections: { reason: string; detail: string }[] }[] }) =>
  components.flatMap((component) => component.rejections.map(({ reason, detail }) => `${reason}: ${detail}`))

describe('a draw in which an answer without work would earn points', () => {
  // with q₂ = 0 zeros are right in the second row, and a blank cell leaves the first row open
  const rows = (second: string) =>
    parsed(
      questionWith(
        `parameters:\n  x: decimals([2], 1, 9, 1)\n  m: integer(1, 3)\n  n: ${second}\nreference:\n  q: "[m, n]"`,
        '{{x}} {{q}} :answer[W]',
        `W: { kind: property, points: 1, shape: [2, 2], decimals: 3, holds: [{ that: W x = q, says: So. }], example: "outer(q, x) / dot(x, x)" }`,
      ),
    )

  it('is drawn again, and only variants in which it earns nothing are left', async () => {
    const { accepted, report } = await auditQuestion(rows('integer(0, 2)'), options)
    expect(report.accepted).toBe(12)
    expect(accepted.map(({ variant }) => variant.params.n?.data[0])).not.toContain(0)
    expect(report.examination?.trivial.earning).toEqual([])
    expect(isSound(report)).toBe(true)
  })

  it('is counted with its own reason, so that the share of accepted draws tells', async () => {
    const { report } = await makePool(rows('integer(0, 2)'), options)
    expect(rejections(report)).toContain('earning: zeros and one blank at W')
    expect(report.components[0]?.draws).toBeGreaterThan(12)
  })

  it('fails a question that has no other draws, with the reason', async () => {
    const { report } = await auditQuestion(rows('integer(0, 0)'), { ...options, maximumTries: 4 })
    expect(report.failures.join()).toContain('an answer without work would earn points: zeros and one blank at W')
    expect(isSound(report)).toBe(false)
  })
})

describe('copies', () => {
  // whoever copies b into both boxes has written down what the mistake gives from the first box, where b is the larger
  const larger = parsed(
    questionWith(
      `parameters:
  b: decimals([2], 1, 9, 1)
  c: decimals([2], 1, 9, 1)
reference:
  f: 2 b
  s: f + c
mistakes:
  larger: { steps: { s: "max(f, 2 c)" }, says: Add them., earns: 0.5 }`,
      ':answer[f] :answer[s]',
      'f: { points: 1 }\n  s: { points: 1 }',
    ),
  )

  it('that pay are a reason as well', async () => {
    const { accepted, report } = await makePool(larger, options)
    expect(rejections(report)).toContain('earning: a copy of b at s')
    expect(accepted).toHaveLength(12)
  })
})
