import { exportChoice } from '../../../exchange/export-choice.ts'
import { importCourses } from '../../../exchange/import-courses.ts'
import { readImport } from '../../../exchange/read-import.ts'
import { takeOver } from '../../../exchange/take-over.ts'
import { takePicture } from '../../../exchange/take-picture.ts'
import { exportFile, exportReport } from '../../../exchange/write-export.ts'
import { staff, staffAnywhere } from '../gives.ts'
import { page, row } from '../row.ts'

type Gives = typeof staff

/** The grading process, which reads and writes foreign files, is away here. */
const away =
  (gives: Gives): Gives =>
  (who, state) =>
    gives(who, state) === 'ok' ? 503 : gives(who, state)

const exchange = '/api/staff/v1/exchange'
/** Whoever may send one sends what is none. */
const noPicture: Gives = (who, state) => (staff(who, state) === 'ok' ? 422 : staff(who, state))
const pictureFile = 'map-9x9-0123456789abcdef.png'
const question = { slug: 'taken-over', source: 'x', notes: [] }

export const exchangeRows = [
  row(importCourses, staffAnywhere, () => []),
  row(exportChoice, staffAnywhere, (w) => [[w.slug]]),
  row(readImport, away(staffAnywhere), () => [{}, async () => Buffer.from('x')], {
    routes: [`PUT ${exchange}/read`],
    body: () => new Uint8Array([120]),
  }),
  row(takePicture, noPicture, (w) => [{ courseId: w.courseId, file: pictureFile }, async () => Buffer.from('x')], {
    routes: [`PUT ${exchange}/pictures/[courseId]/[file]`],
    body: () => new Uint8Array([120]),
  }),
  row(
    takeOver,
    away(staff),
    (w) => [{ courseId: w.courseId, format: 'gift' as const, file: 'x.txt', questions: [question] }],
    `POST ${exchange}/take-over`,
  ),
  row(exportReport, away(staffAnywhere), () => [{ format: 'gift' as const, slugs: 'no-such' }], {
    routes: [`GET ${exchange}/report`],
    search: '?format=gift&slugs=no-such',
  }),
  row(exportFile, away(staffAnywhere), () => [{ format: 'gift' as const, slugs: 'no-such' }], {
    routes: [`GET ${exchange}/export`],
    search: '?format=gift&slugs=no-such',
  }),
]

export const exchangePages = [
  page('/staff/questions/import', staffAnywhere),
  page('/staff/questions/export', staffAnywhere),
]
