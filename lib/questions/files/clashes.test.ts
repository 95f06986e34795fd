import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Principal } from '../../auth/principal.ts'
import { closePools } from '../../db/pool.ts'
import { query } from '../../db/query.ts'
import { freshDatabase } from '../../db/testing/database.ts'
import { makeScenario, type Scenario } from '../../db/testing/scenario.ts'
import { zip } from '../../points/export/zip.ts'
import { archiveQuestions } from '../bank/archive-questions.ts'
import { startBankReader } from '../bank/testing/bank-reader.ts'
import { ownBank, plantQuestion, questionText } from '../bank/testing/own-bank.ts'
import { saveDraft } from '../versions/save-draft.ts'
import { importFiles } from './import-files.ts'

let people: Scenario
let other: string
let reader: Awaited<ReturnType<typeof startBankReader>>

type Files = Record<string, string>

async function bring(files: Files, choices: object[] = [], look = false, who: Principal = people.tara) {
  const chunks: Uint8Array[] = [Buffer.from(choices.length > 0 ? JSON.stringify(choices) : '')]
  const length = chunks[0]?.length ?? 0
  const packed = zip(Object.entries(files).map(([name, content]) => ({ name, content: [content] })))
  for await (const chunk of packed) chunks.push(chunk)
  const course = who === people.outsider ? other : people.courseId
  const asked = { course, choices: length, ...(look ? { look: '1' as const } : {}) }
  return (await importFiles(who, asked, async () => Buffer.concat(chunks))).files
}
const draftOf = async (slug: string) =>
  (
    await query<{ source: string; revision: number }>(
      'SELECT d.source, d.revision FROM question_draft d JOIN question q ON q.id = d.question_id WHERE q.slug = $1',
      [slug],
    )
  )[0]
const imports = (slug: string) =>
  query<{ note: string; kept: boolean; by: string }>(
    `SELECT h.note, h.question_version_id IS NOT NULL AS kept, p.name AS by FROM question_history h
     JOIN question q ON q.id = h.question_id JOIN person p ON p.id = h.person_id
     WHERE q.slug = $1 AND h.what = 'imported' ORDER BY h.id`,
    [slug],
  )

beforeAll(async () => {
  await ownBank()
  reader = await startBankReader()
  await freshDatabase()
  people = await makeScenario()
  const { ines, outsider, courseId } = people
  const [row] = await query<{ id: string }>('SELECT course_id AS id FROM membership WHERE person_id = $1', [
    outsider.personId,
  ])
  other = row?.id ?? ''
  await plantQuestion('ours', ines, { courseId })
  await plantQuestion('ours-2', ines, { courseId })
  await plantQuestion('theirs', outsider, { courseId: other })
  await plantQuestion('of-old', ines, { courseId })
  await archiveQuestions(ines, { slugs: ['of-old'], archived: true })
})
afterAll(async () => {
  reader.stop()
  await closePools()
})

