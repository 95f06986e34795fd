import { generateKeyPairSync } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { submitAttempt } from '../attempts/submit-attempt.ts'
import { closePools } from '../db/pool.ts'
import type { Query } from '../db/query.ts'
import { sendingQueue } from '../db/queue.ts'
import { freshDatabase } from '../db/testing/database.ts'
import { makeScenario } from '../db/testing/scenario.ts'
import { reopenAttempt } from '../invigilation/reopen-attempt.ts'
import { decideLate } from '../late/decide-late.ts'
import { keptContent } from '../late/late-content.ts'
import { readEvidence } from './evidence.ts'
import { examine } from './examine.ts'
import { sitter } from './testing/sitting.ts'

let owner: pg.Client
const query: Query = async (text, values = []) => (await owner.query(text, [...values])).rows
/** One with a former submission, late answers and decisions on them; one that nobody touches. */
let attemptId: string
let other: string

beforeAll(async () => {
  const { privateKey } = generateKeyPairSync('ed25519')
  process.env.REFEREE_RECEIPT_KEY = privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64')
  const url = await freshDatabase()
  const people = await makeScenario()
  const sat = await sitter(people)
  attemptId = sat.attemptId
  await sat.save(sat.y, 1, 1, '1') // 1
  await submitAttempt(sat.person, attemptId, { epoch: 1, revisions: {} }) // its receipt: 2
  await reopenAttempt(people.ines, attemptId, { minutes: 5, reason: 'by mistake' })
  await submitAttempt(sat.person, attemptId, { epoch: 1, revisions: {} }) // its receipt: 3
  await sat.save(sat.y, 1, 2, 'late') // 4
  const eventId = (await keptContent(attemptId))[0]?.kept[0]?.eventId ?? ''
  await decideLate(people.tara, attemptId, { eventId, accept: true, reason: 'Wi-Fi was down' }) // 5
  await decideLate(people.ines, attemptId, { eventId, accept: false, reason: 'It was not' }) // 6
  await sat.save(sat.why, 1, 1, 'late as well') // 7
  const untouched = await sitter(people)
  other = untouched.attemptId
  await untouched.save(untouched.y, 1, 1, '1')
  await submitAttempt(untouched.person, other, { epoch: 1, revisions: {} })
  owner = new pg.Client({ connectionString: url })
  await owner.connect()
  // as somebody who owns the database: triggers and foreign keys are no hindrance
  await owner.query('SET session_replication_role = replica')
})
afterAll(async () => {
  await owner.end()
  await (await sendingQueue()).stop({ graceful: false })
  await closePools()
})

const evidenceOf = async (id: string) => {
  const [evidence] = await readEvidence(query, [id])
  if (!evidence) throw new Error('no evidence')
  return evidence
}

/** What is found after a change of the store, which is taken back. */
async function after(change: string): Promise<ReturnType<typeof examine>> {
  await owner.query('BEGIN')
  try {
    await owner.query(change.replaceAll('{attempt}', `'${attemptId}'`).replaceAll('{other}', `'${other}'`))
    expect(examine(await evidenceOf(other))).toEqual([])
    return examine(await evidenceOf(attemptId))
  } finally {
    await owner.query('ROLLBACK')
  }
}

const ofAttempt = 'submission_id IN (SELECT id FROM submission WHERE {attempt} IN (attempt_id, former_attempt_id))'

it('decisions and receipts are links of the chain', async () => {
  const evidence = await evidenceOf(attemptId)
  expect(evidence.chainLength).toBe(7)
  expect(evidence.events.map(({ seq }) => seq)).toEqual([1, 4, 7])
  expect(evidence.decisions).toMatchObject([
    { seq: 5, accepted: true, reason: 'Wi-Fi was down' },
    { seq: 6, accepted: false, reason: 'It was not' },
  ])
  expect(evidence.submissions).toMatchObject([
    { former: true, chainLength: 1, signed: { seq: 2 } },
    { former: false, chainLength: 2, signed: { seq: 3 } },
  ])
  expect(examine(evidence)).toEqual([])
})

