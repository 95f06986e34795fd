import { z } from 'zod'
import type { Principal } from '../../auth/principal.ts'
import { requireRole, requireStaffAnywhere } from '../../auth/require.ts'
import { query } from '../../db/query.ts'
import { parse } from '../../http/parse.ts'
import { notFound } from '../../http/refusal.ts'
import type { Download } from '../../points/export/answer-download.ts'
import { type ZipFile, zip } from '../../points/export/zip.ts'
import { visibleQuestions } from '../bank/visible.ts'
import { figureBytes, knownFigure, namedFigures } from '../figures/stored-figures.ts'
import { questionSlug } from '../preview-question.ts'
import { pathOf } from './file-names.ts'
import { standingTexts } from './texts-of.ts'

export const exportFilesQuery = z.strictObject({
  slug: z.array(questionSlug).max(2_000).default([]),
  course: z.uuid().optional(),
  collection: z.uuid().optional(),
  /** drafts of what one may edit, in place of what is published */
  drafts: z.literal('1').optional(),
})

/** The questions that were asked for as the files they are, with their pictures: the same bytes that came in. */
export async function exportFiles(
  principal: Principal | null,
  given: z.input<typeof exportFilesQuery>,
): Promise<Download> {
  const { personId } = await requireStaffAnywhere(principal)
  const { slug, course, collection, drafts } = parse(exportFilesQuery, given)
  if (course) await requireRole(principal, course, ['ta', 'instructor'])
  if (collection) await requireCollection(principal, collection)
  const found = await query<{ id: string; mayEdit: boolean }>(
    `SELECT v.question_id AS id, v.may_edit AS "mayEdit" FROM (${visibleQuestions}) v
     WHERE ($3::text[] = '{}' OR v.slug = ANY ($3))
       AND ($4::uuid IS NULL OR EXISTS (SELECT FROM collection_question k WHERE k.collection_id = $4 AND k.question_id = v.question_id))
     ORDER BY v.slug LIMIT 2000`,
    [personId, course ?? null, slug, collection ?? null],
  )
  if (slug.length > 0 && found.length !== new Set(slug).size) throw notFound()
  const ids = (some: typeof found) => some.map(({ id }) => id)
  const texts = drafts
    ? [
        ...(await standingTexts(ids(found.filter(({ mayEdit }) => mayEdit)), true)),
        ...(await standingTexts(ids(found.filter(({ mayEdit }) => !mayEdit)), false)),
      ]
    : await standingTexts(ids(found), false)
  const sorted = texts.toSorted((a, b) => (a.slug < b.slug ? -1 : 1))
  return { name: 'questions.zip', type: 'application/zip', bytes: zip(await filesOf(sorted)) }
}

async function requireCollection(principal: Principal | null, id: string): Promise<void> {
  const [row] = await query<{ courseId: string }>('SELECT course_id AS "courseId" FROM collection WHERE id = $1', [id])
  await requireRole(principal, row?.courseId, ['ta', 'instructor'])
}

async function filesOf(texts: readonly { slug: string; source: string }[]): Promise<ZipFile[]> {
  const questions = texts.map(({ slug, source }) => ({ name: pathOf.question(slug), content: [source] }))
  const names = [...new Set(texts.flatMap(({ source }) => namedFigures(source)))].sort()
  const figures: ZipFile[] = []
  for (const file of names) {
    const figure = await knownFigure(file)
    if (figure) figures.push({ name: pathOf.figure(file), content: bytesLater(() => figureBytes(figure, 'given')) })
  }
  return [...questions, ...figures]
}

/** Pictures are read one at a time, while the archive is sent. */
async function* bytesLater(read: () => Promise<Buffer>): AsyncGenerator<Uint8Array> {
  yield await read()
}
