import { afterAll, beforeAll, expect, it } from 'vitest'
import { closePools } from '../../db/pool.ts'
import { query } from '../../db/query.ts'
import { freshDatabase } from '../../db/testing/database.ts'
import { makeScenario, type Scenario } from '../../db/testing/scenario.ts'
import { zip } from '../../points/export/zip.ts'
import { startBankReader } from '../bank/testing/bank-reader.ts'
import { ownBank, plantQuestion, questionText } from '../bank/testing/own-bank.ts'
import { importFiles } from './import-files.ts'

let people: Scenario
let reader: Awaited<ReturnType<typeof startBankReader>>

beforeAll(async () => {
  await ownBank()
  reader = await startBankReader()
  await freshDatabase()
  people = await makeScenario()
  await plantQuestion('changed', people.ines, { courseId: people.courseId })
})
afterAll(async () => {
  reader.stop()
  await closePools()
})

const names = ['a', 'b', 'changed', 'd']
const draft = { how: 'draft', path: 'changed.md', revision: 0 }

/** All files again and again, as whoever goes on sends them. */
async function bring(...chosen: object[]) {
  const choices = Buffer.from(JSON.stringify(chosen))
  const files = names.map((name) => ({ name: `${name}.md`, content: [questionText({ title: `The ${name}` })] }))
  const chunks: Uint8Array[] = [choices]
  for await (const chunk of zip(files)) chunks.push(chunk)
  const asked = { course: people.courseId, choices: choices.length }
  const { files: brought, stopped } = await importFiles(people.tara, asked, async () => Buffer.concat(chunks))
  return { brought: brought.map(({ what, became }) => [what, became]), stopped }
}
const written = () =>
  query(
    `SELECT q.slug, count(h.id)::int AS origins FROM question_draft d JOIN question q ON q.id = d.question_id
     LEFT JOIN question_history h ON h.question_id = q.id AND h.what = 'imported' GROUP BY q.slug ORDER BY q.slug`,
  )

it('an import that ends in the middle says what was done, leaves nothing without its origin, and is gone on with', async () => {
  reader.left = 2
  expect(await bring({ how: 'rename', path: 'b.md', name: 'b-2' }, draft)).toEqual({
    brought: [
      ['new', 'a'],
      ['new', 'b-2'],
      ['changed', null],
      ['new', null],
    ],
    stopped: 'The grader does not answer just now. Please try again.',
  })
  expect(await written()).toEqual([
    { slug: 'a', origins: 1 },
    { slug: 'b-2', origins: 1 },
  ])
  reader.left = Number.POSITIVE_INFINITY
  expect(await bring({ how: 'skip', path: 'b.md' }, draft)).toEqual({
    brought: [
      ['same', null],
      ['new', null],
      ['changed', 'changed'],
      ['new', 'd'],
    ],
    stopped: null,
  })
  expect(await written()).toEqual(['a', 'b-2', 'changed', 'd'].map((slug) => ({ slug, origins: 1 })))
})
