import { createHash } from 'node:crypto'
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { closePools } from '../../db/pool.ts'
import { freshDatabase } from '../../db/testing/database.ts'
import { makeScenario, type Scenario } from '../../db/testing/scenario.ts'
import { zip } from '../../points/export/zip.ts'
import { startBankReader } from '../bank/testing/bank-reader.ts'
import { ownBank, plantQuestion, questionText, writeBankFile } from '../bank/testing/own-bank.ts'
import { bothSides } from './both-sides.ts'
import { importFiles } from './import-files.ts'
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

it('pictures come in before the questions that name them, and go out into the folder as the bytes they came as', async () => {
  const picture = await sharp({ create: { width: 20, height: 10, channels: 3, background: '#123456' } })
    .png()
    .withMetadata({ exif: { IFD0: { Make: 'Camera' } } })
    .toBuffer()
  const file = `cat-20x10-${createHash('sha256').update(picture).digest('hex').slice(0, 16)}.png`
  const source = questionText({
    more: `figures:\n  cat: { kind: image, file: ${file}, alt: A }\n`,
    text: ':figure[cat]',
  })
  const bring = async (files: Record<string, string | Buffer>, look?: '1') => {
    const chunks: Uint8Array[] = []
    for await (const chunk of zip(Object.entries(files).map(([name, content]) => ({ name, content: [content] }))))
      chunks.push(chunk)
    const asked = { course: people.courseId, ...(look && { look }) }
    return (await importFiles(people.tara, asked, async () => Buffer.concat(chunks))).files
  }
  reader.left = 0
  const both = await bring({ 'bank/cat.md': source, [`figures/${file}`]: picture })
  expect(both.map(({ done }) => done)).toEqual([false, true])
  reader.left = Number.POSITIVE_INFINITY
  expect((await bring({ 'bank/cat.md': source }, '1')).map(({ missing }) => missing)).toEqual([[]])

  await plantQuestion('published', people.ines, { courseId: people.courseId, source })
  writeBankFile(folder, 'published', 'before')
  const [written, beside] = ['published.md', 'beside'].map((name) => path.join(folder, 'bank', name))
  // a second name of the same file: it has what was there before, which was not written over
  linkSync(written ?? '', beside ?? '')
  await syncQuestion(people.adam, { slug: 'published', way: 'to-folder' })
  expect([readFileSync(written ?? '', 'utf8'), readFileSync(beside ?? '', 'utf8')]).toEqual([source, 'before'])
  expect(readFileSync(path.join(folder, 'figures', file)).equals(picture)).toBe(true)
})

it('a folder that is not there holds nothing; one that cannot be read is no empty one', async () => {
  rmSync(path.join(folder, 'bank'), { recursive: true })
  // a draft that nobody has published is on neither side
  await plantQuestion('drafted', people.ines, { courseId: people.courseId, published: false })
  expect(await bothSides()).toEqual([{ slug: 'published', state: 'database-only' }])
  writeFileSync(path.join(folder, 'bank'), 'a file')
  await expect(bothSides()).rejects.toMatchObject({ code: 'ENOTDIR' })
})
