import { z } from 'zod'
import type { Principal } from '../../auth/principal.ts'
import { requireRole, requireStaffAnywhere } from '../../auth/require.ts'
import { query } from '../../db/query.ts'
import { parse } from '../../http/parse.ts'
import { invalid, notFound } from '../../http/refusal.ts'
import type { Download } from '../../points/export/answer-download.ts'
import { type ZipFile, zip } from '../../points/export/zip.ts'
import { requireCollection } from '../bank/require-collection.ts'
import { visibleQuestions } from '../bank/visible.ts'
import { figureBytes, knownFigure, namedFigures } from '../figures/stored-figures.ts'
import { questionSlug } from '../preview-question.ts'
import { pathOf } from './file-names.ts'
import { standingTexts } from './texts-of.ts'

export const exportFilesQuery = z.strictObject({
  slug: z.array(questionSlug).max(500).default([]),
  course: z.uuid().optional(),
  collection: z.uuid().optional(),
  /** drafts of what one may edit, in place of what is published */
  drafts: z.literal('1').optional(),
})

interface Exported {
  id: string
  slug: string
  mayEdit: boolean
}

/** So many questions go out at once: an archive counts its files in two bytes. */
const most = 20_000
const atOnce = 100

/** The same from an address. What a form leaves empty was not asked for. */
export function exportInAddress(address: URLSearchParams): Record<string, unknown> {
  const given = [...address].filter(([, value]) => value !== '')
  const { slug: _, ...single } = Object.fromEntries(given)
  return { ...single, slug: given.flatMap(([name, value]) => (name === 'slug' ? [value] : [])) }
}

/** The questions that were asked for as the files they are, with their pictures: the same bytes that came in. */
export async function exportFiles(
  principal: Principal | null,
  given: z.input<typeof exportFilesQuery>,
): Promise<Download> {
  const { personId } = await requireStaffAnywhere(principal)
  const { slug, course, collection, drafts } = parse(exportFilesQuery, given)
  if (course) await requireRole(principal, course, ['ta', 'instructor'])
  if (collection) await requireCollection(principal, collection)
  const found = await query<Exported>(
    `SELECT v.question_id AS id, v.slug, v.may_edit AS "mayEdit" FROM (${visibleQuestions}) v
     WHERE ($3::text[] = '{}' OR v.slug = ANY ($3))
       AND ($4::uuid IS NULL OR EXISTS (SELECT FROM collection_question k WHERE k.collection_id = $4 AND k.question_id = v.question_id))
     ORDER BY v.slug COLLATE "C" LIMIT ${most + 1}`,
    [personId, course ?? null, slug, collection ?? null],
  )
  if (slug.length > 0 && found.length !== new Set(slug).size) throw notFound()
  if (found.length > most) throw invalid(`These are more than ${most} questions. Please take out one course at a time.`)
  return { name: 'questions.zip', type: 'application/zip', bytes: zip(filesOf(found, drafts !== undefined)) }
}

/** Texts are read some at a time, while the archive is sent; their pictures follow. */
async function* filesOf(found: readonly Exported[], drafts: boolean): AsyncGenerator<ZipFile> {
  const figures = new Set<string>()
  for (let at = 0; at < found.length; at += atOnce) {
    const some = found.slice(at, at + atOnce)
    const own = drafts ? some.filter(({ mayEdit }) => mayEdit) : []
    for (const { slug, source } of await standingTexts(some.map(idOf), own.map(idOf))) {
      yield { name: pathOf.question(slug), content: [source] }
      for (const file of namedFigures(source)) figures.add(file)
    }
  }
  for (const file of [...figures].sort()) {
    const figure = await knownFigure(file)
    if (figure) yield { name: pathOf.figure(file), content: bytesLater(() => figureBytes(figure, 'given')) }
  }
}

const idOf = ({ id }: Exported) => id

/** Pictures are read one at a time, while the archive is sent. */
async function* bytesLater(read: () => Promise<Buffer>): AsyncGenerator<Uint8Array> {
  yield await read()
}
