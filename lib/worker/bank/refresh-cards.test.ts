import { afterAll, beforeAll, expect, it } from 'vitest'
import { closePools } from '../../db/pool.ts'
import { query } from '../../db/query.ts'
import { freshDatabase } from '../../db/testing/database.ts'
import { makeScenario, type Scenario } from '../../db/testing/scenario.ts'
import { ownBank, plantQuestion, questionText } from '../../questions/bank/testing/own-bank.ts'
import { refreshCards } from './refresh-cards.ts'

let people: Scenario

beforeAll(async () => {
  await ownBank()
  await freshDatabase()
  people = await makeScenario()
})
afterAll(closePools)

it('a card follows every save of a draft, and is not made anew where nothing happened', async () => {
  const { courseId, ines } = people
  const id = await plantQuestion('a', ines, { courseId, published: false, source: questionText({ title: 'First' }) })
  const title = async () => (await query<{ title: string }>('SELECT title FROM question_card'))[0]?.title
  expect([await refreshCards(), await title()]).toEqual([1, 'First'])
  expect(await refreshCards()).toBe(0)
  await query(
    'UPDATE question_draft SET source = $2, revision = revision + 1, saved_at = clock_timestamp() WHERE question_id = $1',
    [id, questionText({ title: 'Second' })],
  )
  expect([await refreshCards(), await title()]).toEqual([1, 'Second'])
})
