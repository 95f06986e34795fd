import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { readArchive } from '../archive/read-archive.ts'
import type { Principal } from '../auth/principal.ts'
import { closePools } from '../db/pool.ts'
import { query } from '../db/query.ts'
import { freshDatabase } from '../db/testing/database.ts'
import { makeScenario, type Scenario } from '../db/testing/scenario.ts'
import { ownBank, plantQuestion } from '../questions/bank/testing/own-bank.ts'
import { askExchange } from './ask-exchange.ts'
import { readMoodle } from './moodle/read-moodle.ts'
import type { ForeignFormat, OutgoingQuestion } from './report.ts'
import { takePicture } from './take-picture.ts'
import { drawing } from './testing/drawings.ts'
import * as sample from './testing/sample-items.ts'
import { exportFile, exportReport } from './write-export.ts'
import { writeForeign } from './write-foreign.ts'

vi.mock('./ask-exchange.ts', () => ({ askExchange: vi.fn() }))

let people: Scenario
beforeAll(async () => {
  await ownBank()
  await freshDatabase()
  people = await makeScenario()
  await plantQuestion('ours', people.ines, { courseId: people.courseId })
})
afterAll(closePools)

const nameOf = (bytes: Buffer, type: string, width: number) =>
  `map-${width}x8-${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.${type}`
const take = (who: Principal | null, file: string, bytes: Buffer) =>
  takePicture(who, { courseId: people.courseId, file }, async () => bytes)

it('is kept under the name that the questions have, or under another one where it has to be changed', async () => {
  const png = await drawing(21)
  const file = nameOf(png, 'png', 21)
  expect(await take(people.tara, file, png)).toEqual({ file })
  expect(await take(people.ines, file, png)).toEqual({ file })
  const webp = await drawing(22, 'webp')
  const other = await take(people.tara, nameOf(webp, 'png', 22), webp)
  expect(other.file).toMatch(/^map-22x8-[0-9a-f]{16}\.jpg$/)
  const wide = await drawing(2400)
  expect((await take(people.tara, nameOf(wide, 'png', 2400), wide)).file).toMatch(/^map-2000x\d-/)
  await expect(take(people.tara, file, Buffer.from('no picture'))).rejects.toMatchObject({ status: 422 })
})

it('is taken from the staff of the course alone, and looked at only then', async () => {
  const read = vi.fn(async () => Buffer.from('x'))
  const given = { courseId: people.courseId, file: 'map-9x9-0123456789abcdef.png' }
  for (const [who, status] of [
    [people.ada, 403],
    [people.outsider, 404],
    [null, 401],
  ] as const)
    await expect(takePicture(who, given, read)).rejects.toMatchObject({ status })
  await expect(takePicture(people.tara, { ...given, file: '../x.png' }, read)).rejects.toMatchObject({ status: 422 })
  expect(read).not.toHaveBeenCalled()
  expect(await query(`SELECT FROM figure WHERE file LIKE 'map-9x9%'`)).toEqual([])
})

it('goes out with its question, and what is missing is told', async () => {
  const png = await drawing(23)
  const { file } = await take(people.tara, nameOf(png, 'png', 23), png)
  const gone = 'gone-5x5-0123456789abcdef.png'
  const item = {
    ...sample.itemOf(sample.one),
    body: ':figure[map] :figure[gone]\n\n:answer[answer]',
    figures: [
      { name: 'map', file, alt: 'A map' },
      { name: 'gone', file: gone, alt: 'Gone' },
    ],
  }
  vi.mocked(askExchange).mockImplementation(async (_person, _work, given) => {
    const { format } = given as { format: ForeignFormat }
    const made = { slug: 'ours', title: 'Ours', ...writeForeign(format, item) }
    return [made satisfies OutgoingQuestion] as never
  })
  const asked = (format: ForeignFormat) => ({ format, slugs: 'ours' })
  const { questions } = await exportReport(people.tara, asked('qti'))
  expect(questions[0]?.notes.at(-1)).toBe(`The picture ${gone} is not here: upload it in the editor.`)

  const bytes = async (format: ForeignFormat) =>
    Buffer.concat(await pieces((await exportFile(people.tara, asked(format))).bytes))
  const files = await readArchive(await bytes('qti'))
  expect(files.map(({ name }) => name)).toEqual(['imsmanifest.xml', 'items/ours.xml', `images/${file}`])
  const shown = files.at(-1)?.bytes
  const [back] = readMoodle((await bytes('moodle')).toString()).items
  expect([...(back?.pictures.values() ?? [])]).toEqual([shown])
  expect(back?.notes).toContainEqual(expect.stringContaining(`The picture ${gone} was not carried`))
  expect((await bytes('gift')).toString()).toContain('(A map)')
})

async function pieces(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const all: Uint8Array[] = []
  for await (const piece of bytes) all.push(piece)
  return all
}
