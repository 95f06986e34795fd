import { describe, expect, it } from 'vitest'
import { parseText } from '../language/parse-text.ts'
import type { Alternative } from '../question/definition.ts'
import { drawVariant } from '../question/draw-variant.ts'
import { gradeBatch } from './grade-submission.ts'
import { planFor } from './programs.ts'
import { desk, paperExecutors } from './testing/desk.ts'
import { read } from './testing/questions.ts'
import { typed, work } from './testing/student.ts'

const question = read(
  `---
title: Sizes and strides that are drawn
parameters:
  n: integer(2, 4)
  S: integer(1, 2)
  k: integer(1, 9)
  x: decimals([n], 1, 9, 1)
  map: integers([5, 5], 1, 9)
  w: integers([3, 3], -2, 2)
reference:
  y: k x
  z: conv2d(map, w, S, 0)
answers:
  y: { points: 1, decimals: 1 }
  z: { points: 1 }
---
:answer[y] :answer[z]
`,
  'sizes',
)
const seeds = Array.from({ length: 24 }, (_, k) => `s${k}`)

describe('variants of one question', () => {
  it('share a plan where sizes and strides agree, whatever else is drawn', () => {
    const plans = new Map<string, Set<unknown>>()
    for (const seed of seeds) {
      const variant = drawVariant(question, seed)
      const program = planFor(question, variant)
      const size = `${variant.params.n?.data} ${variant.params.S?.data}`
      plans.set(size, (plans.get(size) ?? new Set()).add(program.ok && program.plan))
    }
    expect(plans.size).toBeGreaterThan(3)
    for (const shared of plans.values()) expect(shared.size).toBe(1)
    expect(new Set([...plans.values()].flatMap((shared) => [...shared])).size).toBe(plans.size)
  })

  it('are graded together, whatever their sizes', async () => {
    const rows = seeds.map((seed) => {
      const { variant, key } = desk(question, seed)
      return { id: seed, variant, key, answers: typed(question, variant, work(question, variant)) }
    })
    const graded = await gradeBatch(question, rows, paperExecutors())
    expect(graded.map(({ id }) => id)).toEqual(seeds)
    expect(graded.flatMap(({ grading }) => grading.fields).every(({ verdict }) => verdict === 'right')).toBe(true)
  })
})

describe('the programs of a question', () => {
  const variant = drawVariant(question, 's1')
  const alternative = (id: string, source: string): Alternative => {
    const parsed = parseText(source)
    if (!parsed.ok) throw new Error(source)
    const at = { line: 1, column: 1 }
    const steps = [{ ...at, name: 'y', source, expression: parsed.value }]
    return { ...at, id, kind: 'mistake', steps, says: id, earns: 0 }
  }

  it('are kept, whatever many alternatives and pairs are tried', () => {
    const first = planFor(question, variant, alternative('first', 'x'))
    for (let k = 0; k < 600; k++) planFor(question, variant, alternative(`number ${k}`, 'x'))
    expect(planFor(question, variant, alternative('first', 'x'))).toBe(first)
  })

  it('are not compiled again where they do not compile', () => {
    const nonsense = planFor(question, variant, alternative('nonsense', 'map x'))
    expect(nonsense).toMatchObject({ ok: false, message: expect.stringContaining('y:') })
    expect(planFor(question, variant, alternative('nonsense', 'map x'))).toBe(nonsense)
  })
})
