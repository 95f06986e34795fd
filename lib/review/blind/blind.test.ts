import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Principal } from '../../auth/principal.ts'
import { closePools } from '../../db/pool.ts'
import { query } from '../../db/query.ts'
import { sendingQueue } from '../../db/queue.ts'
import { freshDatabase } from '../../db/testing/database.ts'
import { enrol, makeExam, makePerson, makeScenario, type Scenario } from '../../db/testing/scenario.ts'
import { claimNext } from '../claim-next.ts'
import { scoreReview } from '../score-review.ts'
import { handedIn } from '../testing/handed-in.ts'
import { differingScores } from './agreement/differing-scores.ts'
import { examAgreement } from './agreement/exam-agreement.ts'
import { blindNext } from './blind-next.ts'
import { blindTasks } from './blind-tasks.ts'
import { changeRule } from './change-rule.ts'
import { drawCalibration } from './draw-calibration.ts'
import { scoreBlind } from './score-blind.ts'

let people: Scenario
let theo: Principal
let examId: string
let field: string
let sat: { submissionId: string; attemptId: string }[]

beforeAll(async () => {
  await freshDatabase()
  people = await makeScenario()
  theo = await makePerson('Theo')
  await enrol(people.courseId, theo, 'ta')
})
afterAll(async () => {
  await (await sendingQueue()).stop({ graceful: false })
  await closePools()
})
beforeEach(async () => {
  examId = await makeExam(people.courseId, { slugs: ['alpha'] })
  const [question] = await query<{ slug: string }>('SELECT slug FROM exam_question WHERE exam_id = $1', [examId])
  field = `${question?.slug}.why`
  sat = await handedIn(people.courseId, examId, 4)
})

const rule = { secondShare: 0, threshold: 0, calibration: 'none' as const }
const ids = () => sat.map(({ submissionId }) => submissionId)
const first = (k: number, points: number, who = people.tara, version = 0) =>
  scoreReview(who, { submissionId: ids()[k] ?? '', field, version, points, reason: 'r' })
const blind = (who: Principal, k: number, points: number, purpose: 'second' | 'calibration', more = {}) =>
  scoreBlind(who, { submissionId: ids()[k] ?? '', field, version: 0, points, purpose, ...more })
const next = (who: Principal, purpose: 'second' | 'calibration', except: string[] = []) =>
  blindNext(who, examId, { purpose, field, count: 5, except })

describe('a second look', () => {
  beforeEach(() => changeRule(people.ines, examId, { field, ...rule, secondShare: 1, threshold: 0.25 }))

  it('is for somebody else, once, and shows nothing of the first', async () => {
    await first(0, 0.75)
    expect(await next(people.tara, 'second')).toEqual({ cards: [], waiting: 0 })
    const { cards, waiting } = await next(theo, 'second')
    expect(waiting).toBe(1)
    expect(cards).toMatchObject([{ submissionId: ids()[0], version: 0, history: [], decidedBy: {}, holder: null }])
    expect(JSON.stringify(cards)).not.toMatch(/Tara|0\.75|Student/)
    expect(await next(theo, 'second', ids())).toEqual({ cards: [], waiting: 1 })
    await expect(blind(people.tara, 0, 1, 'second')).rejects.toMatchObject({ status: 409 })
    await expect(blind(theo, 1, 1, 'second')).rejects.toMatchObject({ status: 409 })
    expect(await blind(theo, 0, 1, 'second')).toEqual({ version: 1, points: 1, rubricVersion: 0 })
    await expect(blind(theo, 0, 0, 'second')).rejects.toMatchObject({ status: 409, code: 'conflict' })
    await expect(blind(people.ines, 0, 0, 'second')).rejects.toMatchObject({ status: 409 })
  })

  it('changes no points, and is settled by a review where it differs by more than was allowed', async () => {
    await first(0, 0.75)
    await first(1, 0.5)
    await blind(theo, 0, 1, 'second')
    await blind(theo, 1, 1, 'second', { comment: 'All there.' })
    const [points] = await query('SELECT points FROM newest_review WHERE submission_id = $1', [ids()[1]])
    expect(points).toEqual({ points: 0.5 })
    const differ = await differingScores(people.ines, examId)
    expect(differ).toMatchObject([
      { submissionId: ids()[1], first: 0.5, second: 1, comment: 'All there.', by: { first: 'Tara', second: 'Theo' } },
    ])
    expect(differ[0]?.code).toMatch(/^[A-Z][a-z]{4}-[A-Z][a-z]{4}$/)
    expect(await differingScores(people.tara, examId)).toMatchObject([{ first: 0.5, by: null }])
    expect(await differingScores(theo, examId)).toEqual([])
    await first(1, 0.5, people.ines, 1)
    expect(await differingScores(people.ines, examId)).toEqual([])
    const { parts } = await examAgreement(people.ines, examId)
    expect(parts[0]?.seconds).toMatchObject({
      wanted: 4,
      waiting: 0,
      beyond: 1,
      open: 0,
      apart: 0.375,
      points: { n: 2 },
    })
  })

  it('is of the same answers every time, and of more when more are asked for', async () => {
    const chosen = async (secondShare: number) => {
      await changeRule(people.ines, examId, { field, ...rule, secondShare })
      const rows = await query<{ id: string }>('SELECT submission_id AS id FROM second_look WHERE exam_id = $1', [
        examId,
      ])
      return new Set(rows.map(({ id }) => id))
    }
    const [none, some, same, all] = [await chosen(0), await chosen(0.5), await chosen(0.5), await chosen(1)]
    expect([none.size, all.size]).toEqual([0, 4])
    expect(same).toEqual(some)
  })
})

