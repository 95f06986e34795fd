import { describe, expect, it } from 'vitest'
import { effectOf } from './effect.ts'
import type { GroupMember } from './group.ts'

const member = (submissionId: string, points: number | null, decided = false, version = 0): GroupMember => ({
  submissionId,
  points,
  decided,
  version,
  likeness: 1,
})
const members = [member('a', null), member('b', null, false, 2), member('c', 1, true, 1), member('d', 0)]

describe('what a decision over a group would change', () => {
  it('is told of the ticked ones, with what they have now', () => {
    expect(effectOf(members, new Set(['a']), false)).toEqual({
      answers: [
        ['b', 2],
        ['d', 0],
      ],
      from: [
        { points: null, n: 1 },
        { points: 0, n: 1 },
      ],
      kept: 1,
      needsReason: true,
    })
  })

  it('reaches what a person decided only where that is wanted, and then asks for a reason', () => {
    expect(effectOf(members, new Set(['d']), false)).toMatchObject({ kept: 1, needsReason: false })
    expect(effectOf(members, new Set(['d']), true)).toMatchObject({ kept: 0, needsReason: true })
  })
})
