import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Page, pageKey } from '../../grader/answers/pages.ts'
import { attemptPulse } from '../attempts/attempt-pulse.ts'
import { attemptState } from '../attempts/attempt-state.ts'
import { closeOverdue } from '../attempts/close-overdue.ts'
import { saveResponses } from '../attempts/save-responses.ts'
import { submitAttempt } from '../attempts/submit-attempt.ts'
import { takeOver } from '../attempts/take-over.ts'
import { closeScenario, openScenario } from '../attempts/testing/sit.ts'
import { query } from '../db/query.ts'
import type { Scenario } from '../db/testing/scenario.ts'
import { type Sitter, sitter } from '../evidence/testing/sitting.ts'
import { keptContent } from '../late/late-content.ts'
import { loadTasks } from '../worker/load-submissions.ts'
import { addPage } from './add-page.ts'
import { Darkroom } from './darkroom/darkroom.ts'
import { keepPage } from './keep-page.ts'
import { uploadLimits } from './limits.ts'
import { shownPages } from './shown-pages.ts'
import { pdf, photograph } from './testing/photograph.ts'

let people: Scenario
let sat: Sitter
let photo: Buffer

beforeAll(async () => {
  people = await openScenario()
  photo = await photograph()
})
const room = new Darkroom()
afterAll(async () => {
  room.close()
  await closeScenario()
})
beforeEach(async () => {
  sat = await sitter(people)
})

const add = (bytes: Buffer, page: string = randomUUID(), who = sat) =>
  addPage(who.person, who.attemptId, { page, field: who.why }, async () => bytes)
const state = () => attemptState(sat.person, sat.attemptId)
const saved = async (page: string) => (await state()).responses[pageKey(sat.why, page)]?.value as Page
const submit = (epoch = 1, revisions = {}) => submitAttempt(sat.person, sat.attemptId, { epoch, revisions })
const take = (page: string, revision = 2) =>
  saveResponses(sat.person, sat.attemptId, {
    epoch: 1,
    saves: [{ field: pageKey(sat.why, page), revision, opId: randomUUID(), value: null }],
  })

