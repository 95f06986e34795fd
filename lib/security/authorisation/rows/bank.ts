import { archiveQuestions } from '../../../questions/bank/archive-questions.ts'
import { archivedNote } from '../../../questions/bank/archived-note.ts'
import { listArchived } from '../../../questions/bank/archived-questions.ts'
import { changeTags } from '../../../questions/bank/change-tags.ts'
import { moveInCollection } from '../../../questions/bank/collection-order.ts'
import { changeCollection, makeCollection } from '../../../questions/bank/collections.ts'
import { searchBank } from '../../../questions/bank/search-bank.ts'
import { setDifficulty } from '../../../questions/bank/set-difficulty.ts'
import { shareQuestions } from '../../../questions/bank/share-questions.ts'
import { figureImage } from '../../../questions/figures/figure-image.ts'
import { uploadFigure } from '../../../questions/figures/upload-figure.ts'
import { compareSides } from '../../../questions/files/compare-sides.ts'
import { exportFiles } from '../../../questions/files/export-files.ts'
import { importFiles } from '../../../questions/files/import-files.ts'
import { syncQuestion } from '../../../questions/files/sync-question.ts'
import { always, but, staff, staffAnywhere } from '../gives.ts'
import { page, row } from '../row.ts'

/** A question of the house: administrators work on it. Whose it is otherwise, `require-question.test.ts` asks. */
const keepers = (administrator: 'ok' | 404 | 422) => always(403, { nobody: 401, administrator })
/** Of a question of the house, which all staff read; its students see it once it is before them. */
const picture = but(always(404, { nobody: 401, outsideTa: 'ok', staff: 'ok' }), { sat: { owner: 'ok' } })

/** To staff there is the collection, but no such question in it. `collection-order.test.ts` asks who may. */
const notInIt = always(404, { nobody: 401, students: 403 })

/** Which questions each of them finds in the bank, `search-bank.test.ts` asks. */
export const bank = [
  row(searchBank, staffAnywhere, () => [{}], 'GET /api/staff/v1/bank'),
  row(changeTags, staff, (w) => [{ course: w.courseId, slugs: [w.slug], add: ['x'] }], 'POST /api/staff/v1/bank/tags'),
  row(makeCollection, staff, (w) => [{ course: w.courseId, title: 'x' }], 'POST /api/staff/v1/bank/collections'),
  row(changeCollection, staff, (w) => [w.collectionId, { title: 'x' }], {
    routes: ['POST /api/staff/v1/bank/collections/[collectionId]'],
  }),
  row(moveInCollection, notInIt, (w) => [w.collectionId, { slug: w.slug, by: 'up' as const }], {
    routes: ['POST /api/staff/v1/bank/collections/[collectionId]/move'],
  }),
  row(
    setDifficulty,
    keepers('ok'),
    (w) => [{ slugs: [w.slug], difficulty: 'easy' as const }],
    'POST /api/staff/v1/bank/difficulty',
  ),
  row(
    shareQuestions,
    keepers(422),
    (w) => [{ slugs: [w.slug], course: 'another', right: 'use' as const }],
    'POST /api/staff/v1/bank/shares',
  ),
  row(
    archiveQuestions,
    keepers('ok'),
    (w) => [{ slugs: [w.slug], archived: false }],
    'POST /api/staff/v1/bank/archive',
  ),
  row(listArchived, staffAnywhere, () => []),
  row(archivedNote, staffAnywhere, (w) => [w.slug]),
  row(exportFiles, staffAnywhere, () => [{}], 'GET /api/staff/v1/bank/export'),
  row(importFiles, keepers(422), () => [{ course: 'house' }, async () => Buffer.alloc(0)], {
    routes: ['PUT /api/staff/v1/bank/import'],
    body: () => new Uint8Array(),
    search: '?course=house',
  }),
  row(compareSides, keepers('ok'), () => []),
  row(syncQuestion, keepers(404), (w) => [{ slug: w.slug, way: 'to-folder' as const }], 'POST /api/staff/v1/bank/sync'),
  row(figureImage, picture, (w) => [w.file], 'GET /api/exam/v1/figures/[file]'),
  row(uploadFigure, keepers(422), (w) => [w.slug, { name: 'map' }, async () => Buffer.alloc(0)], {
    routes: ['PUT /api/staff/v1/questions/[slug]/figures'],
    body: () => new Uint8Array(),
    search: '?name=map',
  }),
]

export const bankPages = [
  page('/staff/questions/archive', staffAnywhere),
  page('/staff/questions/files', staffAnywhere),
  page('/staff/questions/sync', keepers('ok')),
]
