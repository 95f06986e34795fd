import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { query } from '../db/query.ts'
import { storeGradings } from '../grading/store-gradings.ts'
import { approveRegrade, discardRegrade, resumeRegrade } from '../regrade/decide-regrade.ts'
import { regradeProgress } from '../regrade/regrade-progress.ts'
import { gradeSubmissions } from './grade-submissions.ts'
import { loadTasks } from './load-submissions.ts'
import { takeOverRegrade } from './regrade-approve.ts'
import { type Hand, ownHand, processHand } from './regrade-hands.ts'
import { regradeBroke, runRegrade } from './regrade-run.ts'
import { corrected, earned, gradings, type Handed, makeSums, minus, plus, type Sums } from './testing/sums.ts'

let sums: Sums
let examId: string
let handed: Handed[]
let regradeId: string
beforeAll(async () => {
  sums = await makeSums()
})
afterAll(() => sums.end())

beforeEach(async () => {
  examId = await sums.published()
  handed = []
  for (const answer of [plus, minus, () => '1', () => '', plus]) handed.push(await sums.handIn(examId, answer))
  sums.write(corrected)
  regradeId = await sums.ask(examId)
})

/** This process's hand, which meets something before its n-th batch. */
function meeting(n: number, event: () => Promise<unknown>) {
  return async (id: string): Promise<Hand[]> => {
    const hand = ownHand(id, sums.executors)
    let batch = 0
    const regrade: Hand['regrade'] = async (ids) => {
      batch += 1
      if (batch === n) await event()
      return hand.regrade(ids)
    }
    return [{ ...hand, regrade }]
  }
}

const own = async (id: string) => [ownHand(id, sums.executors)]
const run = (hands = own as (id: string) => Promise<Hand[]>) =>
  runRegrade(regradeId, sums.executors, { size: 1, hands })
const progress = () => regradeProgress(sums.people.ines, regradeId)
const stored = () =>
  query<{ submissionId: string }>('SELECT submission_id AS "submissionId" FROM regrade_result WHERE regrade_id = $1', [
    regradeId,
  ])

describe('a regrade that is interrupted', () => {
  it('goes on where the last batch was stored, and does nothing twice', async () => {
    const killed = meeting(3, () => Promise.reject(new Error('killed')))
    await expect(run(killed)).rejects.toThrow('killed')
    const { done, state } = await progress()
    expect([state, done]).toEqual(['running', (await stored()).length])
    expect(done).toBeGreaterThan(0)
    expect(done).toBeLessThan(5)
    expect(await run()).toMatchObject({ submissions: 5 - done })
    expect(await progress()).toMatchObject({ state: 'ready', submissions: 5, done: 5 })
    expect(new Set((await stored()).map(({ submissionId }) => submissionId)).size).toBe(5)
  }, 120_000)

  it('counts each submission once where two run it at the same time', async () => {
    await Promise.all([run(), run()])
    expect(await progress()).toMatchObject({ state: 'ready', submissions: 5, done: 5 })
    expect(await stored()).toHaveLength(5)
  }, 120_000)

  it('runs in a process of its own, and ends with an error where that is killed', async () => {
    const victim = processHand(regradeId, 'cpu')
    const hand: Hand = {
      ...victim,
      regrade(ids) {
        victim.stop()
        // it is dead before anything of it is heard here
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300)
        return victim.regrade(ids)
      },
    }
    await expect(run(async () => [hand])).rejects.toThrow('A regrading process')
    expect(await run(async (id) => [processHand(id, 'cpu')])).toMatchObject({ submissions: 5 })
    expect(await progress()).toMatchObject({ state: 'ready', done: 5 })
  }, 120_000)

  it('has failed with the reason where it breaks every time, and can be taken up again', async () => {
    await regradeBroke(regradeId, 'no space left')
    expect(await progress()).toMatchObject({ state: 'failed', problem: 'It broke off: no space left' })
    await resumeRegrade(sums.people.ines, regradeId)
    await run()
    expect(await progress()).toMatchObject({ state: 'ready', problem: null })
  }, 120_000)
})

