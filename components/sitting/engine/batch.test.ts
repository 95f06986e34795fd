import { describe, expect, it } from 'vitest'
import { batchOf } from './batch.ts'

const save = (field: string, size: number) => ({
  field,
  revision: 1,
  opId: field,
  value: { kind: 'text' as const, markdown: 'ä'.repeat(size / 2) },
})
const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length

describe('what one request carries', () => {
  it('is at most fifty edits, or one where the server refused a batch', () => {
    const saves = Array.from({ length: 60 }, (_, k) => save(`f${k}`, 10))
    expect(batchOf(saves, false, false)).toHaveLength(50)
    expect(batchOf(saves, false, true)).toHaveLength(1)
    expect(batchOf([save('a', 150_000), save('b', 150_000)], false, false)).toHaveLength(1)
  })

  it('follows a closing page in less than browsers let pass; what is too large waits in the journal', () => {
    const saves = [save('large', 70_000), save('a', 30_000), save('b', 29_000), save('c', 10_000)]
    const batch = batchOf(saves, true, false)
    expect(batch.map(({ field }) => field)).toEqual(['a', 'b'])
    expect(bytes({ epoch: 1, saves: batch })).toBeLessThan(60_000)
    expect(batchOf([save('huge', 300_000)], false, false)).toHaveLength(1)
  })
})
