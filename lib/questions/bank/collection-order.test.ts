import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Principal } from '../../auth/principal.ts'
import { closePools } from '../../db/pool.ts'
import { inTransaction, query } from '../../db/query.ts'
import { freshDatabase } from '../../db/testing/database.ts'
import { makeScenario, type Scenario } from '../../db/testing/scenario.ts'
import { refreshCards } from '../../worker/bank/refresh-cards.ts'
import { moveInCollection } from './collection-order.ts'
import { makeCollection } from './collections.ts'
import { searchBank } from './search-bank.ts'
import type { BankSearch } from './search-body.ts'
import { ownBank, plantQuestion, questionText } from './testing/own-bank.ts'

let people: Scenario
let collection: string

beforeAll(async () => {
  await ownBank()
  await freshDatabase()
  people = await makeScenario()
  const { courseId, ines, tara } = people
  for (const slug of ['a', 'b', 'hidden', 'c'])
    await plantQuestion(slug, ines, { courseId, source: questionText({ title: `Sum ${slug}` }) })
  await refreshCards()
  const slugs = ['c', 'a', 'hidden', 'b']
  collection = (await makeCollection(tara, { course: courseId, title: 'Sums', slugs })).id
  await query(`UPDATE question SET archived_at = clock_timestamp() WHERE slug = 'hidden'`)
})
afterAll(closePools)

const order = async (asked: BankSearch = {}) =>
  (await searchBank(people.tara, { collection, ...asked })).entries.map(({ slug }) => slug).join(' ')
const move = (slug: string, by: 'up' | 'down', who: Principal | null = people.tara) =>
  moveInCollection(who, collection, { slug, by })

it('a collection has the order in which it was put together, unless another is asked for', async () => {
  expect(await order()).toBe('c a b')
  expect(await order({ sort: 'title' })).toBe('a b c')
  expect(await order({ q: 'sum' })).toBe('a b c')
  expect(await order({ q: 'sum', sort: 'collection' })).toBe('c a b')
})

it('a question moves past the next one that is seen, and no farther than the end', async () => {
  await move('b', 'up')
  expect(await order()).toBe('c b a')
  await move('c', 'down')
  expect(await order()).toBe('b c a')
  await move('b', 'up')
  await move('a', 'down')
  expect(await order()).toBe('b c a')
  await expect(move('hidden', 'up')).rejects.toMatchObject({ status: 404 })
  // what was put away meanwhile is still in it
  await query(`UPDATE question SET archived_at = NULL WHERE slug = 'hidden'`)
  expect(await order()).toBe('b c a hidden')
})

it('a move that meets another change moves what that has left', async () => {
  let moved: Promise<void> = Promise.resolve()
  await inTransaction(async (run) => {
    await run('SELECT FROM collection WHERE id = $1 FOR UPDATE', [collection])
    moved = move('a', 'up')
    await new Promise((resolve) => setTimeout(resolve, 100))
    await run(
      `UPDATE collection_question SET position = 0 WHERE question_id = (SELECT id FROM question WHERE slug = 'a')`,
    )
  })
  await moved
  expect(await order()).toBe('a b c hidden')
})

it('is for staff of the course, and for what is in it', async () => {
  await expect(move('a', 'up', null)).rejects.toMatchObject({ status: 401 })
  await expect(move('a', 'up', people.ada)).rejects.toMatchObject({ status: 403 })
  await expect(move('a', 'up', people.outsider)).rejects.toMatchObject({ status: 404 })
  await expect(move('nowhere', 'up')).rejects.toMatchObject({ status: 404 })
  await expect(moveInCollection(people.tara, crypto.randomUUID(), { slug: 'a', by: 'up' })).rejects.toMatchObject({
    status: 404,
  })
})
