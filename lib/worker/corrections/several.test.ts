import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { query } from '../../db/query.ts'
import { askCorrections } from '../../questions/versions/corrections/ask-corrections.ts'
import { questionUses } from '../../questions/versions/corrections/question-uses.ts'
import { startReader } from '../../questions/versions/testing/grader.ts'
import { versionOfText } from '../../questions/versions/texts.ts'
import { regradeProgress } from '../../regrade/regrade-progress.ts'
import { corrected, makeSums, type Sums, wrong } from '../testing/sums.ts'

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

const both = (examId: string) => ({ examId, version: versionOfText(corrected), policy: 'both' as const })
const points = (examId: string) => {
  return { examId, version: versionOfText(wrong), policy: 'points' as const, fields: ['total'] }
}
const begun = (examIds: string[]) =>
  query<{ policy: string }>(
    `SELECT c.policy, c.fields, c.reason, c.notice FROM question_correction c JOIN regrade r ON r.id = c.regrade_id
     WHERE r.exam_id = ANY ($1) ORDER BY array_position($1, r.exam_id)`,
    [examIds],
  )

it('a question is corrected in several exams at once, in each as its own policy says', async () => {
  const [one, two, three] = [await sums.published(), await sums.published(), await sums.published()]
  sums.write(corrected)
  const words = { reason: 'The reference subtracts.', notice: 'It was wrong.' }
  const ask = (corrections: Parameters<typeof askCorrections>[2]['corrections'], who = sums.people.ines) =>
    askCorrections(who, 'sum', { corrections, ...words })

  // one that may not be corrected refuses them all
  await expect(ask([both(one), both(randomUUID())])).rejects.toMatchObject({ status: 404 })
  await expect(ask([both(one), both(two)], sums.people.tara)).rejects.toMatchObject({ status: 403 })
  await expect(ask([])).rejects.toMatchObject({ status: 422 })
  await expect(ask(Array.from({ length: 51 }, () => both(randomUUID())))).rejects.toMatchObject({ status: 422 })
  await expect(ask([both(one), points(one)])).rejects.toMatchObject({ status: 422 })
  await expect(ask([{ ...both(one), fields: ['total'] }])).rejects.toMatchObject({ status: 422 })
  reader.goAway(true)
  await expect(ask([points(two), both(one)])).rejects.toMatchObject({ status: 503 })
  reader.goAway(false)
  expect(await begun([one, two, three])).toEqual([])

  const { asked } = await ask([both(one), points(two)])
  expect(asked.map(({ examId, problem }) => [examId, problem])).toEqual([
    [one, null],
    [two, null],
  ])
  for (const { regradeId } of asked)
    expect(await regradeProgress(sums.people.ines, regradeId ?? '')).toMatchObject({ state: 'running' })
  expect(await begun([one, two])).toEqual([
    { policy: 'both', fields: [], ...words },
    { policy: 'points', fields: ['total'], ...words },
  ])

  // what stands against one exam holds up no other
  const again = await ask([points(two), { ...points(one), version: versionOfText('another') }, both(three)])
  expect(again.asked).toMatchObject([
    { examId: two, regradeId: null, problem: expect.stringContaining('Another regrade') },
    { examId: one, regradeId: null, problem: expect.stringContaining('Another version') },
    { examId: three, problem: null },
  ])

  const other = await ask([both(one), { ...both(two), version: versionOfText('another') }])
  expect(other.asked).toMatchObject([
    { problem: expect.stringContaining('Another regrade') },
    { problem: expect.stringContaining('Another version') },
  ])
  const torn = corrected.replace('a + b', 'a + nowhere')
  sums.write(torn)
  const unreadable = await ask([{ ...both(one), version: versionOfText(torn) }])
  expect(unreadable.asked).toMatchObject([{ regradeId: null, problem: expect.stringContaining('cannot be read') }])
  sums.write(corrected)

  // where it is used, and where it can be corrected, is for the staff of each exam's course; trials are nobody's exam
  await query(
    `WITH trial AS (INSERT INTO exam (course_id, slug, title, trial_of, trial_person)
       SELECT course_id, 'trial', 'A trial', id, $2 FROM exam WHERE id = $1 RETURNING id)
     INSERT INTO exam_question (exam_id, position, slug, points, question_version_id)
     SELECT trial.id, 1, q.slug, q.points, q.question_version_id FROM trial, exam_question q WHERE q.exam_id = $1`,
    [one, sums.people.ines.personId],
  )
  const seen = async (who = sums.people.ines) =>
    (await questionUses(who, 'sum')).uses
      .map(({ examId, behind, mayCorrect, open }) => [examId, behind, mayCorrect, open !== null] as const)
      .sort(([a], [b]) => [one, two, three].indexOf(a) - [one, two, three].indexOf(b))
  expect(await seen()).toEqual([one, two, three].map((examId) => [examId, true, true, true]))
  expect((await seen(sums.people.tara)).map(([, , mayCorrect]) => mayCorrect)).toEqual([false, false, false])
  expect(await questionUses(sums.people.outsider, 'sum')).toMatchObject({ uses: [], corrections: [] })
  expect((await questionUses(sums.people.tara, 'sum')).corrections).toHaveLength(3)
}, 120_000)
