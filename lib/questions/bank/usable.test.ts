import { afterAll, beforeAll, expect, it } from 'vitest'
import { closePools } from '../../db/pool.ts'
import { query } from '../../db/query.ts'
import { freshDatabase } from '../../db/testing/database.ts'
import { makeScenario, type Scenario } from '../../db/testing/scenario.ts'
import { ownBank, plantQuestion } from './testing/own-bank.ts'
import { requireUsable, usableSlugs } from './usable.ts'

let people: Scenario

beforeAll(async () => {
  await ownBank()
  await freshDatabase()
  people = await makeScenario()
})
afterAll(closePools)

it('lets an exam have the house’s questions, its course’s, and those shared with it, once they are published', async () => {
  const { courseId, ines, outsider } = people
  const [row] = await query<{ id: string }>('SELECT course_id AS id FROM membership WHERE person_id = $1', [
    outsider.personId,
  ])
  const other = { courseId: row?.id ?? '' }
  await plantQuestion('house', people.adam)
  await plantQuestion('ours', ines, { courseId })
  await plantQuestion('ours-draft', ines, { courseId, published: false })
  await plantQuestion('ours-archived', ines, { courseId })
  await query(`UPDATE question SET archived_at = clock_timestamp() WHERE slug = 'ours-archived'`)
  await plantQuestion('theirs', outsider, other)
  const shared = await plantQuestion('shared', outsider, other)
  await query(`INSERT INTO question_share (question_id, course_id, "right", person_id) VALUES ($1, $2, 'use', $3)`, [
    shared,
    courseId,
    outsider.personId,
  ])
  const slugs = ['house', 'ours', 'ours-draft', 'ours-archived', 'theirs', 'shared', 'a-file']
  expect([...(await usableSlugs(query, courseId, slugs))].sort()).toEqual(['a-file', 'house', 'ours', 'shared'])
  await expect(requireUsable(query, courseId, ['house', 'theirs'])).rejects.toMatchObject({
    ...{ status: 422, code: 'not-usable', field: 'theirs' },
  })
  await requireUsable(query, courseId, ['house', 'shared'])
})
