import { createHash } from 'node:crypto'
import fc from 'fast-check'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readArchive } from '../../archive/read-archive.ts'
import type { Principal } from '../../auth/principal.ts'
import { closePools } from '../../db/pool.ts'
import { query } from '../../db/query.ts'
import { freshDatabase } from '../../db/testing/database.ts'
import { makeScenario, type Scenario } from '../../db/testing/scenario.ts'
import { zip } from '../../points/export/zip.ts'
import { makeCollection } from '../bank/collections.ts'
import { searchBank } from '../bank/search-bank.ts'
import { startBankReader } from '../bank/testing/bank-reader.ts'
import { ownBank, plantQuestion, questionText, writeBankFile } from '../bank/testing/own-bank.ts'
import { exportFiles } from './export-files.ts'
import { importFiles } from './import-files.ts'

let people: Scenario
let folder: string
let reader: Awaited<ReturnType<typeof startBankReader>>

type Files = Record<string, string | Uint8Array>

async function collected(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of bytes) chunks.push(chunk)
  return Buffer.concat(chunks)
}
const packed = (files: Files) =>
  collected(zip(Object.entries(files).map(([name, content]) => ({ name, content: [content] }))))
async function bring(files: Files, more: object = {}, who: Principal = people.tara, choices: object[] = []) {
  const head = Buffer.from(choices.length > 0 ? JSON.stringify(choices) : '')
  const asked = { course: people.courseId, choices: head.length, ...more }
  return (await importFiles(who, asked, async () => Buffer.concat([head, await packed(files)]))).files
}
const exported = async (who: Principal, asked: object) => collected((await exportFiles(who, asked)).bytes)
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

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

describe('what comes in goes out as the same bytes', () => {
  it('questions with their pictures, whatever their line ends and marks', async () => {
    const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#123456' } })
      .png()
      .withMetadata({ exif: { IFD0: { Make: 'Camera' } } })
      .toBuffer()
    const file = `cat-40x30-${hash(picture).slice(0, 16)}.png`
    const text = questionText({
      more: `figures:\n  map: { kind: image, file: ${file}, alt: A }\n`,
      text: ':figure[map]',
    })
    const files: Files = {
      'bank/crlf.md': text.replaceAll('\n', '\r\n'),
      'bank/decomposed.md': questionText({ title: 'E\u0301lan', text: 'trailing   \n\n\n' }),
      'bank/marked.md': `\uFEFF${questionText({ title: 'Marked' })}`,
      'bank/unreadable.md': '---\ntitle: [\n',
      [`figures/${file}`]: picture,
    }
    const brought = await bring(files)
    expect(brought.map(({ what, done }) => [what, done])).toEqual(Object.keys(files).map(() => ['new', true]))
    expect(brought.find(({ name }) => name === 'unreadable')?.problems[0]).toMatchObject({ line: expect.any(Number) })
    await searchBank(people.tara)
    const slugs = Object.keys(files).flatMap((name) => /bank\/(.+)\.md/.exec(name)?.[1] ?? [])
    const archive = await exported(people.tara, { slug: slugs, drafts: '1' })
    const out = await readArchive(archive)
    expect(Object.fromEntries(out.map(({ name, bytes }) => [name, hash(bytes)]))).toEqual(
      Object.fromEntries(Object.entries(files).map(([name, content]) => [name, hash(Buffer.from(content as string))])),
    )
    // the same again changes nothing, and the archive itself is the same bytes
    const again = await importFiles(people.ines, { course: people.courseId }, async () => archive)
    expect(again.files.every(({ what, done }) => what === 'same' && !done)).toBe(true)
    expect(hash(await exported(people.ines, { slug: slugs, drafts: '1' }))).toBe(hash(archive))
  })

  it('any text', async () => {
    const texts = fc.array(fc.string({ unit: 'binary', maxLength: 300 }), { minLength: 3, maxLength: 3 })
    let round = 0
    await fc.assert(
      fc.asyncProperty(texts, async (some) => {
        round += 1
        const files: Files = Object.fromEntries(
          some.map((text, at) => [`bank/any-${round}-${at}.md`, text.replaceAll('\u0000', '')]),
        )
        expect((await bring(files)).map(({ done }) => done)).toEqual(some.map(() => true))
        await searchBank(people.tara)
        const slug = some.map((_, at) => `any-${round}-${at}`)
        const out = await readArchive(await exported(people.tara, { slug, drafts: '1' }))
        expect(Object.fromEntries(out.map(({ name, bytes }) => [name, bytes.toString()]))).toEqual(
          Object.fromEntries(
            Object.entries(files).map(([name, text]) => [name, Buffer.from(text as string).toString()]),
          ),
        )
      }),
      { seed: 11, numRuns: 2 },
    )
  })
})