describe('a name that is here already', () => {
  const text = (title: string) => questionText({ title })
  const files: Files = {
    'ours.md': text('Mine'),
    'theirs.md': text('Mine too'),
    'folder/theirs.md': text('The same name again'),
    'of-old.md': text('Put away'),
    'archive.md': text('The name of a page'),
    'fresh.md': text('Fresh'),
  }

  it('is told with another one that is free', async () => {
    const looked = await bring(files, [], true)
    expect(looked.map(({ path, what, freeName, done }) => [path, what, freeName, done])).toEqual([
      ['ours.md', 'changed', 'ours-3', false],
      ['theirs.md', 'taken', 'theirs-2', false],
      ['folder/theirs.md', 'taken', 'theirs-3', false],
      ['of-old.md', 'taken', 'of-old-2', false],
      ['archive.md', 'taken', 'archive-2', false],
      ['fresh.md', 'new', null, false],
    ])
    expect(looked.map(({ message }) => message)).toEqual([
      ...[null, null, 'There is theirs.md already.'],
      ...['A question of this name was put away. It could be brought back first.', 'This name is a page’s.', null],
    ])
    // whose it is not learns nothing of it
    const [stranger] = await bring({ 'of-old.md': 'x' }, [], true, people.outsider)
    expect(stranger).toMatchObject({ what: 'taken', message: null })
    // nor does who could only use it
    await query(
      `INSERT INTO question_share (question_id, course_id, "right", person_id) SELECT id, $1, 'use', $2 FROM question WHERE slug = 'of-old'`,
      [other, people.ines.personId],
    )
    expect((await bring({ 'of-old.md': 'x' }, [], true, people.outsider))[0]?.message).toBeNull()
  })

  it('is left alone, left out or given up for another, as somebody chose', async () => {
    const brought = await bring(files, [
      { how: 'rename', path: 'theirs.md', name: 'theirs-2' },
      { how: 'rename', path: 'folder/theirs.md', name: 'theirs-2' },
      { how: 'rename', path: 'archive.md', name: 'new' },
      { how: 'skip', path: 'fresh.md' },
    ])
    expect(brought.map(({ became, done }) => [became, done])).toEqual([
      [null, false],
      ['theirs-2', true],
      [null, false],
      [null, false],
      [null, false],
      [null, false],
    ])
    expect(brought[0]?.message).toBeNull()
    expect(brought[2]?.message).toBe('There is a question of this name already.')
    expect(brought[4]?.message).toBe('This name is a page’s.')
    expect(await draftOf('theirs-2')).toEqual({ source: text('Mine too'), revision: 1 })
    expect(await draftOf('fresh')).toBeUndefined()
    expect(await draftOf('ours')).toBeUndefined()
  })

  it('becomes the next draft, but never of a text that nobody has looked at', async () => {
    const next = (revision: number) => bring({ 'ours.md': text('Mine') }, [{ how: 'draft', path: 'ours.md', revision }])
    expect((await next(0)).map(({ became, done }) => [became, done])).toEqual([['ours', true]])
    expect(await draftOf('ours')).toEqual({ source: text('Mine'), revision: 1 })
    await saveDraft(people.ines, 'ours', { source: 'Another hand', revision: 1 })
    const [late] = await next(1)
    expect(late).toMatchObject({ what: 'changed', revision: 2, draftOf: 'Ines', done: false })
    expect(late?.message).toBe('Ines has saved another text meanwhile.')
    expect((await next(2))[0]?.done).toBe(true)
    expect(await draftOf('ours')).toEqual({ source: text('Mine'), revision: 3 })
    // nobody makes it the draft of a question that is not theirs
    const [theirs] = await bring({ 'theirs.md': 'x' }, [{ how: 'draft', path: 'theirs.md', revision: 0 }])
    expect(theirs).toMatchObject({ what: 'taken', message: null, done: false })
    expect(await draftOf('theirs')).toBeUndefined()
  })
})

it('what was brought in stands in the history, as a version where it can be read', async () => {
  await bring({ 'bank/read.md': questionText({ title: 'Read' }), 'bank/broken.md': '---\ntitle: [\n' })
  expect(await imports('read')).toEqual([{ note: 'bank/read.md', kept: true, by: 'Tara' }])
  expect(await imports('broken')).toEqual([{ note: 'bank/broken.md', kept: false, by: 'Tara' }])
  expect(await imports('ours')).toHaveLength(2)
  // the same again is no event
  await bring({ 'bank/read.md': questionText({ title: 'Read' }) })
  expect(await imports('read')).toHaveLength(1)
})

it('takes no text that is longer than the editor’s', async () => {
  const [long] = await bring({ 'long.md': 'x'.repeat(200_001) }, [], true)
  expect(long).toMatchObject({ what: 'refused', message: 'It is longer than 200000 characters.', freeName: null })
})

it('says which pictures a question names that nobody has', async () => {
  const [gone, other] = ['cat-40x30-0123456789abcdef.png', 'dog-40x30-0123456789abcdef.png']
  const looked = await bring(
    { 'a.md': `${questionText()}\n${gone} ${other}`, [`figures/${other}`]: 'no picture' },
    [],
    true,
  )
  expect(looked.map(({ missing }) => missing)).toEqual([[gone], []])
})
