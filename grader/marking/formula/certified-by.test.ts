import { describe, expect, it } from 'vitest'
import type { Executor } from '../../backends/executor.ts'
import { paperExecutors } from '../testing/desk.ts'
import { certifiedBy } from './certified-by.ts'
import { judgeFormula } from './judge-formula.ts'
import { formulaField } from './testing/field.ts'

const judge = (field: ReturnType<typeof formulaField>, source: string) =>
  judgeFormula(field, { notation: 'text', source })
const doubled = () => formulaField({ equals: '2 x', symbols: ['x'], mistakes: { squared: 'x x' } })

/** A backend that counts what it is asked, and may be off, or fail at first. */
function backend({ off = (_asked: number): number => 0, fails = 0 } = {}) {
  const { tfjs } = paperExecutors()
  let asked = 0
  const executor: Executor = {
    name: 'cpu',
    async run(plan, batch) {
      asked += 1
      if (asked <= fails) throw new Error('out of memory')
      const run = await tfjs.run(plan, batch)
      const by = off(asked)
      return Object.fromEntries(
        Object.entries(run).map(([step, { shape, data }]) => [step, { shape, data: data.map((value) => value + by) }]),
      )
    },
  }
  return { executor, asked: () => asked }
}

describe('a formula that was judged', () => {
  it('is certified where the backend agrees on it and on what it was compared with', async () => {
    const { executor, asked } = backend()
    const field = doubled()
    expect(await certifiedBy(executor, field, judge(field, 'x + x'))).toBe(true)
    expect(asked()).toBe(2)
  })

  it('is not where the backend comes to something else for either', async () => {
    for (const wrong of [1, 2]) {
      const { executor } = backend({ off: (asked) => (asked === wrong ? 1 : 0) })
      const field = doubled()
      expect(await certifiedBy(executor, field, judge(field, 'x + x'))).toBe(false)
    }
  })

  it('is compared with more than one where it is a mistake', async () => {
    const { executor, asked } = backend()
    const field = doubled()
    const judged = judge(field, 'x^2')
    expect(judged.references).toEqual([0, 1])
    expect(await certifiedBy(executor, field, judged)).toBe(true)
    expect(asked()).toBe(3)
    const { executor: other } = backend({ off: (at) => (at === 2 ? 1 : 0) })
    expect(await certifiedBy(other, field, judged)).toBe(false)
  })
})

describe('what a backend said', () => {
  it('is not asked again, for this field', async () => {
    const { executor, asked } = backend()
    const field = doubled()
    await certifiedBy(executor, field, judge(field, 'x + x'))
    await certifiedBy(executor, field, judge(field, 'x + x'))
    expect(asked()).toBe(2)
    await certifiedBy(executor, field, judge(field, 'x + x + 0'))
    expect(asked()).toBe(3)
    const another = doubled()
    await certifiedBy(executor, another, judge(another, 'x + x'))
    expect(asked()).toBe(5)
  })

  it('is not believed of another one', async () => {
    const field = doubled()
    const judged = judge(field, 'x + x')
    expect(await certifiedBy(backend().executor, field, judged)).toBe(true)
    expect(await certifiedBy(backend({ off: () => 1 }).executor, field, judged)).toBe(false)
  })

  it('is asked again where it failed', async () => {
    const { executor, asked } = backend({ fails: 1 })
    const field = doubled()
    const judged = judge(field, 'x + x')
    await expect(certifiedBy(executor, field, judged)).rejects.toThrow('out of memory')
    expect(await certifiedBy(executor, field, judged)).toBe(true)
    expect(asked()).toBe(3)
  })
})
