import { describe, expect, it } from 'vitest'
import { Random } from '../../lib/chaos/model/random.ts'
import { paperOf } from '../../lib/db/testing/scenario.ts'
import { answersTo, type Task } from './answers.ts'

const place = { line: 1, column: 1 }
const task = {
  fields: paperOf('alpha').fields,
  authored: [
    { ...place, name: 'y', label: 'y', points: 2, after: [], kind: 'number', step: 'y', decimals: 2 },
    {
      ...place,
      ...{
        name: 'why',
        label: 'Why',
        points: 1,
        after: [],
        kind: 'text',
        upload: false,
        maximumLength: 99,
        solution: null,
      },
      rubric: [
        { says: 'Names it', points: 0.5 },
        { says: 'Says why', points: 0.5 },
      ],
    },
  ],
  key: {
    expected: { y: { shape: [], data: [1.5] } },
    alternatives: { twice: { y: { shape: [], data: [3] } } },
    solutions: {},
  },
} as unknown as Task

const texts = (seed: number) => {
  const y = answersTo(task, new Random(seed)).get('y')
  return y?.kind === 'number' ? y.text : null
}

describe('what the demonstration class writes', () => {
  it('is the same for the same seed, and not for all', () => {
    const class30 = Array.from({ length: 30 }, (_, seed) => [...answersTo(task, new Random(seed))])
    expect(Array.from({ length: 30 }, (_, seed) => [...answersTo(task, new Random(seed))])).toEqual(class30)
    expect(new Set(class30.map((one) => JSON.stringify(one))).size).toBeGreaterThan(5)
  })

  it('is mostly right, now and then the author’s mistake, a slip or nothing', () => {
    const all = Array.from({ length: 400 }, (_, seed) => texts(seed))
    const share = (wanted: string | null) => all.filter((one) => one === wanted).length / all.length
    expect(share('1.50')).toBeGreaterThan(0.4)
    expect(share('3.00')).toBeGreaterThan(0.15)
    expect(share(null)).toBeGreaterThan(0.01)
    expect(share('1.50') + share('3.00') + share(null)).toBeLessThan(1)
  })
})
