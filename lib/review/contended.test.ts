import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Principal } from '../auth/principal.ts'
import { type MadeExam, madeExam, madeReviewer, madeSubmissions } from '../bench/review/made-exam.ts'
import { closePools } from '../db/pool.ts'
import { query } from '../db/query.ts'
import { freshDatabase } from '../db/testing/database.ts'
import { Refusal } from '../http/refusal.ts'
import { scoreReview } from './score-review.ts'

// Nobody asks for the next answer here: everybody decides over the same ones, as with an address that was passed on.
const answers = 3
const people = 20

const run = (text: string, values: unknown[]) => query<{ id: string }>(text, values)
let exam: MadeExam
let field: string
let all: Principal[]
let submissions: string[]

beforeAll(async () => {
  await freshDatabase()
  exam = await madeExam(run, 'Decided by all', 1)
  await madeSubmissions(run, exam, 0, answers)
  field = `${exam.questions[0]?.slug}.why`
  all = []
  for (let k = 0; k < people; k++) {
    const name = `Reviewer ${k}`
    all.push({ personId: await madeReviewer(run, exam, name), name, email: '' })
  }
  const rows = await query<{ id: string }>('SELECT submission_id AS id FROM review_entry WHERE field = $1', [field])
  submissions = rows.map(({ id }) => id)
})
afterAll(closePools)

type Told = { submissionId: string; version: number; personId: string } | null

/** What somebody is told who decides over an answer of which they saw this version; null: look again. */
async function decide(person: Principal, submissionId: string, version: number): Promise<Told> {
  try {
    const stored = await scoreReview(person, { submissionId, field, version, points: 1 })
    return { submissionId, version: stored.version, personId: person.personId }
  } catch (error) {
    if (error instanceof Refusal && error.code === 'conflict') return null
    throw error
  }
}

const kept = () =>
  query<{ submissionId: string; version: number; personId: string }>(
    `SELECT submission_id AS "submissionId", version, reviewer_id AS "personId" FROM review ORDER BY 1, 2`,
  )
const entries = () =>
  query<{ version: number; by: string }>(
    `SELECT e.version, e.reviewed_by AS by FROM review_entry e WHERE e.field = $1 ORDER BY e.submission_id`,
    [field],
  )
const inOrder = (told: readonly Told[]) =>
  told
    .filter((one) => one !== null)
    .toSorted((a, b) => a.submissionId.localeCompare(b.submissionId) || a.version - b.version)

it('of twenty who decide at once over one answer, one is heard and all others are told to look again', async () => {
  const told: Told[] = []
  for (const id of submissions) told.push(...(await Promise.all(all.map((person) => decide(person, id, 0)))))
  expect(inOrder(told)).toEqual(await kept())
  expect((await kept()).map(({ version }) => version)).toEqual(Array(answers).fill(1))
})

it('a decision over what nobody has seen yet is none', async () => {
  expect(await decide(all[0]!, submissions[0]!, 7)).toBeNull()
})

it('who looks again is heard in turn: every decision is kept, none lost, none out of its place', async () => {
  const insist = async (person: Principal, submissionId: string): Promise<Told> => {
    for (;;) {
      const [seen] = await query<{ version: number }>(
        'SELECT version FROM review_entry WHERE submission_id = $1 AND field = $2',
        [submissionId, field],
      )
      const told = await decide(person, submissionId, seen?.version ?? 0)
      if (told) return told
    }
  }
  const id = submissions[0]!
  const few = all.slice(0, 6)
  const told = await Promise.all(few.map((person) => insist(person, id)))
  const own = (await kept()).filter(({ submissionId }) => submissionId === id)
  expect(inOrder(told)).toEqual(own.slice(1))
  expect(own.map(({ version }) => version)).toEqual(Array.from({ length: few.length + 1 }, (_, k) => k + 1))
  const newest = Map.groupBy(await kept(), ({ submissionId }) => submissionId)
  expect(await entries()).toEqual(
    [...newest.values()].map((own) => ({ version: own.at(-1)?.version, by: own.at(-1)?.personId })),
  )
})
