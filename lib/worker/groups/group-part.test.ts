import { describe, expect, it } from 'vitest'
import type { GivenAnswer } from '../../review/groups/answer.ts'
import { makeGroups } from '../../review/groups/make-groups.ts'
import { groupsInThread } from './in-thread.ts'
import { sameFormulasOf } from './same-formulas.ts'

const symbols = [{ name: 'n', aliases: [], latex: null, shape: [], domain: { low: 1, high: 9, integer: false } }]
const formulas = { name: 'f', symbols, target: null }
const answers = ['n/2 - 1', '(n-2)/2', '2n', 'n + n', 'n +'].map(
  (source, k): GivenAnswer => ({
    submissionId: `s${k}`,
    answer: { kind: 'formula', notation: 'text', source },
    pages: false,
    grading: { field: 'f', kind: 'formula', verdict: 'wrong', score: 0, points: 1 },
    divergence: null,
    variant: { seed: 'a', step: null, bands: [], steps: {}, params: {}, arrangement: [] },
  }),
)

describe('grouping in a thread', () => {
  it('gives what grouping here gives, and is stopped when it takes too long', async () => {
    const groups = await groupsInThread({ answers, formulas })
    expect(groups).toEqual(makeGroups(answers, sameFormulasOf(formulas)))
    expect(groups.map(({ title, members }) => [title.kind, members.length])).toEqual([
      ['formula', 2],
      ['formula', 2],
      ['alone', 1],
    ])
    await expect(groupsInThread({ answers, formulas }, 0)).rejects.toThrow('too long')
  })
})
