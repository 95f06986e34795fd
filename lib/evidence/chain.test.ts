import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { submitAttempt } from '../attempts/submit-attempt.ts'
import { takeOver } from '../attempts/take-over.ts'
import { closePools } from '../db/pool.ts'
import { query } from '../db/query.ts'
import { sendingQueue } from '../db/queue.ts'
import { freshDatabase } from '../db/testing/database.ts'
import { makeScenario, type Scenario } from '../db/testing/scenario.ts'
import { reopenAttempt } from '../invigilation/reopen-attempt.ts'
import { readEvidence } from './evidence.ts'
import { examine } from './examine.ts'
import { sitter } from './testing/sitting.ts'

let people: Scenario
beforeAll(async () => {
  await freshDatabase()
  people = await makeScenario()
})
afterAll(async () => {
  await (await sendingQueue()).stop({ graceful: false })
  await closePools()
})

const evidenceOf = async (attemptId: string) => {
  const [evidence] = await readEvidence(query, [attemptId])
  if (!evidence) throw new Error('no evidence')
  return evidence
}

it('every save is a link, whatever was typed and whatever came of it; repetitions are none', async () => {
  const { attemptId, person, why, y, save, pass } = await sitter(people)
  const repeated = randomUUID()
  await save(why, 1, 1, 'ünïcödé 𝔘 "quoted" \\ back\nnew\tline \u0007 bell \u2028 7: - 3:abc')
  await save(y, 1, 1, '0.1', repeated)
  await save(y, 1, 1, '0.1', repeated)
  await save(y, 1, 1, 'superseded')
  await takeOver(person, attemptId)
  await save(y, 2, 2, '0.2')
  await save(y, 1, 9, 'older device')
  await save(why, 2, 2, '')
  await submitAttempt(person, attemptId, { epoch: 2, revisions: { [y]: 2 } })
  await pass(1_000_000)
  await save(why, 2, 3, 'late')
  const evidence = await evidenceOf(attemptId)
  expect(evidence.events.map((event) => event.seq)).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect(evidence).toMatchObject({ chainLength: 7, unchained: 0, submissions: [{ chainLength: 6 }] })
  expect(evidence.chainHead).toBe(evidence.events.at(-1)?.hash)
  expect(evidence.submissions[0]?.chainHead).toBe(evidence.events[5]?.hash)
  expect(examine(evidence)).toEqual([])
})

it('what is saved at the same moment makes one chain', async () => {
  const { attemptId, y, why, save } = await sitter(people)
  await Promise.all(Array.from({ length: 40 }, (_, k) => save(k % 2 ? y : why, 1, k, `${k}`)))
  const evidence = await evidenceOf(attemptId)
  expect(evidence.chainLength).toBe(40)
  expect(examine(evidence)).toEqual([])
})

it('an attempt that was under way before there was a chain goes on with its first link', async () => {
  const { attemptId, y, save } = await sitter(people)
  const [old] = await query<{ id: string }>(
    `INSERT INTO save_event (attempt_id, field, epoch, revision, op_id, value, late)
     VALUES ($1, $2, 1, 1, gen_random_uuid(), '{"kind":"number","text":"1"}', false) RETURNING id::text`,
    [attemptId, y],
  )
  await query('UPDATE attempt SET unchained = 1 WHERE id = $1', [attemptId])
  await save(y, 1, 2, '2')
  const evidence = await evidenceOf(attemptId)
  expect(evidence.events.map(({ seq }) => seq)).toEqual([null, 1])
  expect(examine(evidence)).toEqual([])
  await query('UPDATE attempt SET unchained = 0 WHERE id = $1', [attemptId])
  expect(examine(await evidenceOf(attemptId))).toMatchObject([{ eventId: old?.id, amiss: 'inserted' }])
})

it('an attempt that is opened again takes what came late into its draft; every submission keeps its place', async () => {
  const { attemptId, person, y, why, save } = await sitter(people)
  await save(y, 1, 1, '1')
  await submitAttempt(person, attemptId, { epoch: 1, revisions: {} })
  await save(y, 1, 2, 'late')
  await reopenAttempt(people.ines, attemptId, { reason: 'the network was down', minutes: 5 })
  await save(why, 1, 1, 'more')
  await submitAttempt(person, attemptId, { epoch: 1, revisions: {} })
  await save(y, 1, 3, 'late again')
  const evidence = await evidenceOf(attemptId)
  expect(evidence.submissions).toMatchObject([
    { former: true, chainLength: 1 },
    { former: false, chainLength: 3, answers: [{}, {}] },
  ])
  expect(examine(evidence)).toEqual([])
})
