import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { query } from '../db/query.ts'
import { discardRegrade } from '../regrade/decide-regrade.ts'
import { regradeDetail } from '../regrade/regrade-detail.ts'
import { regradeProgress } from '../regrade/regrade-progress.ts'
import { takeOverRegrade } from './regrade-approve.ts'
import { ownHand } from './regrade-hands.ts'
import { runRegrade } from './regrade-run.ts'
import { earned, makeSums, plus, type Sums, wrong } from './testing/sums.ts'

let sums: Sums
let examId: string
beforeAll(async () => {
  sums = await makeSums()
  examId = await sums.published()
  await sums.handIn(examId, plus)
})
afterAll(() => sums.end())

async function regraded(source: string) {
  sums.write(source)
  const regradeId = await sums.ask(examId)
  const hands = async (id: string) => [ownHand(id, sums.executors)]
  await runRegrade(regradeId, sums.executors, { hands })
  return { regradeId, ...(await regradeProgress(sums.people.ines, regradeId)) }
}

describe('a question that is not the one students answered', () => {
  it.each([
    [
      'another shape',
      wrong
        .replace('a: decimal(1, 9, 1)', 'a: decimals([2], 1, 9, 1)')
        .replace('total: a - b', 'total: a[1] - b')
        .replace('{ total: a }', '{ total: "a[2]" }'),
      /a: its shape would be 2.*changed prompt/,
    ],
    [
      'another parameter',
      wrong
        .replaceAll(/\bb\b(?=[:,}\s]| -)/g, 'c')
        .replace('Add {{a}} and {{b}}', 'Add {{a}} and {{c}}')
        .replace('total: a - b', 'total: a - c'),
      /no parameter b any more/,
    ],
    [
      'a field less',
      wrong.replace(/ {2}why: .*\n/, '').replace(' Why? :answer[why]', ''),
      /no answer field why any more/,
    ],
    ['other options', wrong.replace('neither', 'none of them'), /options of larger/],
    ['a torn file', wrong.replace('a - b', 'a - nowhere'), /sum\.md:\d+:\d+: .*nowhere/],
  ])(
    'is refused: %s',
    async (_name, source, problem) => {
      const { regradeId, state, problem: said } = await regraded(source)
      expect([state, said]).toEqual(['failed', expect.stringMatching(problem)])
      expect((await regradeDetail(sums.people.ines, regradeId)).questions[0]).toMatchObject({ to: null })
      await discardRegrade(sums.people.ines, regradeId)
    },
    60_000,
  )

  it('is regraded where only ranges, texts and shares differ, and staff are told', async () => {
    const source = wrong
      .replace('a: decimal(1, 9, 1)', 'a: decimal(2, 5, 1)')
      .replace('points: 2', 'points: 6')
      .replace('Add {{a}}', 'Please add {{a}}')
      .replace('leniency', '')
    const { regradeId, state } = await regraded(source)
    const { questions } = await regradeDetail(sums.people.ines, regradeId)
    expect([state, questions[0]?.problem]).toEqual(['ready', null])
    expect(questions[0]?.notes).toEqual([
      'Students answered the text as it was.',
      'The text of the question has changed.',
      'Parameter a is decimal(2, 5, 1), was decimal(1, 9, 1).',
      'total: its share was 2 and is 6.',
    ])
    const [key] = await query<{ nodes: string; points: number }>(
      `SELECT paper->>'nodes' AS nodes, (paper #>> '{fields,0,points}')::int AS points FROM regrade_key WHERE regrade_id = $1 LIMIT 1`,
      [regradeId],
    )
    expect(key?.points).toBe(6)
    expect(key?.nodes).not.toContain('Please')
    await discardRegrade(sums.people.ines, regradeId)
  }, 60_000)

  it('is graded and flagged where a variant no longer tells a mistake from the truth', async () => {
    const { regradeId, state } = await regraded(wrong.replace('steps: { total: a }', 'steps: { total: a - b + 0.02 }'))
    const { questions } = await regradeDetail(sums.people.ines, regradeId)
    expect([state, questions[0]?.problem]).toEqual(['ready', null])
    expect(questions[0]?.notes.join(' ')).toMatch(/In 12 of 12 variants .*too near the truth: truth – half/)
    await discardRegrade(sums.people.ines, regradeId)
  }, 60_000)
})

it('the same version can be graded again, after the grader was mended', async () => {
  const one = await sums.handIn(examId, plus)
  const before = await earned(one)
  const { regradeId, state } = await regraded(wrong)
  expect(state).toBe('ready')
  expect((await regradeDetail(sums.people.ines, regradeId)).questions[0]?.notes).toEqual([
    'The same version as before, graded again.',
  ])
  await query(`UPDATE regrade SET state = 'approving', decided_by = $2 WHERE id = $1`, [
    regradeId,
    sums.people.ines.personId,
  ])
  expect(await takeOverRegrade(regradeId)).toBe('approved')
  expect(await earned(one)).toBe(before)
}, 60_000)
