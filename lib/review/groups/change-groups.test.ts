import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { closePools } from '../../db/pool.ts'
import { query } from '../../db/query.ts'
import { sendingQueue } from '../../db/queue.ts'
import { freshDatabase } from '../../db/testing/database.ts'
import { gradeAsStored } from '../../db/testing/graded.ts'
import { makeExam, makeScenario, type Scenario } from '../../db/testing/scenario.ts'
import { groupPart, groupSoon } from '../../worker/groups/group-part.ts'
import { answerGroups } from './answer-groups.ts'
import { changeGroups, type GroupChangeBody } from './change-groups.ts'
import { freshness } from './freshness.ts'
import { classWithTexts } from './testing/class-with-texts.ts'

const texts = [
  'The weights are shared.',
  'weights are shared',
  'the Weights are shared',
  'The gradient is sparse',
  'gradient is sparse',
]

let people: Scenario
let examId: string
let questionId: string
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
  const [question] = await query<{ id: string }>('SELECT id FROM exam_question WHERE exam_id = $1', [examId])
  questionId = question?.id ?? ''
  const made = await classWithTexts(
    people.courseId,
    examId,
    texts.map((why) => ({ why })),
  )
  field = made.field
  submissions = made.submissions
  await groupPart(questionId, field)
})

const change = (body: GroupChangeBody) => changeGroups(people.tara, examId, field, body)
const id = (k: number) => submissions[k] as string
async function places(): Promise<string[]> {
  const rows = await query<{ submissionId: string; groupId: string }>(
    'SELECT submission_id AS "submissionId", group_id AS "groupId" FROM answer_group_member WHERE field = $1',
    [field],
  )
  const found = new Map(rows.map(({ submissionId, groupId }) => [submissionId, groupId]))
  return submissions.map((one) => found.get(one) ?? '')
}
/** Which are together: the same letter. */
const together = async () => {
  const ids = await places()
  const letters = [...new Set(ids)]
  return ids.map((one) => 'abcdef'[letters.indexOf(one)]).join('')
}

describe('pages', () => {
  it('beside an answer keep it apart: what is on them, no program has read', async () => {
    await query(
      `WITH page AS (
         INSERT INTO save_event (attempt_id, field, epoch, revision, op_id, value, late)
         SELECT attempt_id, $2 || '/page-' || gen_random_uuid(), 1, 1, gen_random_uuid(), '{"kind": "upload"}', false
         FROM submission WHERE id = $1 RETURNING id, field, value)
       INSERT INTO submission_answer (submission_id, field, save_event_id, epoch, revision, value)
       SELECT $1, field, id, 1, 1, value FROM page`,
      [id(0), field],
    )
    await groupPart(questionId, field)
    expect(await together()).toBe('abbcc')
    const { groups } = await answerGroups(people.tara, examId, field)
    expect(groups.find(({ title }) => title?.kind === 'pages')).toMatchObject({ size: 1 })
  })
})

describe('what people change about groups', () => {
  it('one is taken out and put back; groups become one and part again', async () => {
    expect(await together()).toBe('aaabb')
    const out = await change({ act: 'move', answers: [id(1)] })
    expect(await together()).toBe('abacc')
    expect((await answerGroups(people.tara, examId, field)).last).toEqual({ id: out.decision, act: 'move', answers: 1 })
    await change({ act: 'undo', decision: out.decision })
    expect(await together()).toBe('aaabb')
    const [first, , , second] = (await places()) as [string, string, string, string]
    const one = await change({ act: 'merge', from: second, to: first })
    expect(await together()).toBe('aaaaa')
    await change({ act: 'rename', group: first, name: 'All of them' })
    const { groups } = await answerGroups(people.tara, examId, field)
    expect(groups).toMatchObject([{ size: 5, name: 'All of them', changed: true }])
    expect(groups[0]?.alike).toBeLessThan(0.7)
    await change({ act: 'undo', decision: one.decision })
    expect(await together()).toBe('aaabb')
  })

  it('outlives new answers, new gradings and grouping again', async () => {
    await change({ act: 'move', answers: [id(1), id(3)], name: 'Odd ones' })
    const before = await places()
    await classWithTexts(people.courseId, examId, [{ why: 'the weights, they are shared' }])
    await gradeAsStored(id(0), { why: { verdict: 'review', score: null }, y: {} }, 'newer')
    expect((await freshness(query, questionId, field)).fresh).toBe(false)
    while (!(await groupSoon(questionId, field)).done);
    expect((await freshness(query, questionId, field)).fresh).toBe(true)
    expect(await places()).toEqual(before)
    const { groups } = await answerGroups(people.tara, examId, field)
    expect(groups.map(({ size, name }) => [size, name])).toEqual([
      [3, null],
      [2, 'Odd ones'],
      [1, null],
    ])
  })

  it('is about what there is', async () => {
    const nowhere = 'no-such-group'
    const stranger = crypto.randomUUID()
    for (const body of [
      { act: 'move', answers: [stranger] },
      { act: 'move', answers: [id(0)], to: nowhere },
      { act: 'merge', from: nowhere, to: nowhere.slice(1) },
      { act: 'rename', group: nowhere, name: 'x' },
      { act: 'undo', decision: '999999' },
    ] as GroupChangeBody[])
      await expect(change(body), JSON.stringify(body)).rejects.toMatchObject({ status: 404 })
    const [group = ''] = await places()
    await expect(change({ act: 'merge', from: group, to: group })).rejects.toMatchObject({ status: 422 })
    expect(await together()).toBe('aaabb')
  })

  it('by several at once is all kept', async () => {
    await Promise.all(submissions.map((one) => change({ act: 'move', answers: [one] })))
    expect(await together()).toBe('abcde')
    expect(await query('SELECT FROM answer_group_decision WHERE field = $1', [field])).toHaveLength(5)
  })
})
