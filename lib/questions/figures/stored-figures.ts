import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { QuestionDefinition } from '../../../grader/question/definition.ts'
import { pictureName, readPictureName } from '../../../grader/question/picture-name.ts'
import { query } from '../../db/query.ts'
import { environment } from '../../environment.ts'
import { invalid, Refusal } from '../../http/refusal.ts'
import { Darkroom } from '../../uploads/darkroom/darkroom.ts'
import type { Picture } from '../../uploads/darkroom/job.ts'
import { recognise } from '../../uploads/recognise/recognise.ts'
import { refusalOf } from '../../uploads/recognise/refused-file.ts'
import { currentStore, type StoreName, storeNamed } from '../../uploads/store/blob-store.ts'

/** A picture of question files, as it is kept. */
export interface StoredFigure {
  file: string
  sha256: string
  shownSha256: string
  shownMediaType: 'image/png' | 'image/jpeg'
  width: number
  height: number
  store: StoreName
  personId: string | null
}

const darkroom = new Darkroom()
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const blob = (digest: string) => `figure/${digest}`
const typeOf = (bytes: Uint8Array) => (bytes[0] === 0x89 ? 'png' : 'jpg')

/** The folder of the pictures that lie beside the house's question files. */
export const figureFolder = () => path.resolve(environment().REFEREE_QUESTIONS, 'figures')

/** Only the pixels of a file: whatever else it brought is left behind, in a process of its own. */
async function clean(bytes: Buffer): Promise<Picture> {
  const recognised = recognise(bytes)
  if (!recognised.ok) throw refusalOf(recognised)
  if (recognised.mediaType === 'application/pdf')
    throw new Refusal(422, 'not-taken', 'This is a PDF. Please send the figure as PNG, JPEG or WebP.')
  const developed = await darkroom.develop(recognised.mediaType, bytes, 'figure')
  if (!developed.ok) throw refusalOf(developed)
  const [picture] = developed.pictures
  if (!picture) throw new Error('a file of one picture gave none')
  return picture
}

/** Keeps a picture that somebody sends: cleaned, and named after what is left of it. */
export async function keepNewFigure(wish: string, bytes: Buffer, personId: string | null): Promise<StoredFigure> {
  const { large, ...size } = await clean(bytes)
  const hash = sha256(large).slice(0, 16)
  const file = pictureName(wish, { width: size.width, height: size.height, hash, type: typeOf(large) })
  return store(file, Buffer.from(large), { large, ...size }, personId)
}

/** Keeps a picture under the name that it has already. What is shown is cleaned; what is given back is the same bytes. */
export async function keepNamedFigure(file: string, bytes: Buffer, personId: string | null): Promise<StoredFigure> {
  const name = readPictureName(file)
  if (!name) throw invalid(`“${file}” is no name of a picture.`)
  const known = await findFigure(file)
  const digest = sha256(bytes)
  if (digest.slice(0, 16) !== name.hash || typeOf(bytes) !== name.type || (known && known.sha256 !== digest))
    throw new Refusal(422, 'another-picture', `${file} is not the picture that its name says.`)
  if (known) return known
  const shown = await clean(bytes)
  if (shown.width !== name.width || shown.height !== name.height)
    throw new Refusal(422, 'another-picture', `${file} is ${shown.width}×${shown.height} pixels.`)
  return store(file, bytes, shown, personId)
}

async function store(file: string, bytes: Buffer, shown: Picture, personId: string | null): Promise<StoredFigure> {
  const name = currentStore()
  const [digest, shownDigest] = [sha256(bytes), sha256(shown.large)]
  await storeNamed(name).put(blob(digest), bytes)
  if (shownDigest !== digest) await storeNamed(name).put(blob(shownDigest), shown.large)
  await query(
    `INSERT INTO figure (file, sha256, bytes, shown_sha256, shown_media_type, width, height, store, person_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (file) DO NOTHING`,
    [
      file,
      digest,
      bytes.length,
      shownDigest,
      typeOf(shown.large) === 'png' ? 'image/png' : 'image/jpeg',
      shown.width,
      shown.height,
      name,
      personId,
    ],
  )
  const stored = await findFigure(file)
  if (!stored || stored.sha256 !== digest) throw new Error(`the picture ${file} was not stored`)
  return stored
}

async function findFigure(file: string): Promise<StoredFigure | null> {
  const [row] = await query<StoredFigure>(
    `SELECT file, sha256, shown_sha256 AS "shownSha256", shown_media_type AS "shownMediaType", width, height, store,
       person_id AS "personId" FROM figure WHERE file = $1`,
    [file],
  )
  return row ?? null
}

/** A picture by its name; one that lies beside the house's question files is taken in when it is first asked for. */
export async function knownFigure(file: string): Promise<StoredFigure | null> {
  if (!readPictureName(file)) return null
  const known = await findFigure(file)
  if (known) return known
  const bytes = await readFile(path.join(figureFolder(), file)).catch(() => null)
  if (!bytes) return null
  return keepNamedFigure(file, bytes, null).catch((error: unknown) => {
    if (!(error instanceof Refusal) || error.status === 503) throw error
    console.error(`The picture ${file} beside the question files is not taken:`, error.message)
    return null
  })
}

/** The pictures that a question names. */
export const figureFiles = ({ figures }: Pick<QuestionDefinition, 'figures'>): string[] =>
  figures.flatMap((figure) => (figure.kind === 'image' ? [figure.file] : []))

/** The pictures that a text names, be it a question yet or not. */
export const namedFigures = (source: string): string[] => [
  ...new Set(source.match(/[a-z0-9-]+-\d{1,5}x\d{1,5}-[0-9a-f]{16}\.(?:png|jpg)/g)?.filter(readPictureName)),
]

/** Of these pictures, those that nobody has put here. */
export async function missingFigures(files: readonly string[]): Promise<string[]> {
  const missing: string[] = []
  for (const file of new Set(files)) if (!(await knownFigure(file))) missing.push(file)
  return missing
}

/** The bytes of a picture: as it is shown, or as it came. */
export async function figureBytes(figure: StoredFigure, which: 'shown' | 'given'): Promise<Buffer> {
  const bytes = await storeNamed(figure.store).get(blob(which === 'shown' ? figure.shownSha256 : figure.sha256))
  if (!bytes) throw new Error(`The picture ${figure.file} is not in the store.`)
  return bytes
}
