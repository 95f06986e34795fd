import { addPage } from '../../../uploads/add-page.ts'
import { annotate } from '../../../uploads/annotations/annotate.ts'
import { endCameraLink, makeCameraLink } from '../../../uploads/camera/make-link.ts'
import { ownPageImage, staffPageImage } from '../../../uploads/page-image.ts'
import { pageRules } from '../../../uploads/page-rules.ts'
import { anybody, but, ownAttempt, staffOfAttempt, staffOfSubmission } from '../gives.ts'
import { page, row } from '../row.ts'
import type { World } from '../testing/world.ts'

const attempt = '/api/exam/v1/attempts/[id]'
const never = () => Promise.reject(new Error('a page that is known is not read'))
const camera = (w: World) => ({ field: w.field })
const image = (w: World) => ({ page: w.page, sheet: w.sheet, size: 'small' as const })
const drawing = {
  version: 0,
  marks: [{ kind: 'note' as const, id: 'abcdef', at: [0.5, 0.5] as [number, number], text: 'See.' }],
}

/** Photographed pages: putting them on, looking at them, drawing on them. */
export const uploads = [
  row(pageRules, ownAttempt, (w) => [w.attemptId], `GET ${attempt}/pages`),
  row(addPage, ownAttempt, (w) => [w.attemptId, { page: w.page, field: w.field }, never], {
    routes: [`PUT ${attempt}/fields/[field]/pages/[page]`],
    body: () => ({}),
  }),
  row(ownPageImage, ownAttempt, (w) => [w.attemptId, image(w)], `GET ${attempt}/pages/[page]/[sheet]`),
  row(makeCameraLink, but(ownAttempt, { handedIn: 409 }), (w) => [w.attemptId, camera(w)], `POST ${attempt}/camera`),
  row(endCameraLink, ownAttempt, (w) => [w.attemptId, camera(w)], `POST ${attempt}/camera/end`),
  row(
    staffPageImage,
    but(staffOfAttempt, { running: { assistants: 404 } }),
    (w) => [image(w)],
    'GET /api/staff/v1/pages/[page]/[sheet]',
  ),
  row(annotate, but(staffOfSubmission, { handedIn: { unassignedTa: 403 } }), (w) => [image(w), drawing], {
    routes: ['PUT /api/staff/v1/pages/[page]/[sheet]/marks'],
    body: () => drawing,
  }),
]

/** The telephone's page: what it is for stands in a part of its address that no server is sent. */
export const cameraPages = [page('/camera', anybody)]
