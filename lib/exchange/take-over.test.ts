import { afterAll, beforeAll, expect, it } from 'vitest'
import { closePools } from '../db/pool.ts'
import { query } from '../db/query.ts'
import { freshDatabase } from '../db/testing/database.ts'
import { enrol, makeCourse, makeScenario, type Scenario } from '../db/testing/scenario.ts'
import { plantQuestion } from '../questions/bank/testing/own-bank.ts'
import { startReader, twice } from '../questions/versions/testing/grader.ts'
import { exchangeWork, mostBytes, mostQuestions } from './exchange-requests.ts'
import { exportChoice } from './export-choice.ts'
import { importCourses } from './import-courses.ts'
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
  // not even that a question is there already is said to others
  const known = { ...given, questions: [question('gates')] }
  await expect(takeOver(people.ada, known)).rejects.toMatchObject({ status: 403 })
  expect((await takeOver(people.tara, known)).taken).toMatchObject([{ what: 'there' }])
  expect(await query(`SELECT FROM question WHERE slug = 'theirs'`)).toEqual([])
})

it('can be chosen to go out by whoever may read it; what is not there is left out', async () => {
  const asked = ['gates', 'no-such-question', 'Not A Slug', 'gates']
  expect(await exportChoice(people.tara, asked)).toEqual([{ slug: 'gates', title: 'Twice' }])
  expect(await exportChoice(people.outsider, asked)).toEqual([])
  await expect(exportChoice(people.ada, asked)).rejects.toMatchObject({ status: 403 })
})

it('takes no more over at once than a request may hold', async () => {
  const many = Array.from({ length: 51 }, (_, k) => question(`many-${k}`))
  await expect(take(...many)).rejects.toMatchObject({ status: 422 })
  await expect(take()).rejects.toMatchObject({ status: 422 })
  const notes = Array.from({ length: 101 }, () => 'Hints were not carried.')
  await expect(take({ ...question('noted'), notes })).rejects.toMatchObject({ status: 422 })
  expect(await query(`SELECT FROM question WHERE slug LIKE 'many%' OR slug = 'noted'`)).toEqual([])
})

it('makes one of its own where another course has the very same text', async () => {
  const other = await makeCourse('Another')
  await enrol(other, people.tara, 'ta')
  const into = async (courseId: string) => {
    const given = { courseId, format: 'gift' as const, file: 'x.txt', questions: [question('same')] }
    return (await takeOver(people.tara, given)).taken[0]
  }
  expect(await into(people.courseId)).toMatchObject({ slug: 'same', what: 'new' })
  expect(await into(other)).toMatchObject({ slug: 'same-2', what: 'new' })
  expect(await into(other)).toMatchObject({ slug: 'same-2', what: 'there' })
})

it('looks for a free name only so long, and goes on for no other refusal', async () => {
  for (let n = 1; n <= 50; n++) await plantQuestion(n === 1 ? 'full' : `full-${n}`, people.ines, { published: false })
  await expect(take(question('full'))).rejects.toMatchObject({
    status: 409,
    message: 'There are too many questions called “full”.',
  })
  grader.goAway(true)
  await expect(take(question('late'))).rejects.toMatchObject({ status: 503 })
  grader.goAway(false)
})

it('offers no course in which one is a student', async () => {
  const [own, theirs] = [await makeCourse('Own'), await makeCourse('Theirs')]
  await enrol(own, people.ada, 'ta')
  await enrol(theirs, people.ada, 'student')
  expect(await importCourses(people.ada)).toEqual([{ id: own, title: 'Own' }])
})

it('asks the process beside for no more than it takes', () => {
  expect(exchangeWork.read.shape.bytes.maxLength).toBe(2 * mostBytes)
  const write = (length: number) =>
    exchangeWork.write.safeParse({
      format: 'gift',
      seed: 'x',
      questions: Array.from({ length }, () => ({ slug: 'a', source: 'b' })),
    }).success
  expect([write(mostQuestions), write(mostQuestions + 1)]).toEqual([true, false])
})