describe('a regrade that is discarded', () => {
  it('stops at the next batch, counts for nothing and is kept', async () => {
    await run(meeting(3, () => discardRegrade(sums.people.ines, regradeId)))
    const { state, done } = await progress()
    expect([state, done]).toEqual(['discarded', (await stored()).length])
    expect(done).toBeLessThan(5)
    for (const { submissionId } of handed) expect(await gradings(submissionId)).toHaveLength(1)
    await run()
    await takeOverRegrade(regradeId)
    expect(await stored()).toHaveLength(done)
    await expect(approveRegrade(sums.people.ines, regradeId)).rejects.toMatchObject({ status: 409 })
    await expect(resumeRegrade(sums.people.ines, regradeId)).rejects.toMatchObject({ status: 409 })
    await expect(query(`UPDATE regrade SET state = 'ready' WHERE id = $1`, [regradeId])).rejects.toThrow('as it was')
    await sums.ask(examId)
  }, 120_000)
})

describe('approving', () => {
  it('appends nothing where a submission was graded anew after the report, and says so', async () => {
    await run()
    await approveRegrade(sums.people.ines, regradeId)
    const [first] = await loadTasks([handed[0]?.submissionId ?? ''])
    const [{ result } = { result: null }] = await query<{ result: never }>(
      'SELECT result FROM grading WHERE submission_id = $1',
      [first?.submissionId],
    )
    await query(
      `INSERT INTO grading (submission_id, exam_question_id, question_version_id, idempotence_key, result)
       VALUES ($1, $2, $3, $4, $5)`,
      [first?.submissionId, first?.examQuestionId, first?.questionVersionId, randomUUID(), JSON.stringify(result)],
    )
    expect(await takeOverRegrade(regradeId)).toBe('changed')
    expect(await progress()).toMatchObject({ state: 'ready', problem: expect.stringContaining('graded anew') })
    for (const { submissionId } of handed.slice(1)) expect(await gradings(submissionId)).toHaveLength(1)
    await expect(approveRegrade(sums.people.ines, regradeId)).rejects.toMatchObject({ code: 'changed' })
  }, 120_000)

  it('is all or nothing, and a grading of the old version that comes later is not stored', async () => {
    await run()
    const late = await sums.handIn(examId, plus, [], false)
    const [task] = await loadTasks([late.submissionId])
    await gradeSubmissions([late.submissionId], sums.executors)
    await resumeRegrade(sums.people.ines, regradeId)
    await run()
    const onTime = await loadTasks([handed[0]?.submissionId ?? ''])
    await approveRegrade(sums.people.ines, regradeId)
    const twice = await Promise.all([takeOverRegrade(regradeId), takeOverRegrade(regradeId)])
    expect(twice.sort()).toEqual(['approved', 'skipped'])
    expect(await earned(handed[0] as Handed)).toBe(4)
    const [{ result } = { result: null }] = await query<{ result: never }>(
      'SELECT result FROM grading WHERE submission_id = $1 ORDER BY id LIMIT 1',
      [late.submissionId],
    )
    const old = { ...(result as unknown as object), execution: { grader: 'late' } } as never
    expect(await storeGradings(query, [{ ...task!, grading: old }])).toBe(0)
    expect(onTime[0]?.questionVersionId).toBe(task?.questionVersionId)
    const [now] = await loadTasks([late.submissionId])
    expect(now?.questionVersionId).not.toBe(task?.questionVersionId)
    await expect(discardRegrade(sums.people.ines, regradeId)).rejects.toMatchObject({ status: 409 })
  }, 120_000)

  it('lets an exam question change its version for the regrade that is being approved alone', async () => {
    await run()
    const move = () =>
      query(
        `UPDATE exam_question q SET question_version_id = d.new_version_id, regrade_id = $1
         FROM regrade_question d WHERE d.regrade_id = $1 AND d.exam_question_id = q.id`,
        [regradeId],
      )
    await expect(move()).rejects.toThrow('used by an attempt')
    await expect(query(`UPDATE regrade SET state = 'approved' WHERE id = $1`, [regradeId])).rejects.toThrow('as it was')
    for (const table of ['regrade_question', 'regrade_key', 'regrade_outcome', 'regrade_result'])
      await expect(query(`DELETE FROM ${table} WHERE regrade_id = $1`, [regradeId])).rejects.toThrow('append-only')
    await expect(query('DELETE FROM regrade WHERE id = $1', [regradeId])).rejects.toThrow('as it was')
    await expect(sums.ask(examId)).rejects.toMatchObject({ status: 409, code: 'regrading' })
  }, 120_000)
})
