import { describe, expect, it } from 'vitest'
import type { SignatureKind } from './signature.ts'
import { type Computed, summarise, type Tally } from './summary.ts'

const group = (id: string, kind: SignatureKind, alike = 1): Computed => ({ id, title: { kind }, leader: 'l', alike })
const tally = (groupId: string, n: number, more: Partial<Tally> = {}): Tally => ({
  groupId,
  computedId: groupId,
  open: true,
  decided: false,
  cause: null,
  points: null,
  n,
  ...more,
})
const singly = (points: number) => ({ decided: true, cause: 'person', points })

describe('what is said of a group', () => {
  it('is how many wait, were decided or are left to the grader, largest first', () => {
    const [first, second] = summarise(
      [tally('a', 2), tally('b', 3), tally('b', 4, { open: false }), tally('b', 1, { decided: true, cause: 'group' })],
      [group('a', 'text', 0.8), group('b', 'mistake')],
    )
    expect(first).toMatchObject({ id: 'b', size: 8, waiting: 3, computed: 4, decided: 1, singly: 0, agree: null })
    expect(second).toMatchObject({ id: 'a', size: 2, waiting: 2, alike: 0.8, changed: false, doubtful: false })
  })

  it('warns where decisions one by one differ, where texts do, and where answers only went wrong at one place', () => {
    const of = (tallies: Tally[], computed: Computed[]) => summarise(tallies, computed)[0]
    const agreed = [tally('a', 5), tally('a', 3, singly(1))]
    expect(of(agreed, [group('a', 'text')])).toMatchObject({ singly: 3, agree: 1, doubtful: false })
    expect(of([...agreed, tally('a', 1, singly(0))], [group('a', 'text')])).toMatchObject({
      agree: 0.75,
      doubtful: true,
    })
    expect(of([tally('a', 5)], [group('a', 'text', 0.5)])).toMatchObject({ doubtful: true })
    expect(of([tally('a', 5)], [group('a', 'here')])).toMatchObject({ mixed: true, doubtful: true })
  })

  it('is less alike where people put groups together or took answers out', () => {
    const merged = [tally('a', 6), tally('a', 4, { computedId: 'b' })]
    const computed = [group('a', 'mistake'), group('b', 'mistake')]
    expect(summarise(merged, computed)).toMatchObject([{ size: 10, alike: 0.6, changed: true }])
    const made = summarise([tally('own', 1, { computedId: 'a' }), tally('a', 5)], computed)
    expect(made).toMatchObject([
      { id: 'a', changed: true },
      { id: 'own', title: null, changed: true },
    ])
  })
})
