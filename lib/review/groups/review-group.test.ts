import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { closePools } from '../../db/pool.ts'
import { query } from '../../db/query.ts'
import { sendingQueue } from '../../db/queue.ts'
import { freshDatabase } from '../../db/testing/database.ts'
import { makeExam, makeScenario, type Scenario } from '../../db/testing/scenario.ts'
import { groupPart } from '../../worker/groups/group-part.ts'
import { scoreReview } from '../score-review.ts'
import { answerGroup } from './answer-group.ts'
import { answerGroups } from './answer-groups.ts'
import { type GroupReviewBody, reviewGroup } from './review-group.ts'
import { classWithTexts } from './testing/class-with-texts.ts'

vi.setConfig({ hookTimeout: 120_000 })

const shared = ['The weights are shared.', 'the weights are shared!', 'Weights are shared', 'The weights are shared :)']
const sparse = ['The gradient is sparse', 'the gradient is sparse.']

let people: Scenario
let examId: string
let field: string
let submissions: string[]
beforeAll(async () => {
  await freshDatabase()
  people = await makeScenario()
})
afterAll(async () => {
  await (await sendingQueue()).stop({ graceful: false })
  await closePools()
})
beforeEach(async () => {
  examId = await makeExam(people.courseId, { slugs: ['alpha'] })
  const texts = [...shared, ...sparse, 'something else altogether'].map((why, k) => ({ why, y: k < 2 ? '1' : '0' }))
  const made = await classWithTexts(people.courseId, examId, texts)
  field = made.field
  submissions = made.submissions
  await regroup()
})

async function regroup(part = field) {
  const [question] = await query<{ id: string }>('SELECT id FROM exam_question WHERE exam_id = $1', [examId])
  await groupPart(question?.id ?? '', part)
}

/** The group that an answer is in, as its reviewer sees it. */
async function groupAt(k: number, part = field) {
  const [row] = await query<{ groupId: string }>(
    'SELECT group_id AS "groupId" FROM answer_group_member WHERE submission_id = $1 AND field = $2',
    [submissions[k], part],
  )
  return answerGroup(people.tara, { examId, field: part, groupId: row?.groupId ?? '' })
}

type Seen = Awaited<ReturnType<typeof groupAt>>
const bodyFor = (seen: Seen, more: Partial<GroupReviewBody> = {}): GroupReviewBody => ({
  group: seen.id,
  answers: seen.members.map(({ submissionId, version }) => [submissionId, version]),
  rubric: ['file-0'],
  rubricVersion: seen.rubric.version,
  ...more,
})
const pointsNow = async (part = field) => {
  const rows = await query<{ submissionId: string; points: number | null; cause: string }>(
    'SELECT submission_id AS "submissionId", points, cause FROM newest_review WHERE field = $1',
    [part],
  )
  const found = new Map(rows.map((row) => [row.submissionId, row.points]))
  return submissions.map((id) => found.get(id) ?? null)
}

describe('a part in groups', () => {
  it('shows them without names, largest first, each with a sample', async () => {
    const { groups, part, state, answers } = await answerGroups(people.tara, examId, field)
    expect({ state, answers, label: part.label }).toEqual({ state: 'fresh', answers: 7, label: 'Why' })
    expect(groups.map(({ size, title, waiting }) => [size, title?.kind, waiting])).toEqual([
      [4, 'text', 4],
      [2, 'text', 2],
      [1, 'alone', 1],
    ])
    expect(groups[0]?.sample?.answer).toMatchObject({ kind: 'text' })
    expect(groups[0]?.alike).toBeGreaterThan(0.9)
    expect(JSON.stringify([groups, await groupAt(0)])).not.toMatch(/Secret|@example/)
  })

  it('is for those who may review it', async () => {
    const seen = await groupAt(0)
    await query(
      `INSERT INTO review_assignment (exam_question_id, field, person_id)
       SELECT id, $2, $3 FROM exam_question WHERE exam_id = $1`,
      [examId, field, people.ines.personId],
    )
    await expect(answerGroups(people.tara, examId, field)).rejects.toMatchObject({ status: 403 })
    await expect(reviewGroup(people.tara, examId, field, bodyFor(seen))).rejects.toMatchObject({ status: 403 })
    await expect(reviewGroup(people.ada, examId, field, bodyFor(seen))).rejects.toMatchObject({ status: 403 })
    await expect(reviewGroup(people.outsider, examId, field, bodyFor(seen))).rejects.toMatchObject({ status: 404 })
  })
})

