import { describe, expect, it } from 'vitest'
import { carryIds } from './carry-ids.ts'
import { type GroupDecision, groupOf, settleDecisions } from './decisions.ts'
import type { AnswerGroup } from './make-groups.ts'
import type { SignatureKind } from './signature.ts'

let next = 0
const decision = (act: GroupDecision['act'], more: Partial<GroupDecision> = {}): GroupDecision => {
  next += 1
  return { id: `${next}`, act, submissionIds: [], fromGroup: null, toGroup: null, name: null, undoes: null, ...more }
}
const move = (submissionIds: string[], toGroup: string) => decision('move', { submissionIds, toGroup })
const merge = (fromGroup: string, toGroup: string) => decision('merge', { fromGroup, toGroup })
const undo = (undone: GroupDecision) => decision('undo', { undoes: undone.id })

/** Where ann, bob (computed in g) and cyd (computed in h) end up. */
const places = (decisions: readonly GroupDecision[]) => {
  const decided = settleDecisions(decisions)
  return [groupOf('ann', 'g', decided), groupOf('bob', 'g', decided), groupOf('cyd', 'h', decided)].join(' ')
}

describe('what people decided over computed groups', () => {
  it('takes one out, moves it on, and merges groups with those who come later', () => {
    expect(places([])).toBe('g g h')
    expect(places([move(['ann'], 'own')])).toBe('own g h')
    expect(places([move(['ann'], 'own'), move(['ann'], 'h')])).toBe('h g h')
    expect(places([merge('g', 'h')])).toBe('h h h')
    expect(places([move(['ann'], 'g'), merge('g', 'h')])).toBe('h h h')
    expect(places([merge('g', 'h'), move(['ann'], 'own')])).toBe('own h h')
  })

  it('is undone, and undoing is undone', () => {
    const out = move(['ann'], 'own')
    const back = undo(out)
    expect(places([out, back])).toBe('g g h')
    expect(places([out, back, undo(back)])).toBe('own g h')
    const one = merge('g', 'h')
    expect(places([one, move(['bob'], 'own'), undo(one)])).toBe('g own h')
  })

  it('runs in no circle', () => {
    expect(places([merge('g', 'h'), merge('h', 'g')])).toBe('g g g')
    expect(places([merge('g', 'h'), merge('h', 'k'), merge('k', 'g')])).toMatch(/^(\w) \1 \1$/)
  })

  it('keeps names', () => {
    const { names } = settleDecisions([decision('rename', { toGroup: 'g', name: 'Forgot it' })])
    expect(names.get('g')).toBe('Forgot it')
  })
})

describe('ids of groups', () => {
  const group = (kind: SignatureKind, key: string, ...ids: string[]): AnswerGroup => ({
    key,
    title: { kind },
    members: ids.map((submissionId) => ({ submissionId, likeness: 1 })),
    leader: ids[0] ?? '',
    alike: 1,
  })
  const known = (groups: readonly AnswerGroup[], ids: readonly string[]) =>
    new Map(groups.flatMap(({ members }, k) => members.map(({ submissionId }) => [submissionId, ids[k] as string])))

  it('of exact kinds follow from what they are, of compared ones from who was in them', () => {
    const before = [group('mistake', 'mistake:m', 'a'), group('text', 'text:1', 'b', 'c'), group('text', 'text:2', 'd')]
    const ids = carryIds(before, new Map())
    expect(new Set(ids).size).toBe(3)
    // new answers came, and another text leads
    const after = [
      group('text', 'text:9', 'x', 'b', 'c', 'y'),
      group('mistake', 'mistake:m', 'z'),
      group('text', 'text:2', 'd', 'e'),
    ]
    expect(carryIds(after, known(before, ids))).toEqual([ids[1], ids[0], ids[2]])
    expect(carryIds(before, known(before, ids))).toEqual(ids)
  })

  it('are never given twice, where a group falls apart', () => {
    const before = [group('text', 'text:1', 'a', 'b', 'c')]
    const ids = carryIds(before, new Map())
    const after = [group('text', 'text:1', 'c'), group('text', 'text:7', 'a', 'b')]
    const carried = carryIds(after, known(before, ids))
    expect(carried[1]).toBe(ids[0])
    expect(carried[0]).not.toBe(ids[0])
    const exact = carryIds(
      [group('alone', 'alone:', 'a'), group('text', 'text:1', 'b')],
      new Map([['b', carryIds([group('alone', 'alone:', 'a')], new Map())[0] as string]]),
    )
    expect(new Set(exact).size).toBe(2)
  })
})
