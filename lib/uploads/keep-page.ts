import { createHash } from 'node:crypto'
import { type Page, pageKey } from '../../grader/answers/pages.ts'
import { notAtThisQuestion } from '../attempts/save-responses.ts'
import { saveTogether } from '../attempts/save-together.ts'
import { inTransaction, query, saveQuery } from '../db/query.ts'
import { notFound, Refusal } from '../http/refusal.ts'
import { acceptedOperations, acceptInGrace } from '../late/accept-in-grace.ts'
import { Darkroom } from './darkroom/darkroom.ts'
import type { Picture } from './darkroom/job.ts'
import { uploadLimits } from './limits.ts'
import { recognise } from './recognise/recognise.ts'
import { refusalOf } from './recognise/refused-file.ts'
import { blobKey, currentStore, storeNamed } from './store/blob-store.ts'

/** Where a page is put, by somebody who may put it there. */
export interface PagePlace {
  attemptId: string
  personId: string
  /** `slug.name` */
  field: string
  /** the telephone that sends it; null: the exam's own page */
  cameraId: string | null
}

/** What became of a page: in time; late, and counting all the same; kept beside what was handed in. */
export interface KeptPage {
  page: string
  sheets: number
  outcome: 'kept' | 'accepted' | 'late'
}

const darkroom = new Darkroom()

/**
 * Keeps one file as a page of a field: looked at, made into pictures in a process of its own, stored, and then saved under
 * the rules that every answer is saved under. `pageId` names the operation: a repetition is known as one.
 */
export async function keepPage(
  place: PagePlace,
  pageId: string,
  read: () => Promise<Buffer>,
  room: Pick<Darkroom, 'develop'> = darkroom,
): Promise<KeptPage> {
  const known = await knownPage(place, pageId)
  return attach(place, known ?? (await store(place, pageId, await read(), room)))
}

type Stored = Omit<Page, 'kind' | 'place'>

/** The page where it lies here already; the id of anybody else's page is nobody's. */
async function knownPage({ attemptId, field }: PagePlace, pageId: string): Promise<Stored | null> {
  const [row] = await query<Stored & { attemptId: string; field: string }>(
    `SELECT u.attempt_id AS "attemptId", u.field, u.id AS page, u.sha256,
       ARRAY(SELECT i.sha256 FROM upload_image i WHERE i.upload_id = u.id ORDER BY i.sheet) AS images
     FROM upload u WHERE u.id = $1`,
    [pageId],
  )
  if (!row) return null
  if (row.attemptId !== attemptId || row.field !== field) throw notFound()
  return { page: row.page, sha256: row.sha256, images: row.images }
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

async function store(
  place: PagePlace,
  pageId: string,
  bytes: Buffer,
  room: Pick<Darkroom, 'develop'>,
): Promise<Stored> {
  await requireRoom(query, place, bytes.length, 1)
  const recognised = recognise(bytes)
  if (!recognised.ok) throw refusalOf(recognised)
  const developed = await room.develop(recognised.mediaType, bytes)
  if (!developed.ok) throw refusalOf(developed)
  const { pictures } = developed
  const name = currentStore()
  const blobs = storeNamed(name)
  const images: string[] = []
  for (const { large, small } of pictures) {
    const digest = sha256(large)
    await blobs.put(blobKey(pageId, digest, 'large'), large)
    await blobs.put(blobKey(pageId, digest, 'small'), small)
    images.push(digest)
  }
  const stored = { page: pageId, sha256: sha256(bytes), images }
  await inTransaction(async (run) => {
    await run('SELECT FROM attempt WHERE id = $1 FOR NO KEY UPDATE', [place.attemptId])
    await requireRoom(run, place, bytes.length, pictures.length)
    await noteUpload(run, place, stored, {
      mediaType: recognised.mediaType,
      bytes: bytes.length,
      store: name,
      pictures,
    })
  })
  // whichever of two equal requests came first
  return (await knownPage(place, pageId)) ?? stored
}

type Run = typeof query

/** There is room for so many more bytes and pages in the attempt and on the field. */
async function requireRoom(run: Run, { attemptId, field }: PagePlace, bytes: number, pages: number): Promise<void> {
  const [held] = await run<{ files: number; bytes: number; pages: number }>(
    `SELECT (SELECT count(*)::int FROM upload WHERE attempt_id = $1) AS files,
       (SELECT coalesce(sum(bytes), 0)::float8 FROM upload WHERE attempt_id = $1) AS bytes,
       (SELECT coalesce(sum(jsonb_array_length(r.value->'images')), 0)::int FROM response r
        WHERE r.attempt_id = $1 AND starts_with(r.field, $2) AND r.value->>'kind' = 'upload') AS pages`,
    [attemptId, `${field}/page-`],
  )
  const { attemptBytes, attemptFiles, pages: most } = uploadLimits
  if (held && held.pages + pages > most)
    throw new Refusal(422, 'too-many-pages', `There is room for ${most} pages here. Take one off first.`)
  if (held && (held.files >= attemptFiles || held.bytes + bytes > attemptBytes))
    throw new Refusal(422, 'full', 'So many files were sent in this exam that no more are taken. Ask the supervisor.')
}

interface File {
  mediaType: string
  bytes: number
  store: string
  pictures: readonly Picture[]
}

async function noteUpload(run: Run, place: PagePlace, { page, sha256, images }: Stored, file: File): Promise<void> {
  await run(
    `WITH put AS (INSERT INTO upload (id, attempt_id, field, sha256, media_type, bytes, store, camera_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (id) DO NOTHING RETURNING id)
     INSERT INTO upload_image (upload_id, sheet, width, height, sha256)
       SELECT put.id, i.place - 1, i.width, i.height, i.sha256 FROM put,
         unnest($9::int[], $10::int[], $11::text[]) WITH ORDINALITY AS i(width, height, sha256, place)`,
    [
      page,
      place.attemptId,
      place.field,
      sha256,
      file.mediaType,
      file.bytes,
      file.store,
      place.cameraId,
      file.pictures.map(({ width }) => width),
      file.pictures.map(({ height }) => height),
      images,
    ],
  )
}

/** Saves the page as a response of its own, behind those that are there; what came too late is late as every answer is. */
async function attach({ attemptId, personId, field }: PagePlace, stored: Stored): Promise<KeptPage> {
  const [now] = await saveQuery<{ epoch: number; place: number }>(
    `SELECT a.epoch, (SELECT coalesce(max((r.value->>'place')::int), 0) + 1 FROM response r
       WHERE r.attempt_id = a.id AND starts_with(r.field, $2) AND r.value->>'kind' = 'upload') AS place
     FROM attempt a WHERE a.id = $1`,
    [attemptId, `${field}/page-`],
  )
  if (!now) throw notFound()
  const value: Page = { kind: 'upload', ...stored, place: now.place }
  const save = { field: pageKey(field, stored.page), revision: 1, opId: stored.page, value }
  const saved = (await saveTogether({ attemptId, personId, epoch: now.epoch, saves: JSON.stringify([save]) })) as {
    refused?: string
    results: { outcome: string }[]
  } | null
  if (!saved) throw notFound()
  if (saved.refused === 'elsewhere') throw notAtThisQuestion(field)
  const kept = { page: stored.page, sheets: stored.images.length }
  if (saved.results[0]?.outcome !== 'closed') return { ...kept, outcome: 'kept' }
  await acceptInGrace(attemptId)
  const accepted = await acceptedOperations(attemptId, [stored.page])
  return { ...kept, outcome: accepted.has(stored.page) ? 'accepted' : 'late' }
}
