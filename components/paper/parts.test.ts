import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PaperNode } from '../../grader/answers/paper.ts'
import { partsOf } from './parts.ts'

const paragraph = (length: number): PaperNode => ({ tag: 'p', children: [{ html: 'x'.repeat(length) }] })

describe('a question set part by part', () => {
  it('ends a part where it has grown heavy', () => {
    expect(partsOf([paragraph(5000), paragraph(5000), paragraph(10), paragraph(10)])).toEqual([2, 4])
  })

  it('is one part when it is light, or empty', () => {
    expect(partsOf(['a', paragraph(10), { field: 'x' }])).toEqual([3])
    expect(partsOf([])).toEqual([0])
  })

  it('always ends with its last node, and every part holds something', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20_000), { minLength: 1, maxLength: 30 }), (lengths) => {
        const ends = partsOf(lengths.map(paragraph))
        expect(ends.at(-1)).toBe(lengths.length)
        for (const [k, end] of ends.entries()) expect(end).toBeGreaterThan(ends[k - 1] ?? 0)
      }),
      { seed: 7 },
    )
  })
})
