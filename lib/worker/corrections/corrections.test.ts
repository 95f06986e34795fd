import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { gradeBatch } from '../../../grader/marking/grade-submission.ts'
import { query } from '../../db/query.ts'
import { drawAnew } from '../../exams/draw-anew.ts'
import { attemptResult } from '../../grading/attempt-result.ts'
import { storeGradings } from '../../grading/store-gradings.ts'
import { askCorrection } from '../../questions/versions/corrections/ask-correction.ts'
import { startReader } from '../../questions/versions/testing/grader.ts'
import { versionOfText } from '../../questions/versions/texts.ts'
import { approveRegrade } from '../../regrade/decide-regrade.ts'
import { regradeDetail } from '../../regrade/regrade-detail.ts'
import { gradeSubmissions } from '../grade-submissions.ts'
import { definitionOf, loadTasks } from '../load-submissions.ts'
import { publishExam } from '../publish-exam.ts'
import { takeOverRegrade } from '../regrade-approve.ts'
import { ownHand } from '../regrade-hands.ts'
import { runRegrade } from '../regrade-run.ts'
import { runAgain } from '../run-again.ts'
import { corrected, earned, type Handed, makeSums, minus, plus, type Sums, wrong } from '../testing/sums.ts'

let reader: Awaited<ReturnType<typeof startReader>>
let sums: Sums
beforeAll(async () => {
  reader = await startReader()
  sums = await makeSums()
}, 120_000)
afterAll(async () => {
  reader.stop()
  await sums.end()
})

type Policy = 'regrade' | 'both' | 'points'
const ask = (examId: string, policy: Policy, more: { version?: string; fields?: string[]; notice?: string } = {}) =>
  askCorrection(sums.people.ines, 'sum', {
    examId,
    version: versionOfText(policy === 'points' ? wrong : corrected),
    policy,
    reason: 'The reference subtracts.',
    ...more,
  })
const report = async (regradeId: string) => {
  await runRegrade(regradeId, sums.executors, { hands: async (id) => [ownHand(id, sums.executors)] })
  return regradeDetail(sums.people.ines, regradeId)
}
const approve = async (regradeId: string) => {
  await approveRegrade(sums.people.ines, regradeId)
  expect(await takeOverRegrade(regradeId)).toBe('approved')
}
const points = (handed: Handed[]) => Promise.all(handed.map(earned))

/** An exam that somebody answered by the text, somebody by the wrong reference, and somebody by neither. */
async function sat() {
  const examId = await sums.published()
  const handed = [
    await sums.handIn(examId, plus),
    await sums.handIn(examId, minus),
    await sums.handIn(examId, () => '777'),
  ]
  expect(await points(handed)).toEqual([0, 4, 0])
  sums.write(corrected)
  return { examId, handed }
}

describe('a correction that accepts both', () => {
  it('takes nothing from anybody: not when it counts, not from who hands in later, not in a regrade after it', async () => {
    const { examId, handed } = await sat()
    const { regradeId } = await ask(examId, 'both', { notice: 'Both sums and differences are right.' })
    const detail = await report(regradeId)
    expect(detail.report?.counts).toEqual({ gained: 1, lost: 0, unchanged: 2 })
    expect(detail.questions[0]?.notes[0]).toContain('Both the question as it was and the corrected one are accepted')
    expect(await points(handed)).toEqual([0, 4, 0])
    await approve(regradeId)
    expect(await points(handed)).toEqual([4, 4, 0])

    const later = [
      await sums.handIn(examId, minus),
      await sums.handIn(examId, plus),
      await sums.handIn(examId, () => '777'),
    ]
    expect(await points(later)).toEqual([4, 4, 0])
    for (const { attemptId } of [...handed, ...later])
      expect(await runAgain(attemptId, sums.executors)).toMatchObject([
        { matches: true, version: versionOfText(corrected) },
      ])

    const again = await sums.ask(examId)
    expect((await report(again)).report?.counts).toEqual({ gained: 0, lost: 0, unchanged: 6 })
    await approve(again)
    expect(await points([...handed, ...later])).toEqual([4, 4, 0, 4, 4, 0])
    expect(await points([await sums.handIn(examId, minus)])).toEqual([4])

    expect(await query('SELECT text FROM announcement WHERE exam_id = $1', [examId])).toEqual([
      { text: 'Both sums and differences are right.' },
    ])
    const history = await query(
      `SELECT h.note, h.details->>'policy' AS policy FROM question_history h WHERE h.what = 'corrected' AND details->>'examId' = $1 ORDER BY id`,
      [examId],
    )
    expect(history[0]).toEqual({ note: 'The reference subtracts.', policy: 'both' })
  }, 120_000)
})

