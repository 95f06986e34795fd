import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { query } from '../db/query.ts'
import { attemptResult } from '../grading/attempt-result.ts'
import { approveRegrade, resumeRegrade } from '../regrade/decide-regrade.ts'
import { regradeDetail } from '../regrade/regrade-detail.ts'
import { scoreReview } from '../review/score-review.ts'
import { gradeSubmissions } from './grade-submissions.ts'
import { takeOverRegrade } from './regrade-approve.ts'
import { ownHand } from './regrade-hands.ts'
import { type RunOptions, runRegrade } from './regrade-run.ts'
import { corrected, earned, gradings, makeSums, minus, plus, type Sums } from './testing/sums.ts'

let sums: Sums
beforeAll(async () => {
  sums = await makeSums()
})
afterAll(() => sums.end())

const own = async (regradeId: string) => [ownHand(regradeId, sums.executors)]
const run = (regradeId: string, options: RunOptions = {}) =>
  runRegrade(regradeId, sums.executors, { hands: own, ...options })

describe('a corrected reference', () => {
  it('shows who gains and who loses, counts once it is approved, and from then on for everybody', async () => {
    const examId = await sums.published()
    const [adds, same, subtracts] = [
      await sums.handIn(examId, plus, ['the second']),
      await sums.handIn(examId, () => '777'),
      await sums.handIn(examId, minus),
    ]
    const reviewed = await sums.handIn(examId, plus)
    const late = await sums.handIn(examId, plus, [], false)
    await scoreReview(sums.people.tara, {
      submissionId: reviewed.submissionId,
      field: 'sum.total',
      version: 0,
      points: 1,
      reason: 'saw it',
    })
    expect([await earned(adds), await earned(same), await earned(subtracts)]).toEqual([2, 0, 4])
    sums.write(corrected)
    const regradeId = await sums.ask(examId)
    const figures = await run(regradeId, { size: 2 })
    expect(figures).toMatchObject({ submissions: 4, questions: 4, answers: 12 })

    // nothing of it counts yet
    expect([await earned(adds), await earned(subtracts)]).toEqual([2, 4])
    const { report, questions, state, people: names } = await regradeDetail(sums.people.tara, regradeId)
    expect(state).toBe('ready')
    expect(questions[0]?.notes.join()).toContain('total is a + b, was a - b')
    expect(report?.counts).toEqual({ gained: 1, lost: 1, unchanged: 2 })
    expect(report?.students[0]).toEqual({ attemptId: subtracts.attemptId, before: 4, after: 0 })
    expect(report?.students.at(-1)).toEqual({ attemptId: adds.attemptId, before: 2, after: 5 })
    expect(names[adds.attemptId]).toBe(adds.person.name)
    const total = report?.fields.find(({ field }) => field === 'total')
    expect(total).toMatchObject({ label: 'Total', broken: 0, undecided: 0 })
    expect(total?.changes).toContainEqual({ from: 'right', to: 'wrong', count: 1, points: -4 })

    // one submission had not been graded when it ran: it is taken in first
    await expect(approveRegrade(sums.people.ines, regradeId)).rejects.toMatchObject({ status: 409, code: 'changed' })
    await gradeSubmissions([late.submissionId], sums.executors)
    await resumeRegrade(sums.people.ines, regradeId)
    expect(await run(regradeId)).toMatchObject({ submissions: 1, repeated: expect.any(Number) })

    await approveRegrade(sums.people.ines, regradeId)
    expect(await takeOverRegrade(regradeId)).toBe('approved')
    expect(await takeOverRegrade(regradeId)).toBe('skipped')
    expect(await approveRegrade(sums.people.ines, regradeId)).toEqual({ state: 'approved' })
    for (const { submissionId } of [adds, same, subtracts, reviewed, late])
      expect(await gradings(submissionId)).toHaveLength(2)
    expect((await gradings(adds.submissionId))[1]?.key).toContain(`/regrade/${regradeId}`)
    expect([await earned(adds), await earned(same), await earned(subtracts), await earned(late)]).toEqual([5, 0, 0, 4])

    // students see the corrected value, and what a person decided still stands
    const result = await attemptResult(adds.person, adds.attemptId)
    const [field] = result.questions[0]?.fields ?? []
    const [params] = await query<{ sum: number }>(
      `SELECT (params #>> '{a,data,0}')::float8 + (params #>> '{b,data,0}')::float8 AS sum FROM variant v
       JOIN attempt_question aq ON aq.variant_id = v.id WHERE aq.attempt_id = $1`,
      [adds.attemptId],
    )
    expect(field?.grading?.verdict).toBe('right')
    expect((field?.expected as { data: number[] } | undefined)?.data[0]).toBeCloseTo(params?.sum ?? 0, 9)
    await query(`INSERT INTO release (exam_id, scope, person_id) VALUES ($1, 'all', $2)`, [
      examId,
      sums.people.ines.personId,
    ])
    expect((await attemptResult(reviewed.person, reviewed.attemptId)).questions[0]?.fields[0]?.earned).toBe(1)

    // whoever begins after it is graded by the corrected version as well
    expect(await earned(await sums.handIn(examId, plus, ['the first', 'the second']))).toBe(6)
  }, 60_000)
})
