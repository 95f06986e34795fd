import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readPictureName } from '../../../grader/question/picture-name.ts'
import { startAttempt } from '../../attempts/start-attempt.ts'
import type { Principal } from '../../auth/principal.ts'
import { closePools } from '../../db/pool.ts'
import { query } from '../../db/query.ts'
import { freshDatabase } from '../../db/testing/database.ts'
import { makeExam, makeScenario, type Scenario } from '../../db/testing/scenario.ts'
import { pdf, photograph } from '../../uploads/testing/photograph.ts'
import { refreshCards } from '../../worker/bank/refresh-cards.ts'
import { ownBank, plantQuestion, questionText, writeBankFile } from '../bank/testing/own-bank.ts'
import { figureImage, figureParams } from './figure-image.ts'
import { figureBytes, keepNamedFigure, keepNewFigure, knownFigure, missingFigures } from './stored-figures.ts'
import { uploadFigure } from './upload-figure.ts'

let people: Scenario
let folder: string
let drawing: Buffer

const drawn = (width: number, height = 80, colour = '#c02020') =>
  sharp({ create: { width, height, channels: 4, background: colour } })
const upload = (who: Principal, bytes: Buffer, name = 'My map.png', slug = 'ours') =>
  uploadFigure(who, slug, { name }, async () => bytes)
const withPicture = (file: string) =>
  questionText({ more: `figures:\n  map: { kind: image, file: ${file}, alt: A map. }\n`, text: ':figure[map]' })

beforeAll(async () => {
  folder = await ownBank()
  await freshDatabase()
  people = await makeScenario()
  await plantQuestion('ours', people.ines, { courseId: people.courseId, published: false })
  await plantQuestion('of-the-house', people.adam)
  drawing = await drawn(120)
    .png()
    .withMetadata({ exif: { IFD0: { Make: 'SecretPhone' } } })
    .toBuffer()
})
afterAll(closePools)

