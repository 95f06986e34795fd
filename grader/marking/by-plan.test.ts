import { describe, expect, it } from 'vitest'
import { BackendLost } from '../backends/unavailable.ts'
import type { Plan } from '../language/plan.ts'
import type { Variant } from '../question/variant.ts'
import { byPlan } from './by-plan.ts'
import { openSheet, type Sheet } from './sheet.ts'
import { desk } from './testing/desk.ts'
import { read } from './testing/questions.ts'

const question = read(
  `---
title: Of any size
parameters:
  n: integer(2, 3)
  x: decimals([n], 1, 2, 1)
reference:
  y: sum(x)
answers:
  y: { points: 1, decimals: 1 }
---
{{n}} :answer[y]
`,
  'any-size',
)
const { variant, key } = desk(question, 'one')
const sized = (n: number): Variant => {
  const params = { n: { shape: [], data: [n] }, x: { shape: [n], data: Array(n).fill(1.5) } }
  return { ...variant, params }
}
const opened = (id: string, n = 2) =>
  openSheet(question, { id, variant: sized(n), key, answers: { y: { kind: 'number', text: '3' } } })

/** The groups in which sheets are worked on; what is poisoned makes its work throw. */
async function groups(sheets: readonly Sheet[], poison: Record<string, unknown> = {}) {
  const found: string[] = []
  const plans = new Set<Plan>()
  await byPlan(question, sheets, async (plan, group) => {
    plans.add(plan)
    found.push(group.map(({ row }) => row.id).join(' '))
    for (const { row, findings } of group) {
      for (const each of findings.values()) each.copied = true
      if (row.id in poison) throw poison[row.id]
    }
  })
  return { found, plans: plans.size }
}

describe('the work for sheets', () => {
  it('is done once for all that run the same plan', async () => {
    const sheets = [opened('a'), opened('b', 3), opened('c'), opened('d', 3)]
    expect(await groups(sheets)).toEqual({ found: ['a c', 'b d'], plans: 2 })
  })

  it('is not done where nothing is computed', async () => {
    const empty = opened('a')
    empty.findings.clear()
    expect((await groups([empty])).found).toEqual([])
    expect(empty.gradings.size).toBe(0)
  })

  it('is done again sheet by sheet where it throws, and breaks only the one that makes it', async () => {
    const sheets = [opened('a'), opened('b'), opened('c')]
    const { found } = await groups(sheets, { b: new Error('out of memory') })
    expect(found).toEqual(['a b c', 'a', 'b', 'c'])
    const [a, b] = sheets
    expect(a?.gradings.size).toBe(0)
    expect(b?.gradings.get('y')).toMatchObject({
      verdict: 'broken',
      score: null,
      staffNote: 'The reference could not be executed: out of memory',
    })
  })

  it('is done again from the beginning, not from what was found out before it threw', async () => {
    const sheet = opened('a')
    await groups([sheet], { a: 'no words' })
    expect(sheet.findings.get('y')).toMatchObject({
      copied: false,
      broken: 'The reference could not be executed: no words',
    })
  })

  it('is left as it is where the backend is lost: all of it is graded again', async () => {
    const sheets = [opened('a'), opened('b')]
    await expect(groups(sheets, { b: new BackendLost('cpu hangs') })).rejects.toBeInstanceOf(BackendLost)
    expect(sheets[1]?.gradings.size).toBe(0)
  })

  it('is given up for a sheet whose reference does not compile', async () => {
    const [step] = question.reference
    const nowhere = { kind: 'name', name: 'nowhere', span: { start: 0, end: 7 } }
    const torn = { ...question, version: 'torn', reference: [{ ...step, expression: nowhere }] } as typeof question
    const sheet = opened('a')
    await byPlan(torn, [sheet], () => Promise.reject(new Error('never called')))
    expect(sheet.gradings.get('y')).toMatchObject({
      verdict: 'broken',
      staffNote: expect.stringMatching(/^The reference does not compile: y: /),
    })
  })
})
