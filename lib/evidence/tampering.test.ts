import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { submitAttempt } from '../attempts/submit-attempt.ts'
import { takeOver } from '../attempts/take-over.ts'
import { closePools } from '../db/pool.ts'
import type { Query } from '../db/query.ts'
import { sendingQueue } from '../db/queue.ts'
import { freshDatabase } from '../db/testing/database.ts'
import { makeScenario } from '../db/testing/scenario.ts'
import { readEvidence } from './evidence.ts'
import { examine } from './examine.ts'
import { mutation, mutations } from './testing/mutations.ts'
import { sitter } from './testing/sitting.ts'

/** `EVIDENCE_MUTATIONS=5000 npx vitest run --project integration lib/evidence/tampering.test.ts` for longer. */
const runs = Number(process.env.EVIDENCE_MUTATIONS ?? 150)

let client: pg.Client
const attempts: string[] = []

beforeAll(async () => {
  const url = await freshDatabase()
  const people = await makeScenario()
  for (const handedIn of [true, false]) {
    const { attemptId, person, y, why, save } = await sitter(people)
    attempts.push(attemptId)
    for (let revision = 1; revision <= 3; revision++) await save(revision % 2 ? y : why, 1, revision, `${revision}`)
    await save(y, 1, 1, 'superseded')
    await takeOver(person, attemptId)
    await save(why, 2, 4, 'newer')
    await save(y, 1, 9, 'older device')
    if (!handedIn) continue
    await submitAttempt(person, attemptId, { epoch: 2, revisions: {} })
    await save(why, 2, 5, 'late')
    await save(y, 2, 6, 'late as well')
  }
  client = new pg.Client({ connectionString: url })
  await client.connect()
  // as somebody who owns the database: triggers and foreign keys are no hindrance
  await client.query('SET session_replication_role = replica')
})
afterAll(async () => {
  await client.end()
  await (await sendingQueue()).stop({ graceful: false })
  await closePools()
})

it(`each of ${runs} random changes in the store is found, in the attempt and at the event where it was made`, async () => {
  const query: Query = async (text, values = []) => (await client.query(text, [...values])).rows
  const [before] = await readEvidence(query, attempts.slice(0, 1))
  expect(before && examine(before)).toEqual([])
  const tally = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(mutation, fc.nat(1), async (draw, which) => {
      await client.query('BEGIN')
      try {
        const attemptId = attempts[which] ?? ''
        const made = await mutations[draw.kind](query, attemptId, draw)
        if (!made) return
        tally.set(draw.kind, (tally.get(draw.kind) ?? 0) + 1)
        const [found = [], other = []] = (await readEvidence(query, [attemptId, attempts[1 - which] ?? '']))
          .sort((a) => (a.attemptId === attemptId ? -1 : 1))
          .map((evidence) => examine(evidence))
        expect(other).toEqual([])
        expect(found.length, 'something is found').toBeGreaterThan(0)
        expect(
          found.some((finding) => made(finding)),
          JSON.stringify(found),
        ).toBe(true)
      } finally {
        await client.query('ROLLBACK')
      }
    }),
    { numRuns: runs, seed: 4 },
  )
  expect([...tally.keys()].sort()).toEqual(Object.keys(mutations).sort())
}, 600_000)