describe('a calibration set', () => {
  it('is scored by everybody, unseen by the others, before the part opens to assistants', async () => {
    await changeRule(people.ines, examId, { field, ...rule, calibration: 'required' })
    expect(await drawCalibration(people.ines, examId, { field, answers: ids().slice(0, 2) })).toEqual({ added: 2 })
    expect(await drawCalibration(people.ines, examId, { field, answers: ids().slice(0, 3) })).toEqual({ added: 1 })
    await expect(claimNext(people.tara, examId, { field })).rejects.toMatchObject({
      code: 'calibrate-first',
      details: { left: 3 },
    })
    await expect(first(3, 1)).rejects.toMatchObject({ code: 'calibrate-first' })
    expect(await claimNext(people.ines, examId, { field })).toHaveLength(1)
    expect(await blindTasks(people.tara, examId)).toMatchObject([
      { field, calibration: { rule: 'required', left: 3, of: 3 }, second: 0 },
    ])
    for (const k of [0, 1, 2]) await blind(people.tara, k, 0.5, 'calibration')
    expect((await next(theo, 'calibration')).waiting).toBe(3)
    expect(JSON.stringify(await next(theo, 'calibration'))).not.toMatch(/Tara|"points":0\.5/)
    expect((await next(people.tara, 'calibration')).waiting).toBe(0)
    expect(await claimNext(people.tara, examId, { field })).toHaveLength(1)
    expect(await blindTasks(people.tara, examId)).toEqual([])
    await expect(blind(people.tara, 0, 1, 'calibration')).rejects.toMatchObject({ status: 409 })
    await expect(blind(people.tara, 3, 1, 'calibration')).rejects.toMatchObject({ status: 409 })
  })

  it('tells how people agree, two by two and all at once, and item by item', async () => {
    await drawCalibration(people.ines, examId, { field, answers: ids() })
    const given: [Principal, number[]][] = [
      [people.tara, [0, 0, 1, 1]],
      [theo, [0, 0, 1, 0.5]],
      [people.ines, [0, 1, 1, 1]],
    ]
    for (const [who, points] of given)
      for (const [k, n] of points.entries())
        await blind(who, k, n, 'calibration', { rubric: n > 0.5 ? ['file-0'] : [] })
    const { parts } = await examAgreement(people.ines, examId)
    const { raters, pairs, all, items } = parts[0]?.calibrated ?? {}
    expect(raters?.map(({ name, scored, mean }) => [name, scored, mean])).toEqual([
      ['Ines', 4, 0.75],
      ['Tara', 4, 0.5],
      ['Theo', 4, 0.375],
    ])
    const between = pairs?.find(({ one, other }) => one === 'Tara' && other === 'Theo')
    // by hand: 3 of 4 the same, by chance 6/16; squared distances 1/16 seen, 0.4375 by chance over the largest
    expect(between?.same).toMatchObject({ n: 4, observed: 0.75, expected: 0.375, value: 0.6, reading: 'moderate' })
    expect(between?.points.value).toBeCloseTo(1 - 0.0625 / 0.4375, 9)
    expect(all?.n).toBe(4)
    expect(items?.[0]).toMatchObject({ id: 'file-0', agreement: { n: 4 } })
  })

  it('draws what something is written in', async () => {
    await query(
      `WITH e AS (INSERT INTO save_event (attempt_id, field, epoch, revision, op_id, value, late)
         VALUES ($1, $2, 1, 1, gen_random_uuid(), '{"kind": "text", "markdown": "So."}', true) RETURNING id)
       INSERT INTO late_decision (submission_id, field, save_event_id, accepted) SELECT $3, $2, id, true FROM e`,
      [sat[2]?.attemptId, field, ids()[2]],
    )
    expect(await drawCalibration(people.ines, examId, { field, answers: 3 })).toEqual({ added: 1 })
    expect((await next(people.tara, 'calibration')).cards.map(({ submissionId }) => submissionId)).toEqual([ids()[2]])
  })
})

describe('who may', () => {
  it('only instructors set up and compare; a part of others is not scored', async () => {
    const tara = people.tara
    await expect(changeRule(tara, examId, { field, ...rule })).rejects.toMatchObject({ status: 403 })
    await expect(drawCalibration(tara, examId, { field, answers: 1 })).rejects.toMatchObject({ status: 403 })
    await expect(examAgreement(tara, examId)).rejects.toMatchObject({ status: 403 })
    await query(
      'INSERT INTO review_assignment (exam_question_id, field, person_id) SELECT id, $2, $3 FROM exam_question WHERE exam_id = $1',
      [examId, field, theo.personId],
    )
    await expect(next(tara, 'second')).rejects.toMatchObject({ status: 403 })
    await expect(blind(tara, 0, 1, 'calibration')).rejects.toMatchObject({ status: 403 })
    await expect(blindTasks(people.outsider, examId)).rejects.toMatchObject({ status: 404 })
    await expect(differingScores(people.outsider, examId)).rejects.toMatchObject({ status: 404 })
  })
})
