import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Principal } from '../auth/principal.ts'
import { closePools } from '../db/pool.ts'
import { query } from '../db/query.ts'
import { sendingQueue } from '../db/queue.ts'
import { freshDatabase } from '../db/testing/database.ts'
import { makeExam, makeScenario, type Scenario } from '../db/testing/scenario.ts'
import { Refusal } from '../http/refusal.ts'
import { askRegrade } from './ask-regrade.ts'
import { approveRegrade, discardRegrade, resumeRegrade } from './decide-regrade.ts'
import { examRegrades } from './exam-regrades.ts'
import { regradeDetail } from './regrade-detail.ts'
import { regradeProgress } from './regrade-progress.ts'

let people: Scenario
let examId: string
let slug: string
beforeAll(async () => {
  await freshDatabase()
  people = await makeScenario()
  examId = await makeExam(people.courseId, { slugs: ['alpha'] })
  slug = (await query<{ slug: string }>('SELECT slug FROM exam_question WHERE exam_id = $1', [examId]))[0]?.slug ?? ''
})
afterAll(async () => {
  await (await sendingQueue()).stop({ graceful: false })
  await closePools()
})

/** A regrade in a state, the only one of its exam that is not decided. */
async function regradeIn(state: 'running' | 'ready' | 'failed'): Promise<string> {
  await query(`UPDATE regrade SET state = 'discarded' WHERE state IN ('running', 'ready', 'failed')`)
  const { regradeId } = await askRegrade(people.ines, examId, { questions: [slug] })
  await query('UPDATE regrade SET state = $2 WHERE id = $1', [regradeId, state])
  return regradeId
}

const everybody = ['nobody', 'ada', 'tara', 'ines', 'adam', 'stranger', 'outsider'] as const
const see: Record<(typeof everybody)[number], number | 'ok'> = {
  nobody: 401,
  ada: 403,
  tara: 'ok',
  ines: 'ok',
  adam: 'ok',
  stranger: 404,
  outsider: 404,
}
const decide: typeof see = { ...see, tara: 403 }

const matrix: [string, typeof see, (p: Principal | null) => Promise<unknown>][] = [
  ['examRegrades', see, (p) => examRegrades(p, examId)],
  ['regradeProgress', see, async (p) => regradeProgress(p, await regradeIn('running'))],
  ['regradeDetail', see, async (p) => regradeDetail(p, await regradeIn('ready'))],
  [
    'askRegrade',
    decide,
    async (p) => {
      await discardRegrade(people.ines, await regradeIn('running'))
      return askRegrade(p, examId, { questions: [slug] })
    },
  ],
  [
    'approveRegrade',
    decide,
    async (p) => {
      const id = await regradeIn('ready')
      try {
        return await approveRegrade(p, id)
      } finally {
        await query(`UPDATE regrade SET state = 'failed' WHERE id = $1 AND state = 'approving'`, [id])
      }
    },
  ],
  ['discardRegrade', decide, async (p) => discardRegrade(p, await regradeIn('ready'))],
  ['resumeRegrade', decide, async (p) => resumeRegrade(p, await regradeIn('failed'))],
]

async function outcome(use: () => Promise<unknown>): Promise<number | 'ok'> {
  try {
    await use()
    return 'ok'
  } catch (error) {
    if (error instanceof Refusal) return error.status
    throw error
  }
}

describe('who may do what with a regrade', () => {
  it.each(matrix)('%s', async (_name, expected, use) => {
    const found: Record<string, number | 'ok'> = {}
    for (const who of everybody) found[who] = await outcome(() => use(who === 'nobody' ? null : people[who]))
    expect(found).toEqual(expected)
  })

  it('a regrade that does not exist looks like somebody else’s', async () => {
    for (const use of [regradeProgress, regradeDetail, approveRegrade, discardRegrade, resumeRegrade])
      expect(await outcome(() => use(people.ines, randomUUID()))).toBe(404)
    expect(await outcome(() => askRegrade(people.ines, randomUUID(), { questions: [slug] }))).toBe(404)
  })

  it('names questions of the exam, each once', async () => {
    await discardRegrade(people.ines, await regradeIn('running'))
    for (const questions of [[], ['nowhere'], [slug, slug]])
      expect(await outcome(() => askRegrade(people.ines, examId, { questions }))).toBe(422)
  })

  it('tells staff of the offers that the grading process, which reads the bank, is away', async () => {
    expect(await examRegrades(people.tara, examId)).toMatchObject({ offers: null, mayDecide: false })
    expect(await examRegrades(people.adam, examId)).toMatchObject({ mayDecide: true })
  })
})
