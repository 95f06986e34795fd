import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readArchive } from '../../archive/read-archive.ts'
import type { Principal } from '../../auth/principal.ts'
import { closePools } from '../../db/pool.ts'
import { query } from '../../db/query.ts'
import { freshDatabase } from '../../db/testing/database.ts'
import { makeScenario, type Scenario } from '../../db/testing/scenario.ts'
import { refreshCards } from '../../worker/bank/refresh-cards.ts'
import { makeCollection } from '../bank/collections.ts'
import { startBankReader } from '../bank/testing/bank-reader.ts'
import { ownBank, plantQuestion, questionText, writeBankFile } from '../bank/testing/own-bank.ts'
import { versionOfText } from '../versions/texts.ts'
import { exportFiles, exportFilesQuery } from './export-files.ts'
import { freeNames } from './free-names.ts'
import { importQuery } from './import-files.ts'
import { keepOrigin } from './keep-origin.ts'
import { lookAtFiles } from './look-at-files.ts'

let people: Scenario
let reader: Awaited<ReturnType<typeof startBankReader>>
const text = (title: string) => questionText({ title })

beforeAll(async () => {
  const folder = await ownBank()
  reader = await startBankReader()
  await freshDatabase()
  people = await makeScenario()
  const { courseId, ines, outsider } = people
  await plantQuestion('ours', ines, { courseId, source: text('Ours') })
  await plantQuestion('ours-draft', ines, { courseId, published: false, source: text('Our draft') })
  // no file of the house's, though it has the name of one
  writeBankFile(folder, 'ours-draft', text('A file'))
  await query(
    `INSERT INTO question_draft (question_id, source, person_id) SELECT id, $1, $2 FROM question WHERE slug = 'ours'`,
    [text('Ours'), ines.personId],
  )
  await query(
    `INSERT INTO question_share (question_id, course_id, "right", person_id)
     SELECT q.id, m.course_id, 'use', $2 FROM question q, membership m WHERE q.slug = 'ours' AND m.person_id = $1`,
    [outsider.personId, ines.personId],
  )
  await refreshCards()
})
afterAll(async () => {
  reader.stop()
  await closePools()
})

const look = async (who: Principal, files: Record<string, string>) =>
  (
    await lookAtFiles(
      who.personId,
      Object.entries(files).map(([name, source]) => ({ name, bytes: Buffer.from(source) })),
    )
  ).map(({ report }) => report)
async function exported(who: Principal, asked: object) {
  const chunks: Uint8Array[] = []
  for await (const chunk of (await exportFiles(who, asked)).bytes) chunks.push(chunk)
  return readArchive(Buffer.concat(chunks))
}
const setDraft = (source: string) =>
  query(`UPDATE question_draft d SET source = $1 FROM question q WHERE q.id = d.question_id AND q.slug = 'ours'`, [
    source,
  ])

describe('a file that has the name of a question', () => {
  it('is another text, whose draft somebody writes or nobody', async () => {
    const files = { 'ours.md': text('New'), 'ours-draft.md': text('New') }
    expect((await look(people.tara, files)).map(({ what, draftOf }) => [what, draftOf])).toEqual([
      ['changed', null],
      ['changed', 'Ines'],
    ])
  })

  it('tells nothing of a draft to who may only use the question', async () => {
    await setDraft('secret')
    const [same, guessed, other] = await Promise.all(
      [text('Ours'), 'secret', 'another'].map((source) => look(people.outsider, { 'ours.md': source })),
    )
    expect([same, guessed, other].map((one) => one?.[0]?.what)).toEqual(['same', 'taken', 'taken'])
    await setDraft(text('Ours'))
  })

  it('is read together with a hundred others, and no endless list of its mistakes is told', async () => {
    const many = Object.fromEntries(Array.from({ length: 101 }, (_, k) => [`many-${k}.md`, '---\ntitle: [\n']))
    const reports = await look(people.tara, many)
    expect(reports.filter(({ problems }) => problems.length > 0)).toHaveLength(101)
    const wrong = Array.from({ length: 30 }, (_, k) => `  y${k}: nowhere(${k})\n`).join('')
    const [long] = await look(people.tara, {
      'long.md': text('Long').replace('  y: sum(x)\n', `  y: sum(x)\n${wrong}`),
    })
    expect(long?.problems).toHaveLength(20)
  })
})

it('other names are free, short enough and not endlessly many', async () => {
  await query(`INSERT INTO question (slug) SELECT 'crowd-' || n FROM generate_series(2, 21) n`)
  const long = `${'a'.repeat(75)}-bcd`
  expect(await freeNames([long, 'crowd', 'ours', 'ours'], ['ours-2'])).toEqual([
    `${'a'.repeat(75)}-2`,
    null,
    'ours-3',
    'ours-4',
  ])
})

it('an export has what was asked for once, of the collection and the course that were named', async () => {
  const { courseId: course, tara, adam } = people
  await plantQuestion('elsewhere', adam)
  const [mine] = await query<{ id: string }>(`SELECT id FROM course WHERE title = 'Another course'`)
  await plantQuestion('theirs', people.outsider, { courseId: mine?.id ?? '' })
  await refreshCards()
  const names = async (who: Principal, asked: object) => (await exported(who, asked)).map(({ name }) => name)
  await makeCollection(tara, { course, title: 'One', slugs: ['elsewhere'] })
  const { id: collection } = await makeCollection(tara, { course, title: 'Two', slugs: ['ours'] })
  expect(await names(tara, { collection })).toEqual(['bank/ours.md'])
  expect(await names(tara, { slug: ['ours', 'ours'] })).toEqual(['bank/ours.md'])
  expect(await names(adam, { course })).toEqual(['bank/elsewhere.md', 'bank/ours.md', 'bank/ours-draft.md'])
  // a question of a course is its draft, whatever file there is of its name
  const [draft] = await exported(tara, { slug: ['ours-draft'] })
  expect(draft?.bytes.toString()).toBe(text('Our draft'))
})

it('a text that was replaced meanwhile is not begun from what was brought in', async () => {
  const source = text('Brought in')
  const read = { ok: true, version: versionOfText(source), title: 'Brought in', definition: {} } as const
  await keepOrigin(people.tara.personId, 'ours', source, { file: 'ours.md' }, read)
  await keepOrigin(people.tara.personId, 'nowhere', source, { file: 'nowhere.md' }, read)
  expect(
    await query(
      `SELECT d.based_on, h.note FROM question_draft d JOIN question q ON q.id = d.question_id
       JOIN question_history h ON h.question_id = q.id AND h.what = 'imported'`,
    ),
  ).toEqual([{ based_on: null, note: 'ours.md' }])
})

it('no more is asked for at once than can be given', () => {
  const slugs = (n: number) => ({ slug: Array.from({ length: n }, (_, k) => `q${k}`) })
  const bytes = (choices: number) => ({ course: 'house', choices: String(choices) })
  expect([500, 501].map((n) => exportFilesQuery.safeParse(slugs(n)).success)).toEqual([true, false])
  expect([1_000_000, 1_000_001].map((n) => importQuery.safeParse(bytes(n)).success)).toEqual([true, false])
})
