import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import type { OutgoingQuestion, ReadReport } from '../../exchange/report.ts'
import { choice3 } from '../../exchange/testing/qti-files.ts'
import { zip } from '../../points/export/zip.ts'
import { ExchangeDesk } from './exchange-desk.ts'

const desk = new ExchangeDesk()
afterAll(() => desk.end())

const personId = crypto.randomUUID()
const read = (bytes: Uint8Array | string, format = 'auto') =>
  desk.serve('read', {
    personId,
    given: { bytes: Buffer.from(bytes).toString('base64'), format },
  }) as Promise<ReadReport>
const write = (format: string, questions: { slug: string; source: string }[]) =>
  desk.serve('write', { personId, given: { format, seed: 'one', questions } }) as Promise<OutgoingQuestion[]>

async function packed(files: Record<string, string>): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of zip(Object.entries(files).map(([name, content]) => ({ name, content: [content] }))))
    pieces.push(piece)
  return Buffer.concat(pieces)
}

const bank = (slug: string) => ({ slug, source: readFileSync(`questions/bank/${slug}.md`, 'utf8') })

describe('foreign files, in a process beside the one that grades', () => {
  it('are read as what they seem to be, and say what becomes of them', async () => {
    const gift = await read('::Gate one:: Which? {=a ~b}\n\n::Gate one:: Which? {=a ~a}\n\nText.')
    expect(gift).toMatchObject({ format: 'gift', problems: [] })
    expect(gift.questions).toMatchObject([
      { slug: 'gate-one', was: 'multiple choice', fields: [{ name: 'answer', kind: 'choice' }], problems: [] },
      {
        slug: 'gate-one-2',
        problems: expect.arrayContaining([expect.objectContaining({ message: '“others” needs at least one option.' })]),
      },
      { slug: '', source: null, notes: [expect.stringContaining('no question')] },
    ])
    expect(await read('Q?\nA. x\nB. y\nANSWER: A')).toMatchObject({ format: 'aiken', questions: [{ slug: 'q' }] })
    expect(await read('<?xml version="1.0"?><quiz></quiz>')).toMatchObject({ format: 'moodle' })
    expect(await read(choice3)).toMatchObject({ format: 'qti', questions: [{ slug: 'one' }] })
    expect(await read('<quiz/>', 'gift')).toMatchObject({ format: 'gift' })
  })

  it('are asked for by a person, in words that are known', async () => {
    const given = { bytes: '', format: 'gift' }
    const refused = { status: 422, code: 'invalid' }
    await expect(desk.serve('read', { personId: 'nobody', given })).rejects.toMatchObject(refused)
    await expect(desk.serve('read', { personId, given: { ...given, format: 'word' } })).rejects.toMatchObject(refused)
    await expect(desk.serve('write', { personId, given })).rejects.toMatchObject(refused)
    expect(await desk.serve('look', { personId, given })).toBeUndefined()
  })

  it('may be packages; what is no archive is refused', async () => {
    const archive = await packed({ 'imsmanifest.xml': '<manifest/>', 'items/a.xml': choice3 })
    expect(await read(archive)).toMatchObject({ format: 'qti', questions: [{ title: 'One' }] })
    await expect(read(await packed({ '../a.xml': choice3 }))).rejects.toMatchObject({ status: 422, code: 'archive' })
    await expect(read(archive.subarray(0, 40))).rejects.toMatchObject({ code: 'archive' })
    await expect(read(gzipSync('x'))).rejects.toMatchObject({ status: 422, code: 'another-format' })
  })

  it('are written with the numbers of a variant, and read back', async () => {
    const questions = [bank('05-one-by-one')]
    for (const format of ['moodle', 'qti']) {
      const written = await write(format, questions)
      expect(written.map(({ text }) => text !== null)).toEqual([true])
      expect(written[0]?.notes.join()).toContain('boxes, each a number with its band')
      const file = format === 'moodle' ? `<quiz>${written[0]?.text}</quiz>` : (written[0]?.text ?? '')
      const back = await read(file, format)
      expect(back.questions.flatMap(({ problems }) => problems)).toEqual([])
      expect(back.questions.length).toBeGreaterThan(0)
    }
    const [broken] = await write('gift', [{ slug: 'broken', source: 'x' }])
    expect(broken).toMatchObject({ text: null, notes: [expect.stringContaining('no question yet')] })
  })
})