describe('what would be done is said before', () => {
  it('and done only where it was asked for', async () => {
    const { ines, outsider, courseId } = people
    writeBankFile(folder, 'of-the-house', questionText({ title: 'House' }))
    await plantQuestion('ours', ines, { courseId })
    const [row] = await query<{ id: string }>('SELECT course_id AS id FROM membership WHERE person_id = $1', [
      outsider.personId,
    ])
    await plantQuestion('theirs', outsider, { courseId: row?.id ?? '' })
    const files: Files = {
      'my folder/bank/ours.md': questionText({ title: 'Another' }),
      'my folder/bank/theirs.md': questionText(),
      'my folder/bank/of-the-house.md': questionText({ title: 'House' }),
      'my folder/bank/house-changed/of-the-house.md': 'x',
      'my folder/bank/fresh.md': questionText(),
      'my folder/bank/latin.md': Buffer.from([0xe9, 0x20]),
      'my folder/bank/nul.md': 'a\u0000b',
      'my folder/bank/new.md': questionText(),
      'my folder/exams/midterm.yaml': 'title: x',
      'my folder/.DS_Store': 'x',
      'my folder/figures/wrong-1x1-0123456789abcdef.png': 'no picture',
    }
    const said = async (more: object, choices: object[] = []) =>
      (await bring(files, more, people.tara, choices)).map(({ name, what, done }) => `${name} ${what} ${done}`)
    const looked = await said({ look: '1' })
    const draft = (slug: string) => ({ how: 'draft', path: `my folder/bank/${slug}.md`, revision: 0 })
    expect(looked).toEqual([
      'ours changed false',
      'theirs taken false',
      'of-the-house same false',
      'of-the-house taken false',
      'fresh new false',
      'latin refused false',
      'nul refused false',
      'new taken false',
      'null ignored false',
      'wrong-1x1-0123456789abcdef.png new false',
    ])
    const once = await said({}, [draft('ours'), draft('theirs')])
    expect(once.filter((line) => line.endsWith('true'))).toEqual(['ours changed true', 'fresh new true'])
    expect(once).toContain('wrong-1x1-0123456789abcdef.png refused false')
    expect((await said({}, [draft('ours')])).filter((line) => line.endsWith('true'))).toEqual([])
    const [theirs] = await query(
      `SELECT FROM question_draft d JOIN question q ON q.id = d.question_id WHERE slug = 'theirs'`,
    )
    expect(theirs).toBeUndefined()
    const [unpublished] = await bring({ 'ours.md': 'third' }, { look: '1' }, people.ines)
    expect(unpublished).toMatchObject({ what: 'changed', draftOf: 'Tara' })
  })

  it('to those who may: staff of the course, administrators for the house, before anything is read', async () => {
    const read = () => Promise.reject(new Error('read'))
    const { courseId: course, ada, outsider, ines, adam, tara } = people
    await expect(importFiles(null, { course }, read)).rejects.toMatchObject({ status: 401 })
    await expect(importFiles(ada, { course }, read)).rejects.toMatchObject({ status: 403 })
    await expect(importFiles(outsider, { course }, read)).rejects.toMatchObject({ status: 404 })
    await expect(importFiles(ines, { course: 'house' }, read)).rejects.toMatchObject({ status: 403 })
    await expect(importFiles(adam, { course: 'house' }, read)).rejects.toThrow('read')
    await expect(importFiles(tara, { course }, async () => Buffer.from('no zip'))).rejects.toMatchObject({
      status: 422,
    })
  })
})

describe('an export', () => {
  it('has what one may read and nothing else, drafts only of what one may edit', async () => {
    const { ada, tara, outsider, courseId: course } = people
    await searchBank(tara)
    await expect(exportFiles(ada, {})).rejects.toMatchObject({ status: 403 })
    await expect(exportFiles(tara, { slug: ['theirs'] })).rejects.toMatchObject({ status: 404 })
    await expect(exportFiles(outsider, { course })).rejects.toMatchObject({ status: 404 })
    const names = async (who: Principal, asked: object) =>
      (await readArchive(await exported(who, asked))).map(({ name }) => name)
    expect(await names(outsider, {})).toEqual(['bank/of-the-house.md', 'bank/theirs.md'])
    const textOf = async (asked: object) => (await readArchive(await exported(tara, asked)))[0]?.bytes.toString()
    expect(await textOf({ slug: ['ours'] })).toBe(questionText())
    expect(await textOf({ slug: ['ours'], drafts: '1' })).toBe(questionText({ title: 'Another' }))
    // who may use a question gets what is published of it, never the draft
    await query(
      `INSERT INTO question_share (question_id, course_id, "right", person_id)
       SELECT q.id, m.course_id, 'use', m.person_id FROM question q, membership m WHERE q.slug = 'ours' AND m.person_id = $1`,
      [outsider.personId],
    )
    const [shared] = await readArchive(await exported(outsider, { slug: ['ours'], drafts: '1' }))
    expect(shared?.bytes.toString()).toBe(questionText())
    const { id: collection } = await makeCollection(tara, { course, title: 'Ours', slugs: ['ours'] })
    expect(await names(tara, { collection })).toEqual(['bank/ours.md'])
    await expect(exportFiles(outsider, { collection })).rejects.toMatchObject({ status: 404 })
  })
})
