import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readForeign } from './read-foreign.ts'
import { multichoice, quiz } from './testing/moodle-files.ts'
import { choice3 } from './testing/qti-files.ts'
import { one1, quiz1 } from './testing/qti1-files.ts'

const zipped = Buffer.from('PK')
const archive = (files: Record<string, string>) => async () =>
  Object.entries(files).map(([name, text]) => ({ name, bytes: Buffer.from(text) }))
const read = (text: string | Buffer, said: 'auto' | 'gift' = 'auto') =>
  readForeign(Buffer.from(text), said, archive({}))
const unpacked = (files: Record<string, string>) => readForeign(zipped, 'auto', archive(files))

describe('a foreign file', () => {
  it('is read as what it seems to be, whatever stands before it', async () => {
    const comment = `<?xml version="1.0"?>\n<!-- ${'x'.repeat(3000)} <quiz> -->\n`
    expect(await read(comment + choice3.replace(/<\?xml[^>]*>/, ''))).toMatchObject({ format: 'qti', items: [{}] })
    expect(await read(`<!-- one -->${quiz(multichoice).replace(/<\?xml[^>]*>/, '')}`)).toMatchObject({
      format: 'moodle',
      items: [{ title: 'One' }],
    })
    expect(await read('Q?\nA. x\nB. y\nANSWER: A')).toMatchObject({ format: 'aiken' })
    expect(await read('Q? {=x ~y}')).toMatchObject({ format: 'gift', items: [{ was: 'multiple choice' }] })
    expect(await read('<quiz/>', 'gift')).toMatchObject({ format: 'gift' })
  })

  it('may be packed, in a package of QTI or not', async () => {
    expect(
      await unpacked({ 'imsmanifest.xml': '<manifest/>', 'a/quiz.xml.qti': quiz1(one1), '__MACOSX/x.xml': 'x' }),
    ).toMatchObject({ format: 'qti', items: [{ was: 'multiple choice' }], problems: [] })
    expect(await unpacked({ 'a.xml': quiz(multichoice), 'b.xml': '<quiz/>' })).toMatchObject({
      format: 'moodle',
      items: [{ title: 'One' }],
      problems: ['b.xml: There is no question in this file.'],
    })
    expect(await unpacked({ 'a.txt': 'Q? {T}', 'b.gift': 'R? {F}' })).toMatchObject({ format: 'gift', items: [{}, {}] })
    expect(await unpacked({})).toMatchObject({ format: 'qti', problems: ['There is no item in it.'] })
  })

  it.each([
    ['a backup of Moodle', gzipSync('x'), /Export the questions as Moodle XML/],
    ['a PDF', '%PDF-1.7 x', /PDF/],
    ['an old document', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /office/],
    ['an exam of Numbas', '// Numbas version: finer_feedback\n{"name": "x"}', /Numbas/],
    ['JSON', ' [{"question": "x"}]', /JSON/],
  ])('is refused with the way to go where it is %s', async (_what, file, why) => {
    await expect(read(file)).rejects.toMatchObject({ status: 422, message: expect.stringMatching(why) })
  })

  it.each([
    [{ 'h5p.json': '{}', 'content/content.json': '{}' }, /H5P/],
    [{ '[Content_Types].xml': '<a/>', 'word/document.xml': '<a/>' }, /office/],
    [{ 'moodle_backup.xml': '<a/>' }, /backup of Moodle/],
    [{ 'bank/gru.md': '---' }, /question files of this house/],
  ])('is refused where it is an archive of something else: %o', async (files, why) => {
    await expect(unpacked(files as Record<string, string>)).rejects.toMatchObject({
      message: expect.stringMatching(why),
    })
  })
})