describe('a correction that gives points', () => {
  it('gives all of the named parts to everybody who was asked, now and later, and says that nothing else changes', async () => {
    const { examId, handed } = await sat()
    const { regradeId } = await ask(examId, 'points', { fields: ['total'], notice: 'All have the total.' })
    const detail = await report(regradeId)
    expect(detail.report?.counts).toEqual({ gained: 2, lost: 0, unchanged: 1 })
    expect(detail.questions[0]).toMatchObject({ from: versionOfText(wrong), to: versionOfText(wrong) })
    expect(detail.questions[0]?.notes[0]).toContain('Everybody has all points of Total')
    const [, , neither] = handed as [Handed, Handed, Handed]
    expect((await attemptResult(neither.person, neither.attemptId)).corrections).toEqual([])
    await approve(regradeId)
    expect(await points(handed)).toEqual([4, 4, 4])
    const shown = await attemptResult(neither.person, neither.attemptId)
    expect(shown.corrections).toMatchObject([{ slug: 'sum', text: 'All have the total.' }])
    expect(shown.questions[0]?.fields[0]?.grading).toMatchObject({ verdict: 'wrong', corrected: 'points' })
    expect(await points([await sums.handIn(examId, () => '')])).toEqual([4])
    for (const { attemptId } of handed)
      expect(await runAgain(attemptId, sums.executors)).toMatchObject([{ matches: true }])
  }, 120_000)

  it('refuses what was graded without them while it was decided', async () => {
    const { examId } = await sat()
    const { regradeId } = await ask(examId, 'points', { fields: ['total'] })
    await report(regradeId)
    await approve(regradeId)
    // as if it had been loaded before, by the same version
    const late = await sums.handIn(examId, () => '777', [], false)
    const [task] = await loadTasks([late.submissionId])
    if (!task) throw new Error('nothing to grade')
    const [made] = await gradeBatch(await definitionOf(task.questionVersionId), [task.row], sums.executors)
    if (!made) throw new Error('nothing graded')
    expect(await storeGradings(query, [{ ...task, regradeId: null, grading: made.grading }])).toBe(0)
    await gradeSubmissions([late.submissionId], sums.executors)
    expect(await earned(late)).toBe(4)
    // nobody was to be told anything
    expect((await attemptResult(late.person, late.attemptId)).corrections).toEqual([])
  }, 120_000)
})

describe('a correction that regrades', () => {
  it('goes by the corrected question alone, also where a former one was accepted too', async () => {
    const { examId, handed } = await sat()
    const both = await ask(examId, 'both')
    await report(both.regradeId)
    await approve(both.regradeId)
    // for no numbers that were drawn does its constraint hold: they are graded by it all the same
    const strict = corrected.replace('reference:', 'where:\n  - a + b > 100\nreference:')
    sums.write(strict)
    const { regradeId } = await ask(examId, 'regrade', { version: versionOfText(strict) })
    const detail = await report(regradeId)
    expect(detail.report?.counts).toEqual({ gained: 0, lost: 1, unchanged: 2 })
    const note = expect.stringMatching(/^In (\d+) of \1 variants a constraint does not hold/)
    expect(detail.questions[0]?.notes).toContainEqual(note)
    await approve(regradeId)
    expect(await points(handed)).toEqual([4, 0, 0])
    expect(await points([await sums.handIn(examId, minus)])).toEqual([0])
    // nothing of it is left to be carried on
    expect(await query('SELECT FROM question_correction WHERE regrade_id = $1', [await sums.ask(examId)])).toEqual([])
  }, 120_000)

  it('is asked for by instructors of the exam’s course, of what they have seen, one at a time', async () => {
    const { examId } = await sat()
    const body = { examId, version: versionOfText(corrected), policy: 'both' as const, reason: 'x' }
    const asked = (who: typeof sums.people.ines | null, given = {}) => askCorrection(who, 'sum', { ...body, ...given })
    for (const [who, status] of [
      [null, 401],
      [sums.people.ada, 403],
      [sums.people.tara, 403],
      [sums.people.outsider, 404],
    ] as const)
      await expect(asked(who)).rejects.toMatchObject({ status })
    const { ines } = sums.people
    await expect(asked(ines, { version: versionOfText('another') })).rejects.toMatchObject({ code: 'changed' })
    await expect(asked(ines, { policy: 'points' })).rejects.toMatchObject({ code: 'changed' })
    await expect(asked(ines, { fields: ['total'] })).rejects.toMatchObject({ status: 422 })
    await expect(
      asked(ines, { policy: 'points', version: versionOfText(wrong), fields: ['nothing'] }),
    ).rejects.toMatchObject({
      status: 422,
    })
    await expect(asked(ines, { reason: ' ' })).rejects.toMatchObject({ status: 422 })
    await asked(ines)
    await expect(asked(ines)).rejects.toMatchObject({ code: 'regrading' })
  }, 120_000)
})

it('an exam that nobody has begun is drawn anew: the corrected question alone counts, and no correction of the one before', async () => {
  const examId = await sums.published()
  sums.write(corrected)
  const { regradeId } = await ask(examId, 'both')
  await report(regradeId)
  await approve(regradeId)
  const open = await sums.published()
  const waiting = await ask(open, 'points')
  await report(waiting.regradeId)
  for (const id of [examId, open]) {
    sums.write(corrected)
    await drawAnew(sums.people.ines, id)
    expect(await publishExam(id, sums.executors)).toBe('published')
  }
  const handed = [await sums.handIn(examId, plus), await sums.handIn(examId, minus)]
  expect(await points(handed)).toEqual([4, 0])
  expect(await runAgain(handed[0]?.attemptId ?? '', sums.executors)).toMatchObject([
    { matches: true, version: versionOfText(corrected) },
  ])
  // what was asked for the question that was there before comes too late
  await expect(approveRegrade(sums.people.ines, waiting.regradeId)).rejects.toMatchObject({
    code: 'changed',
    message: expect.stringContaining('published anew'),
  })
}, 120_000)