describe('a page', () => {
  it('is saved as an answer of its own, with the digests of what was sent and of what is shown', async () => {
    const { page, outcome, sheets } = await add(photo)
    expect({ outcome, sheets }).toEqual({ outcome: 'kept', sheets: 1 })
    const [image] = await query<{ sha256: string; data: Buffer; width: number; height: number }>(
      `SELECT i.*, b.data FROM upload_image i JOIN upload_blob b ON b.key = i.upload_id || '/' || i.sha256 || '-large.jpg'
       WHERE i.upload_id = $1`,
      [page],
    )
    expect(
      createHash('sha256')
        .update(image?.data ?? '')
        .digest('hex'),
    ).toBe(image?.sha256)
    const sent = createHash('sha256').update(photo).digest('hex')
    expect(await saved(page)).toEqual({
      kind: 'upload',
      page,
      sha256: sent,
      images: [image?.sha256],
      place: 1,
    })
  })

  it('stands upright, and nothing is left in it of the telephone, the place and the time', async () => {
    const { page } = await add(photo)
    const [image] = await query('SELECT width, height FROM upload_image WHERE upload_id = $1', [page])
    expect(image).toEqual({ width: 900, height: 1200 })
    expect(photo.includes('Exif') && photo.includes('SecretPhone')).toBe(true)
    for (const { data } of await query<{ data: Buffer }>('SELECT data FROM upload_blob WHERE key LIKE $1', [
      `${page}/%`,
    ]))
      for (const trace of ['Exif', 'SecretPhone', 'GPS', 'ICC_PROFILE', 'http'])
        expect(data.includes(trace), trace).toBe(false)
  })

  it('repeated is the same page; the id of another’s page is nobody’s', async () => {
    const { page } = await add(photo)
    const again = await Promise.all([add(photo, page), add(photo, page)])
    expect(again).toMatchObject([{ outcome: 'kept' }, { outcome: 'kept' }])
    expect(await query('SELECT FROM upload WHERE attempt_id = $1', [sat.attemptId])).toHaveLength(1)
    const other = await sitter(people)
    await expect(add(photo, page, other)).rejects.toMatchObject({ status: 404 })
  })

  it('sent twice at the same time is stored once, and what is saved is what is stored', async () => {
    const page = randomUUID()
    const place = { attemptId: sat.attemptId, personId: sat.person.personId, field: sat.why, cameraId: null }
    // the other request has stored its own and saves it in a moment
    const overtaken = async (...given: Parameters<Darkroom['develop']>) => {
      await query(
        `INSERT INTO upload (id, attempt_id, field, sha256, media_type, bytes, store) VALUES ($1, $2, $3, $4, 'image/jpeg', 1, 'postgres')`,
        [page, sat.attemptId, sat.why, 'cd'.repeat(32)],
      )
      return room.develop(...given)
    }
    await keepPage(place, page, async () => photo, { develop: overtaken })
    expect(await saved(page)).toMatchObject({ sha256: 'cd'.repeat(32), images: [] })
  })

  it('of a PDF has a picture for each of its pages', async () => {
    const { page, sheets } = await add(pdf(3))
    expect(sheets).toBe(3)
    expect((await saved(page)).images).toHaveLength(3)
  })

  it('adds to what another device adds, whoever took over', async () => {
    await add(photo)
    await takeOver(sat.person, sat.attemptId)
    await Promise.all([add(photo), add(photo)])
    const { responses } = await state()
    const pages = Object.values(responses).filter(({ value }) => value?.kind === 'upload')
    expect(pages).toHaveLength(3)
    expect(await attemptPulse(sat.person, sat.attemptId)).toMatchObject({ files: 3 })
  })

  it('goes on fields that take pages, of the asker’s own open attempt', async () => {
    for (const field of [sat.y, 'nothing.why', sat.why.replace('.', '#'), `${sat.why}/page-${randomUUID()}`, ''])
      await expect(
        addPage(sat.person, sat.attemptId, { page: randomUUID(), field }, async () => photo),
      ).rejects.toMatchObject({ status: 422 })
    const elsewhere = { page: randomUUID(), field: sat.why }
    for (const [who, status] of [
      [null, 401],
      [people.ada, 404],
      [people.tara, 404],
      [people.ines, 404],
    ] as const) {
      const read = () => Promise.reject(new Error('nothing is read for them'))
      await expect(addPage(who, sat.attemptId, elsewhere, read)).rejects.toMatchObject({ status })
    }
  })

  it('is refused in words where it cannot be read, and nothing is stored', async () => {
    await expect(add(photo.subarray(0, photo.length / 2))).rejects.toMatchObject({ status: 422, code: 'damaged' })
    await expect(add(Buffer.from('<svg onload="x()"/>'))).rejects.toMatchObject({ status: 422, code: 'not-taken' })
    expect(await query('SELECT FROM upload WHERE attempt_id = $1', [sat.attemptId])).toEqual([])
  })
})