it.each([
  ['the verdict', 'accepted = NOT accepted'],
  ['the reason', `reason = 'another'`],
  ['who decided', `person_id = NULL`],
  ['when', `created_at = created_at + interval '1 microsecond'`],
  ['the answer it is about', `save_event_id = (SELECT min(id) FROM save_event WHERE attempt_id = {attempt})`],
  ['the field', `field = field || 'x'`],
  ['the submission', `submission_id = (SELECT id FROM submission WHERE former_attempt_id = {attempt})`],
  ['its number', 'id = id + 1000'],
  ['its hash', `hash = sha256('x')`],
])('of a decision %s cannot be changed unseen', async (_what, change) => {
  for (const seq of [5, 6]) {
    const [finding] = await after(`UPDATE late_decision SET ${change} WHERE ${ofAttempt} AND seq = ${seq}`)
    expect(finding).toMatchObject({
      attemptId,
      seq,
      amiss: 'changed',
      says: expect.stringMatching(/^decision \d+ on /),
    })
  }
})

it('a decision that is gone, moved or put in is located', async () => {
  expect(await after(`DELETE FROM late_decision WHERE ${ofAttempt} AND seq = 6`)).toMatchObject([
    { seq: 6, amiss: 'deleted' },
  ])
  expect(await after(`UPDATE late_decision SET seq = 11 - seq WHERE ${ofAttempt}`)).toEqual(
    expect.arrayContaining([expect.objectContaining({ amiss: 'reordered', says: expect.stringMatching(/^decision/) })]),
  )
  expect(
    await after(`INSERT INTO late_decision (submission_id, field, save_event_id, accepted)
      SELECT submission_id, field, save_event_id, true FROM late_decision WHERE ${ofAttempt} AND seq = 6`),
  ).toMatchObject([{ amiss: 'inserted', says: expect.stringMatching(/^decision .* has no place/) }])
  expect(
    await after(`INSERT INTO late_decision (submission_id, field, save_event_id, accepted, seq, hash)
      SELECT submission_id, field, save_event_id, true, 8, sha256('x') FROM late_decision WHERE ${ofAttempt} AND seq = 6`),
  ).toMatchObject([{ seq: 8, amiss: 'inserted' }])
})

it('a value that was let count cannot be changed unseen', async () => {
  const [finding] = await after(
    `UPDATE save_event SET value = '{"kind":"number","text":"42"}' WHERE attempt_id = {attempt} AND seq = 4`,
  )
  expect(finding).toMatchObject({ seq: 4, amiss: 'changed', eventId: expect.any(String) })
})

it('a receipt that is gone is said to be gone, of which submission of which attempt', async () => {
  for (const [place, { id }] of (await evidenceOf(attemptId)).submissions.entries()) {
    const says = `the signed receipt of submission ${id} is gone`
    const [finding] = await after(`DELETE FROM signed_receipt WHERE submission_id = '${id}'`)
    expect(finding).toEqual({ attemptId, eventId: null, seq: place + 2, amiss: 'deleted', says })
  }
  await owner.query('BEGIN')
  await owner.query(
    `DELETE FROM signed_receipt WHERE submission_id = (SELECT id FROM submission WHERE attempt_id = $1)`,
    [other],
  )
  expect(examine(await evidenceOf(other))).toMatchObject([{ attemptId: other, seq: 2, amiss: 'deleted' }])
  await owner.query('ROLLBACK')
})

it('what is from before it had a place is counted', async () => {
  const older = `UPDATE late_decision SET seq = NULL, hash = NULL WHERE ${ofAttempt};
    UPDATE signed_receipt SET seq = NULL, hash = NULL WHERE ${ofAttempt};
    DELETE FROM save_event WHERE attempt_id = {attempt} AND seq > 1;
    UPDATE attempt SET chain_length = 1, chain_head = (SELECT hash FROM save_event WHERE attempt_id = {attempt}),
      unchained_decisions = 2, unchained_receipts = 2 WHERE id = {attempt};
    UPDATE submission SET chain_length = 1, chain_head = (SELECT hash FROM save_event WHERE attempt_id = {attempt})
      WHERE {attempt} IN (attempt_id, former_attempt_id);`
  expect(await after(older)).toEqual([])
  expect(await after(`${older} DELETE FROM late_decision WHERE ${ofAttempt}`)).toMatchObject([
    { amiss: 'deleted', says: '2 decisions from before the chain are gone' },
  ])
  expect(
    await after(
      `${older} DELETE FROM signed_receipt WHERE submission_id = (SELECT id FROM submission WHERE attempt_id = {attempt})`,
    ),
  ).toMatchObject([{ amiss: 'deleted', says: '1 receipts from before the chain are gone' }])
})
