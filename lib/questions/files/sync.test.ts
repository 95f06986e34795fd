import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { versionOf } from '../../../grader/question/parse-question.ts'
import { closePools } from '../../db/pool.ts'
import { query } from '../../db/query.ts'
import { freshDatabase } from '../../db/testing/database.ts'
import { makeScenario, type Scenario } from '../../db/testing/scenario.ts'
import { startBankReader } from '../bank/testing/bank-reader.ts'
import { ownBank, plantQuestion, publishText, questionText, writeBankFile } from '../bank/testing/own-bank.ts'
import { bothSides } from './both-sides.ts'
import { compareSides, knownComparison } from './compare-sides.ts'
import { syncQuestion } from './sync-question.ts'

let people: Scenario
let folder: string
let reader: Awaited<ReturnType<typeof startBankReader>>

beforeAll(async () => {
  folder = await ownBank()
  reader = await startBankReader()
  await freshDatabase()
  people = await makeScenario()
})
afterAll(async () => {
  reader.stop()
  await closePools()
})

const states = async () => Object.fromEntries((await bothSides()).map(({ slug, state }) => [slug, state]))
const fileOf = (slug: string) => readFileSync(path.join(folder, 'bank', `${slug}.md`), 'utf8')
const text = (title: string) => questionText({ title })

it('shows what changed on which side, and brings it together one way or the other', async () => {
  const { adam, ines, courseId } = people
  writeBankFile(folder, 'untouched', text('Untouched'))
  const gru = await plantQuestion('gru', ines, { courseId, source: text('GRU').replaceAll('\n', '\r\n') })
  expect(await states()).toEqual({ gru: 'database-only', untouched: 'file-only' })

  await syncQuestion(adam, { slug: 'gru', way: 'to-folder' })
  expect(fileOf('gru')).toBe(text('GRU').replaceAll('\n', '\r\n'))
  expect(readdirSync(path.join(folder, 'bank')).sort()).toEqual(['gru.md', 'untouched.md'])
  expect((await states()).gru).toBe('same')

  await publishText(gru, 'gru', text('GRU, mended'), ines)
  const { questions } = await compareSides(adam)
  expect(questions[0]).toMatchObject({
    slug: 'gru',
    title: 'GRU, mended',
    state: 'database-newer',
    published: { by: 'Ines' },
  })
  expect(questions[0]?.diff).toMatchObject({ hunks: [expect.anything()] })
  await syncQuestion(adam, { slug: 'gru', way: 'to-folder' })
  expect(fileOf('gru')).toBe(text('GRU, mended'))

  writeBankFile(folder, 'gru', text('GRU from the folder'))
  expect((await states()).gru).toBe('file-newer')
  await publishText(gru, 'gru', text('GRU, mended again'), ines)
  expect((await states()).gru).toBe('both')

  await syncQuestion(adam, { slug: 'gru', way: 'to-database' })
  const draft = () =>
    query(
      `SELECT d.source, d.revision FROM question_draft d JOIN question q ON q.id = d.question_id WHERE slug = 'gru'`,
    )
  expect(await draft()).toEqual([{ source: text('GRU from the folder'), revision: 1 }])
  await syncQuestion(adam, { slug: 'gru', way: 'to-database' })
  expect(await draft()).toMatchObject([{ revision: 1 }])
  expect(
    await query(
      `SELECT h.note FROM question_history h JOIN question q ON q.id = h.question_id WHERE slug = 'gru' AND h.what = 'imported'`,
    ),
  ).toEqual([{ note: 'bank/gru.md' }])
  writeBankFile(folder, 'gru', text('GRU from the folder, once more'))
  await syncQuestion(adam, { slug: 'gru', way: 'to-database' })
  expect(await draft()).toEqual([{ source: text('GRU from the folder, once more'), revision: 2 }])
  writeBankFile(folder, 'gru', text('GRU from the folder'))
  // what is published is published still, and a text that was only kept is not behind it
  await query(
    `WITH kept AS (INSERT INTO question_version (question_id, version, title, source, definition)
       VALUES ($1, $2, 'GRU', $3, '{}') RETURNING id)
     INSERT INTO question_history (question_id, what, question_version_id) SELECT $1, 'version', id FROM kept`,
    [gru, versionOf(text('GRU from the folder')), text('GRU from the folder')],
  )
  expect((await states()).gru).toBe('both')
  await query(
    `INSERT INTO question_history (question_id, what, question_version_id, person_id)
     SELECT $1, 'published', id, $3 FROM question_version WHERE question_id = $1 AND version = $2`,
    [gru, versionOf(text('GRU from the folder')), ines.personId],
  )
  expect((await states()).gru).toBe('same')
})

