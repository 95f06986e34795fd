import { describe, expect, it } from 'vitest'
import { drawVariant } from '../../question/draw-variant.ts'
import { propertyFields } from '../../question/property-program.ts'
import { gradeBatch } from '../grade-submission.ts'
import { paperExecutors } from '../testing/desk.ts'
import { keyOf } from '../testing/key.ts'
import { read } from '../testing/questions.ts'
import { propertyProgramFor } from './program-for.ts'

const drawnSizes = read(
  `---
title: A row of ones
parameters:
  n: integer(2, 4)
  m: integer(1, 2)
  x: decimals([n], 1, 2, 1)
answers:
  A:
    kind: property
    points: 1
    shape: [n, 2]
    decimals: 1
    holds: [{ that: "row(A, m) = 1", says: Row m holds ones. }, { that: "A^T x >= 1", says: Large enough. }]
    example: ones(n, 2)
---
{{n}} {{m}} {{x}} :answer[A]
`,
  'drawn-sizes',
)

const longerParameter = read(
  `---
title: As much as all
parameters:
  n: integer(2, 4)
  x: decimals([n], 1, 2, 1)
answers:
  v: { kind: property, points: 1, decimals: 1, holds: [{ that: v >= sum(x), says: Large enough. }], example: sum(x) + 1 }
---
{{n}} {{x}} :answer[v]
`,
  'longer-parameter',
)

const variants = Array.from({ length: 12 }, (_, k) => drawVariant(drawnSizes, `${k}`))
const number = (k: number, name: string) => variants[k]?.params[name]?.data[0] ?? 0

describe('the program of a property field', () => {
  it('is one for all variants of the same sizes, and another for others', () => {
    const [field] = propertyFields(drawnSizes)
    const programs = new Map<string, Set<unknown>>()
    for (const [k, variant] of variants.entries()) {
      const outcome = propertyProgramFor(drawnSizes, field!, variant)
      const key = `${number(k, 'n')} ${number(k, 'm')}`
      programs.set(key, (programs.get(key) ?? new Set()).add(outcome.ok && outcome.program))
    }
    expect(programs.size).toBeGreaterThan(3)
    for (const same of programs.values()) expect(same.size).toBe(1)
    expect(new Set([...programs.values()].flatMap((same) => [...same])).size).toBe(programs.size)
  })

  it('is another where a parameter has another size, though no size of the program hangs on it', async () => {
    const drawn = Array.from({ length: 6 }, (_, k) => drawVariant(longerParameter, `${k}`))
    expect(new Set(drawn.map(({ params }) => params.x?.shape.join())).size).toBeGreaterThan(1)
    const rows = drawn.map((variant, k) => {
      const sum = variant.params.x?.data.reduce((a, b) => a + b, 0) ?? 0
      const answers = { v: { kind: 'number' as const, text: (sum + (k % 2 === 0 ? 0.01 : -0.06)).toFixed(2) } }
      return { id: `${k}`, variant, key: keyOf(longerParameter, variant), answers }
    })
    const graded = await gradeBatch(longerParameter, rows, paperExecutors())
    expect(graded.map(({ grading }) => grading.fields[0]?.verdict)).toEqual(
      drawn.map((_, k) => (k % 2 === 0 ? 'right' : 'wrong')),
    )
  })

  it('judges every variant by its own sizes, all in one call', async () => {
    const rows = variants.map((variant, k) => {
      const [n, m] = [number(k, 'n'), number(k, 'm')]
      // ones in row m only, and elsewhere what is large enough
      const cells = Array.from({ length: 2 * n }, (_, at) => (Math.floor(at / 2) === m - 1 ? '1' : `${at + 2}`))
      return {
        id: `${k}`,
        variant,
        key: keyOf(drawnSizes, variant),
        answers: { A: { kind: 'tensor' as const, shape: [n, 2], cells } },
      }
    })
    const graded = await gradeBatch(drawnSizes, rows, paperExecutors())
    expect(graded.map(({ grading }) => grading.fields[0]?.verdict)).toEqual(variants.map(() => 'right'))
  })
})
