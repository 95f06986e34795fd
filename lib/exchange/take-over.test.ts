import { afterAll, beforeAll, expect, it } from 'vitest'
import { closePools } from '../db/pool.ts'
import { query } from '../db/query.ts'
import { freshDatabase } from '../db/testing/database.ts'
import { makeScenario, type Scenario } from '../db/testing/scenario.ts'
import { startReader, twice } from '../questions/versions/testing/grader.ts'
import { exportChoice } from './export-choice.ts'
import { takeOver } from './take-over.ts'

let people: Scenario
let grader: Awaited<ReturnType<typeof startReader>>

beforeAll(async () => {
  grader = await startReader()
  await freshDatabase()
  people = await makeScenario()
  grader.file('house', twice())
})
afterAll(async () => {
  grader.stop()
  await closePools()
})

const question = (slug: string, source = twice('2 a', slug)) => ({
  slug,
  source,
  notes: ['Hints were not carried.'],
})
const take = (...questions: ReturnType<typeof question>[]) =>
  takeOver(people.tara, { courseId: people.courseId, format: 'moodle', file: 'quiz.xml', questions })

it('makes drafts of the course, with where they came from', async () => {
  expect(await take(question('gates'), question('pools'))).toEqual({
    taken: [
      { asked: 'gates', slug: 'gates', what: 'new' },
      { asked: 'pools', slug: 'pools', what: 'new' },
    ],
  })
  const made = await query(
    `SELECT q.slug, q.course_id AS course, d.source, h.what, h.note, h.details, h.person_id AS person
     FROM question q JOIN question_draft d ON d.question_id = q.id JOIN question_history h ON h.question_id = q.id
     WHERE q.slug = 'gates'`,
  )
  const details = { format: 'moodle', file: 'quiz.xml', notes: ['Hints were not carried.'] }
  expect(made).toEqual([
    {
      slug: 'gates',
      course: people.courseId,
      source: twice('2 a', 'gates'),
      what: 'imported',
      note: 'quiz.xml',
      details,
      person: people.tara.personId,
    },
  ])
})

it('takes over what is no question yet, makes nothing twice, and finds a name where one is taken by another question, a file or a page', async () => {
  const { taken } = await take(
    question('gates'),
    question('gates', 'no question yet'),
    question('house'),
    question('import'),
  )
  expect(taken).toEqual([
    { asked: 'gates', slug: 'gates', what: 'there' },
    { asked: 'gates', slug: 'gates-2', what: 'new' },
    { asked: 'house', slug: 'house-2', what: 'new' },
    { asked: 'import', slug: 'import-2', what: 'new' },
  ])
  expect((await take(question('gates', 'no question yet'))).taken).toEqual([
    { asked: 'gates', slug: 'gates-2', what: 'there' },
  ])
  const histories = await query(
    `SELECT FROM question_history h JOIN question q ON q.id = h.question_id WHERE q.slug LIKE 'gates%'`,
  )
  expect(histories).toHaveLength(2)
})

it('is for the staff of the course', async () => {
  const given = { courseId: people.courseId, format: 'gift' as const, file: 'x', questions: [question('theirs')] }
  await expect(takeOver(people.ada, given)).rejects.toMatchObject({ status: 403 })
  await expect(takeOver(people.outsider, given)).rejects.toMatchObject({ status: 404 })
  expect(await query(`SELECT FROM question WHERE slug = 'theirs'`)).toEqual([])
})

it('can be chosen to go out by whoever may read it; what is not there is left out', async () => {
  const asked = ['gates', 'no-such-question', 'Not A Slug', 'gates']
  expect(await exportChoice(people.tara, asked)).toEqual([{ slug: 'gates', title: 'Twice' }])
  expect(await exportChoice(people.outsider, asked)).toEqual([])
  await expect(exportChoice(people.ada, asked)).rejects.toMatchObject({ status: 403 })
})