it('is for who looks after the house', async () => {
  for (const who of [people.ines, people.tara, people.ada]) {
    await expect(compareSides(who)).rejects.toMatchObject({ status: 403 })
    await expect(syncQuestion(who, { slug: 'gru', way: 'to-folder' })).rejects.toMatchObject({ status: 403 })
  }
  await expect(compareSides(null)).rejects.toMatchObject({ status: 401 })
  await expect(syncQuestion(people.adam, { slug: 'untouched', way: 'to-folder' })).rejects.toMatchObject({
    status: 404,
  })
  await expect(syncQuestion(people.adam, { slug: 'nowhere', way: 'to-database' })).rejects.toMatchObject({
    status: 404,
  })
  await expect(syncQuestion(people.adam, { slug: '../gru', way: 'to-folder' })).rejects.toMatchObject({ status: 422 })
})

it('shows what differs, those first that changed on both sides, a page at a time, and the rest where it is asked for', async () => {
  const { adam, ines } = people
  for (let k = 10; k < 36; k += 1) await plantQuestion(`many-${k}`, ines, { source: text(`Many ${k}`) })
  writeBankFile(folder, 'many-35', text('Another'))
  const counted = [
    { state: 'both', n: 1 },
    { state: 'database-only', n: 25 },
    { state: 'file-only', n: 1 },
  ]
  const first = await compareSides(adam)
  expect(first).toMatchObject({ page: 1, pages: 2, counts: expect.arrayContaining(counted) })
  expect(first.questions).toHaveLength(25)
  expect(first.questions[0]).toMatchObject({ slug: 'many-35', state: 'both', diff: { added: 1, removed: 1 } })
  const second = await compareSides(adam, { page: 2 })
  expect(second.questions.map(({ slug }) => slug)).toEqual(['many-34'])
  expect(await compareSides(adam, { page: 3 })).toEqual(first)
  const folded = await compareSides(adam, { state: 'file-only' })
  expect(folded.questions.map(({ slug, title, diff }) => [slug, title, diff])).toEqual([
    ['untouched', 'Untouched', null],
  ])
  expect(knownComparison({ state: 'elsewhere', page: '2', more: 'x' })).toEqual({ page: '2' })
  // a version that stands in no history was given to exams before there was one
  await query(
    `INSERT INTO question_version (question_id, version, title, source, definition) SELECT id, $1, 'Old', $2, '{}'
     FROM question WHERE slug = 'many-11'`,
    [versionOf(text('Old')), text('Old')],
  )
  writeBankFile(folder, 'many-11', text('Old'))
  expect((await states())['many-11']).toBe('database-newer')
})

it('says that a folder cannot be written to, and leaves nothing half done', async () => {
  // a folder where the file should be: that stops the administrator of the machine too
  const bank = path.join(folder, 'bank')
  rmSync(path.join(bank, 'gru.md'), { force: true })
  mkdirSync(path.join(bank, 'gru.md'))
  const before = readdirSync(bank)
  await expect(syncQuestion(people.adam, { slug: 'gru', way: 'to-folder' })).rejects.toMatchObject({ code: 'folder' })
  expect(readdirSync(bank)).toEqual(before)
})
