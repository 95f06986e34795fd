import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Principal } from '../../auth/principal.ts'
import { closePools } from '../../db/pool.ts'
import { query } from '../../db/query.ts'
import { sendingQueue } from '../../db/queue.ts'
import { freshDatabase } from '../../db/testing/database.ts'
import { makeExam, makeScenario, type Scenario } from '../../db/testing/scenario.ts'
import { staffResult } from '../../grading/staff-result.ts'
import { releaseExam } from '../../release/release-exam.ts'
import { nextAnswers } from '../queue/next-answers.ts'
import { handedIn } from '../testing/handed-in.ts'
import { changeBlindness } from './change-blindness.ts'

let people: Scenario
let examId: string
let slugs: string[]
let attemptId: string

const pseudonyms = /^[A-Z][a-z]{4}-[A-Z][a-z]{4}$/

beforeAll(async () => {
  await freshDatabase()
  people = await makeScenario()
})
afterAll(async () => {
  await (await sendingQueue()).stop({ graceful: false })
  await closePools()
})
beforeEach(async () => {
  examId = await makeExam(people.courseId)
  const rows = await query<{ slug: string }>('SELECT slug FROM exam_question WHERE exam_id = $1 ORDER BY position', [
    examId,
  ])
  slugs = rows.map(({ slug }) => slug)
  const [one] = await handedIn(people.courseId, examId, 1)
  attemptId = one?.attemptId ?? ''
})

/** What the one student is called where a question is reviewed. */
async function called(who: Principal, k = 0): Promise<string> {
  await query('UPDATE review_entry SET claimed_by = NULL, claimed_until = NULL')
  const { cards } = await nextAnswers(who, examId, { field: `${slugs[k]}.why` })
  return cards[0]?.code ?? ''
}
const unblinds = async (who: Principal) => (await staffResult(who, attemptId)).unblinds
const change = (anonymous: boolean, namesForAssistants: boolean) =>
  changeBlindness(people.ines, examId, { anonymous, namesForAssistants, reason: 'We are few.' })

describe('who sees the names of those they review', () => {
  it('nobody until all is released: a pseudonym within a question, another one in the next', async () => {
    const [tara, ines, next] = [await called(people.tara), await called(people.ines), await called(people.tara, 1)]
    expect(tara).toMatch(pseudonyms)
    expect(ines).toBe(tara)
    expect(next).toMatch(pseudonyms)
    expect(next).not.toBe(tara)
    await releaseExam(people.ines, examId, { scope: 'computed' })
    expect(await called(people.ines)).toBe(tara)
  })

  it('then instructors, and assistants where the exam says so; withdrawn it is as before', async () => {
    await releaseExam(people.ines, examId, { scope: 'all' })
    expect(await called(people.ines)).toBe('Student 1')
    expect(await called(people.adam)).toBe('Student 1')
    expect(await called(people.tara)).toMatch(pseudonyms)
    await change(true, true)
    expect(await called(people.tara)).toBe('Student 1')
    await releaseExam(people.ines, examId, { scope: 'none' })
    expect(await called(people.ines)).toMatch(pseudonyms)
  })

  it('everybody in an exam that is not anonymous; who made it so, and why, is written down', async () => {
    await expect(
      changeBlindness(people.tara, examId, { anonymous: false, namesForAssistants: false, reason: 'x' }),
    ).rejects.toMatchObject({ status: 403 })
    await expect(
      changeBlindness(people.ines, examId, { anonymous: false, namesForAssistants: false, reason: ' ' }),
    ).rejects.toMatchObject({ status: 422 })
    expect(await change(false, false)).toEqual({ anonymous: false, namesForAssistants: false, released: false })
    expect(await called(people.tara)).toBe('Student 1')
    const log = await query('SELECT action, reason FROM staff_action WHERE exam_id = $1', [examId])
    expect(log).toEqual([{ action: 'set-blindness', reason: 'We are few.' }])
  })

  it('an assistant who opens an attempt by its name is told that this is not the blind side', async () => {
    expect([await unblinds(people.tara), await unblinds(people.ines)]).toEqual([true, false])
    await change(false, false)
    expect(await unblinds(people.tara)).toBe(false)
  })

  it('pseudonyms stay what they are: the key of an exam never changes', async () => {
    await expect(
      query(`UPDATE blind_review SET key = uuid_send(gen_random_uuid()) WHERE exam_id = $1`, [examId]),
    ).rejects.toMatchObject({ code: '23001' })
  })
})