describe('pages of a field', () => {
  it('are so many at most, whether as pictures or in a PDF; one taken off makes room', async () => {
    const { page } = await add(pdf(uploadLimits.pages))
    await expect(add(photo)).rejects.toMatchObject({ status: 422, code: 'too-many-pages' })
    await take(page)
    await expect(add(photo)).resolves.toMatchObject({ outcome: 'kept' })
    await expect(add(pdf(uploadLimits.pages))).rejects.toMatchObject({ code: 'too-many-pages' })
  })

  it('are not taken without end', async () => {
    await query(
      `INSERT INTO upload (id, attempt_id, field, sha256, media_type, bytes, store)
       SELECT gen_random_uuid(), $1, $2, '', 'image/jpeg', $3, 'postgres' FROM generate_series(1, 20)`,
      [sat.attemptId, sat.why, uploadLimits.attemptBytes / 20],
    )
    await expect(add(photo)).rejects.toMatchObject({ status: 422, code: 'full' })
  })

  it('may be put in another order and back again by the page itself, but none is made up', async () => {
    const [first, second] = [await add(photo), await add(photo)]
    const value = await saved(first.page)
    const save = (field: string, changed: object) =>
      saveResponses(sat.person, sat.attemptId, {
        epoch: 1,
        saves: [{ field, revision: 5, opId: randomUUID(), value: { ...value, ...changed } }],
      })
    await save(pageKey(sat.why, first.page), { place: 9 })
    const { submissionId } = await submit(1, { [pageKey(sat.why, first.page)]: 5 })
    const pages = await shownPages(query, [submissionId], { me: null, others: 'hidden' })
    expect(pages(submissionId, sat.why).map(({ page }) => page)).toEqual([second.page, first.page])
    const other = randomUUID()
    const forged: [string, object][] = [
      [pageKey(sat.why, other), {}],
      [pageKey(sat.why, other), { page: other }],
      [pageKey(sat.why, second.page), {}],
      [pageKey(sat.why, first.page), { sha256: 'ab'.repeat(32) }],
      [pageKey(sat.why, first.page), { images: [] }],
      [pageKey(sat.y, first.page), {}],
    ]
    for (const [field, changed] of forged) await expect(save(field, changed)).rejects.toMatchObject({ status: 422 })
  })
})

describe('what is handed in', () => {
  it('has the pages, its digest and its grading know of them, one taken off is gone', async () => {
    const [first, second] = [await add(photo), await add(pdf(1))]
    await take(second.page)
    const { submissionId } = await submit()
    const [row] = await query<{ digest: string; expected: string }>(
      `SELECT s.digest, (SELECT count(*) FROM submission_answer a WHERE a.submission_id = s.id) AS expected
       FROM submission s WHERE s.id = $1`,
      [submissionId],
    )
    expect(Number(row?.expected)).toBe(2)
    const [task] = await loadTasks([submissionId])
    expect(task?.row.answers[pageKey('why', first.page)]).toMatchObject({ kind: 'upload', page: first.page })
    expect(task?.row.answers[pageKey('why', second.page)]).toBeNull()
    const other = await sitter(people)
    const without = await submitAttempt(other.person, other.attemptId, { epoch: 1, revisions: {} })
    const [empty] = await query<{ digest: string }>('SELECT digest FROM submission WHERE id = $1', [
      without.submissionId,
    ])
    expect(row?.digest).not.toBe(empty?.digest)
  })

  it('waits for a page that this device says it has saved', async () => {
    const { page } = await add(photo)
    await expect(submit(1, { [pageKey(sat.why, page)]: 2 })).rejects.toMatchObject({ code: 'missing' })
    await expect(submit(1, { [pageKey(sat.why, page)]: 1 })).resolves.toMatchObject({})
  })

  it('counts a page that arrives within the sync grace; a later one is shown to staff', async () => {
    await sat.pass(60)
    await closeOverdue(sat.attemptId)
    const soon = await add(photo)
    expect(soon.outcome).toBe('accepted')
    await query('UPDATE exam SET sync_grace_seconds = 0 WHERE id = $1', [sat.examId])
    const late = await add(photo)
    expect(late.outcome).toBe('late')
    const [submission] = await query<{ id: string }>('SELECT id FROM submission WHERE attempt_id = $1', [sat.attemptId])
    const pages = await shownPages(query, [submission?.id ?? ''], { me: null, others: 'hidden' })
    expect(pages(submission?.id ?? '', sat.why).map(({ page }) => page)).toEqual([soon.page])
    const kept = await keptContent(sat.attemptId)
    expect(kept.flatMap(({ field, kept }) => (kept.some(({ waits }) => waits) ? [field] : []))).toEqual([
      pageKey(sat.why, late.page),
    ])
  })

  it('takes nothing more once it was handed in: what comes is kept as late', async () => {
    await submit()
    expect(await add(photo)).toMatchObject({ outcome: 'late' })
  })
})