describe('a picture that is sent', () => {
  it('is kept as its pixels and named after them, its size and what its author called it', async () => {
    const { file, width, height } = await upload(people.tara, drawing)
    expect({ file, width, height }).toEqual({
      ...{ file: expect.stringMatching(/^my-map-120x80-[0-9a-f]{16}\.png$/), width: 120, height: 80 },
    })
    const { bytes, type } = await figureImage(people.tara, file)
    expect(type).toBe('image/png')
    expect(bytes.includes('SecretPhone')).toBe(false)
    expect(createHash('sha256').update(bytes).digest('hex')).toMatch(new RegExp(`^${readPictureName(file)?.hash}`))
    const again = await drawn(120).png().toBuffer()
    const twice = await Promise.all([upload(people.ines, again), upload(people.tara, again)])
    expect(twice.map((one) => one.file)).toEqual([file, file])
  })

  it('of a camera becomes upright JPEG, a huge one smaller', async () => {
    const { file, width, height } = await upload(people.tara, await photograph())
    expect([path.extname(file), width, height]).toEqual(['.jpg', 900, 1200])
    const wide = await upload(people.tara, await drawn(3000, 300).png().toBuffer())
    expect([wide.width, wide.height]).toEqual([2000, 200])
  })

  it.each<[string, () => Buffer | Promise<Buffer>, number]>([
    ['a PDF', () => pdf(1), 422],
    ['SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 422],
    ['half a picture', () => drawing.subarray(0, 90), 422],
    ['nothing', () => Buffer.alloc(0), 422],
  ])('is refused: %s', async (_what, bytes, status) => {
    await expect(upload(people.tara, await bytes())).rejects.toMatchObject({ status })
  })

  it('is taken from those who may edit the question, before it is read', async () => {
    const read = () => Promise.reject(new Error('read'))
    const by = (who: Principal | null, slug: string) => uploadFigure(who, slug, { name: 'x' }, read)
    await expect(by(null, 'ours')).rejects.toMatchObject({ status: 401 })
    await expect(by(people.ada, 'ours')).rejects.toMatchObject({ status: 403 })
    await expect(by(people.outsider, 'ours')).rejects.toMatchObject({ status: 404 })
    await expect(by(people.ines, 'of-the-house')).rejects.toMatchObject({ status: 403 })
    await expect(by(people.adam, 'of-the-house')).rejects.toThrow('read')
    const endless = uploadFigure(people.tara, 'ours', { name: 'x'.repeat(301) }, read)
    await expect(endless).rejects.toMatchObject({ status: 422 })
    expect(figureParams.safeParse({ file: '../secret.png' }).success).toBe(false)
  })
})

describe('a picture is shown', () => {
  it('to staff who may read a question that has it', async () => {
    const { file } = await upload(people.adam, await drawn(60).png().toBuffer(), 'x', 'of-the-house')
    await expect(figureImage(people.outsider, file)).rejects.toMatchObject({ status: 404 })
    await query(
      `INSERT INTO question_draft (question_id, source, person_id) SELECT id, $1, $2 FROM question WHERE slug = 'of-the-house'`,
      [withPicture(file), people.adam.personId],
    )
    // it is in the draft alone, which staff do not read
    await expect(figureImage(people.outsider, file)).rejects.toMatchObject({ status: 404 })
    await plantQuestion('another-of-the-house', people.adam, { source: withPicture(file) })
    await refreshCards()
    await figureImage(people.outsider, file)
    // a course that may use a question sees nothing of one that is a draft only
    const [other] = await query<{ id: string }>('SELECT course_id AS id FROM membership WHERE person_id = $1', [
      people.outsider.personId,
    ])
    const drafted = await upload(people.tara, await drawn(61).png().toBuffer())
    await query(
      `WITH q AS (SELECT id FROM question WHERE slug = 'ours'), shared AS (
         INSERT INTO question_share (question_id, course_id, "right", person_id) SELECT id, $1, 'use', $2 FROM q)
       UPDATE question_draft d SET source = $3, revision = revision + 1 FROM q WHERE d.question_id = q.id`,
      [other?.id, people.ines.personId, withPicture(drafted.file)],
    )
    await refreshCards()
    await figureImage(people.ines, drafted.file)
    await expect(figureImage(people.outsider, drafted.file)).rejects.toMatchObject({ status: 404 })
    // put away, it is read by whoever has its address
    await query(`UPDATE question SET archived_at = clock_timestamp() WHERE slug = 'another-of-the-house'`)
    await figureImage(people.outsider, file)
    await expect(figureImage(people.ada, file)).rejects.toMatchObject({ status: 404 })
    await expect(figureImage(null, file)).rejects.toMatchObject({ status: 401 })
  })

  it('to students in whose attempts it stands', async () => {
    const { file } = await upload(people.tara, await drawn(70).png().toBuffer())
    const examId = await examWith(file)
    await expect(figureImage(people.ada, file)).rejects.toMatchObject({ status: 404 })
    await startAttempt(people.ada, examId)
    await figureImage(people.ada, file)
    await expect(figureImage(people.ben, file)).rejects.toMatchObject({ status: 404 })
    const { file: other } = await upload(people.tara, await drawn(71).png().toBuffer())
    await expect(figureImage(people.ada, other)).rejects.toMatchObject({ status: 404 })
  })

  it('only where the attempt may be worked on, while it is', async () => {
    const { file } = await upload(people.tara, await drawn(72).png().toBuffer())
    const examId = await examWith(file, '192.0.2.0/24')
    const inside = { ...people.ben, visit: { address: '192.0.2.7' } } as Principal
    await startAttempt(inside, examId)
    await figureImage(inside, file)
    await expect(figureImage(people.ben, file)).rejects.toMatchObject({ status: 403 })
    await query(`UPDATE attempt SET state = 'closed' WHERE exam_id = $1`, [examId])
    await figureImage(people.ben, file)
    // what was handed in stays before them, wherever another attempt may be worked on
    await startAttempt(inside, await examWith(file, '192.0.2.0/24'))
    await figureImage(people.ben, file)
  })

  it('to staff of a question that had it once', async () => {
    const { file } = await upload(people.adam, await drawn(73).png().toBuffer(), 'x', 'of-the-house')
    await expect(figureImage(people.ines, file)).rejects.toMatchObject({ status: 404 })
    await query(
      `INSERT INTO question_version (question_id, version, title, source, definition) SELECT id, 'once', 'Ours', '', $1
       FROM question WHERE slug = 'ours'`,
      [JSON.stringify({ figures: [{ kind: 'image', name: 'map', file }] })],
    )
    await figureImage(people.ines, file)
    await expect(figureImage(people.stranger, file)).rejects.toMatchObject({ status: 404 })
  })
})

/** An exam whose first question has the picture; it may be sat in a network alone. */
async function examWith(file: string, network: string | null = null): Promise<string> {
  const examId = await makeExam(people.courseId)
  await query('INSERT INTO exam_access (exam_id, networks) VALUES ($1, $2)', [examId, network ? [network] : []])
  await query('ALTER TABLE question_version DISABLE TRIGGER ALL')
  await query(
    `UPDATE question_version SET definition = $1
     WHERE id = (SELECT question_version_id FROM exam_question WHERE exam_id = $2 ORDER BY position LIMIT 1)`,
    [JSON.stringify({ figures: [{ kind: 'image', name: 'map', file }] }), examId],
  )
  await query('ALTER TABLE question_version ENABLE TRIGGER ALL')
  return examId
}

describe('a picture that has its name already', () => {
  it('is given back byte by byte, whatever was cleaned of it to show it', async () => {
    const file = `cat-120x80-${createHash('sha256').update(drawing).digest('hex').slice(0, 16)}.png`
    const kept = await keepNamedFigure(file, drawing, null)
    expect((await figureBytes(kept, 'given')).equals(drawing)).toBe(true)
    expect((await figureBytes(kept, 'shown')).includes('SecretPhone')).toBe(false)
    await expect(keepNamedFigure(file, await drawn(120).png().toBuffer(), null)).rejects.toMatchObject({
      code: 'another-picture',
    })
    // a JPEG that calls itself PNG
    const jpeg = await drawn(120).jpeg().toBuffer()
    const posing = `cat-120x80-${createHash('sha256').update(jpeg).digest('hex').slice(0, 16)}.png`
    await expect(keepNamedFigure(posing, jpeg, null)).rejects.toMatchObject({ code: 'another-picture' })
    for (const size of ['120x81', '121x80'])
      await expect(keepNamedFigure(file.replace('120x80', size), drawing, null)).rejects.toMatchObject({
        code: 'another-picture',
      })
    await expect(keepNamedFigure('cat.png', drawing, null)).rejects.toMatchObject({ status: 422, code: 'invalid' })
  })

  it('is taken from beside the question files when it is asked for', async () => {
    const made = await keepNewFigure('made', await drawn(33).png().toBuffer(), null)
    const bytes = await figureBytes(made, 'given')
    const other = await drawn(34).png().toBuffer()
    const digest = createHash('sha256').update(other).digest('hex').slice(0, 16)
    vi.spyOn(console, 'error').mockImplementation(() => {})
    mkdirSync(path.join(folder, 'figures'))
    const [good, bad] = [`beside-34x80-${digest}.png`, `bad-33x80-${digest}.png`]
    writeFileSync(path.join(folder, 'figures', good), other)
    writeFileSync(path.join(folder, 'figures', bad), bytes)
    writeBankFile(folder, 'with-picture', withPicture(good))
    await refreshCards()
    expect((await figureImage(people.tara, good)).type).toBe('image/png')
    expect(await missingFigures([good, bad, made.file, '../secret.png'])).toEqual([bad, '../secret.png'])
    expect(await knownFigure('nothing-1x1-0123456789abcdef.png')).toBeNull()
    // what has no name of a picture is not even looked for, though it is there
    writeFileSync(path.join(folder, 'secret.png'), other)
    vi.mocked(console.error).mockClear()
    expect(await knownFigure('../secret.png')).toBeNull()
    expect(console.error).not.toHaveBeenCalled()
    await expect(figureBytes({ ...made, shownSha256: 'gone' }, 'shown')).rejects.toThrow('is not in the store')
  })
})