describe('reviewing a group', () => {
  it('decides for all but the exceptions, once, with its cause', async () => {
    const seen = await groupAt(0)
    const answers = bodyFor(seen).answers.filter(([id]) => id !== submissions[3])
    const done = await reviewGroup(people.tara, examId, field, bodyFor(seen, { answers, comment: 'Yes.' }))
    expect(done).toEqual({ stored: 3, points: 1, left: [] })
    expect(await pointsNow()).toEqual([1, 1, 1, null, null, null, null])
    const [review] = await query('SELECT cause, cause_id, comment, rubric FROM review WHERE submission_id = $1', [
      submissions[0],
    ])
    expect(review).toEqual({ cause: 'group', cause_id: seen.id, comment: 'Yes.', rubric: ['file-0'] })
    const { groups } = await answerGroups(people.tara, examId, field)
    expect(groups[0]).toMatchObject({ waiting: 1, decided: 3, singly: 0 })
  })

  it('leaves what was decided meanwhile or before, and names it', async () => {
    const before = { submissionId: submissions[1] as string, field, version: 0, points: 0.25 }
    await scoreReview(people.ines, before)
    const seen = await groupAt(0)
    await scoreReview(people.ines, { ...before, submissionId: submissions[2] as string })
    const done = await reviewGroup(people.tara, examId, field, bodyFor(seen))
    expect(done.stored).toBe(2)
    expect(done.left).toEqual(
      expect.arrayContaining([
        { submissionId: submissions[1], why: 'decided' },
        { submissionId: submissions[2], why: 'meanwhile' },
      ]),
    )
    expect(await pointsNow()).toEqual([1, 0.25, 0.25, 1, null, null, null])
  })

  it('decides again only with a reason, and never over what was not seen', async () => {
    await scoreReview(people.ines, { submissionId: submissions[1] as string, field, version: 0, points: 0.25 })
    const seen = await groupAt(0)
    await expect(reviewGroup(people.tara, examId, field, bodyFor(seen, { again: true }))).rejects.toMatchObject({
      status: 422,
      field: 'reason',
    })
    await scoreReview(people.ines, { submissionId: submissions[1] as string, field, version: 1, points: 0.5 })
    const more = { again: true, reason: 'All say it.' }
    const done = await reviewGroup(people.tara, examId, field, bodyFor(seen, more))
    expect(done.left).toEqual([{ submissionId: submissions[1], why: 'meanwhile' }])
    expect(await reviewGroup(people.tara, examId, field, bodyFor(await groupAt(0), more))).toMatchObject({ stored: 4 })
    expect(await pointsNow()).toEqual([1, 1, 1, 1, null, null, null])
  })

  it('puts computed scores aside only with a reason', async () => {
    const y = field.replace('.why', '.y')
    await regroup(y)
    const seen = await groupAt(3, y)
    expect(seen.members).toHaveLength(5)
    expect(seen.members[0]?.points).toBe(0)
    const body = bodyFor(seen, { rubric: [], adjustment: 0.5 })
    await expect(reviewGroup(people.ines, examId, y, body)).rejects.toMatchObject({ status: 422, field: 'reason' })
    const done = await reviewGroup(people.ines, examId, y, { ...body, reason: 'A slip in the question.' })
    expect(done).toMatchObject({ stored: 5, points: 0.5 })
  })

  it('refuses rubrics that were changed, items that are none, and answers of other groups', async () => {
    const seen = await groupAt(0)
    await expect(reviewGroup(people.tara, examId, field, bodyFor(seen, { rubricVersion: 4 }))).rejects.toMatchObject({
      code: 'rubric-changed',
    })
    await expect(reviewGroup(people.tara, examId, field, bodyFor(seen, { rubric: ['x'] }))).rejects.toMatchObject({
      status: 422,
    })
    const other = bodyFor(seen, { answers: [[submissions[5] as string, 0]] })
    expect(await reviewGroup(people.tara, examId, field, other)).toMatchObject({
      stored: 0,
      left: [{ why: 'moved' }],
    })
  })

  it('and single decisions at the same time: each answer has exactly one, none lost or overwritten', async () => {
    const seen = await groupAt(0)
    const single = (k: number) =>
      scoreReview(people.ines, { submissionId: submissions[k] as string, field, version: 0, points: 0.25 })
    const settled = await Promise.allSettled([
      single(0),
      reviewGroup(people.tara, examId, field, bodyFor(seen)),
      single(1),
      reviewGroup(people.ines, examId, field, bodyFor(seen, { adjustment: -0.5 })),
      single(2),
      single(3),
    ])
    const singles = [0, 2, 4, 5].map((at) => settled[at]?.status === 'fulfilled')
    const bulk = [1, 3].map((at) => settled[at] as PromiseFulfilledResult<Awaited<ReturnType<typeof reviewGroup>>>)
    const reviews = await query<{ version: number; cause: string }>(
      'SELECT version, cause FROM review WHERE field = $1',
      [field],
    )
    expect(reviews).toHaveLength(4)
    expect(reviews.every(({ version }) => version === 1)).toBe(true)
    const stored = bulk.reduce((sum, { value }) => sum + value.stored, 0)
    expect(stored + singles.filter(Boolean).length).toBe(4)
    for (const { value } of bulk) expect(value.stored + value.left.length).toBe(4)
  })

  it('says where decisions one by one differ', async () => {
    for (const [k, points] of [1, 1, 0.5].entries())
      await scoreReview(people.tara, { submissionId: submissions[k] as string, field, version: 0, points })
    const { groups } = await answerGroups(people.tara, examId, field)
    expect(groups[0]).toMatchObject({ singly: 3, doubtful: true })
    expect(groups[0]?.agree).toBeCloseTo(2 / 3)
  })
})
