import { always, anybody } from '../gives.ts'
import { page } from '../row.ts'

/** What pages and routes call that is not told who asks, and why that is right. */
export const withoutPrincipal: Record<string, string> = {
  'lib/access/safe-browser/settings.ts safeBrowserSettings':
    'Safe Exam Browser fetches its settings before anybody has signed in; they hold no secret',
  'lib/access/visit.ts publicOrigin': 'reads an address',
  'lib/access/visit.ts visitOf': 'reads a request',
  'lib/auth/current.ts currentPrincipal': 'says who asks',
  'lib/auth/handler.ts authHandler': 'signing in and out',
  'lib/auth/providers.ts signInChoices': 'the ways to sign in, for who has not',
  'lib/auth/renew.ts renewingCookie': 'renews the session that the request itself holds',
  'lib/evidence/receipt/attempt-receipt.ts receiptKey': 'a public key: everybody may check a receipt',
  'lib/health/health.ts health': 'for who runs the installation: no personal data',
  'lib/http/answer-image.ts answerImage': 'writes an answer',
  'lib/http/answer.ts answerFile': 'writes an answer',
  'lib/http/answer.ts answerJson': 'writes an answer',
  'lib/http/answer.ts answerText': 'writes an answer',
  'lib/http/page-cookies.ts readPageCookies': 'how a browser wants to be served',
  'lib/http/pieces.ts answerPieces': 'writes an answer',
  'lib/http/refusal.ts Refusal': 'an error',
  'lib/http/route.ts mutation': 'reads a request and says who asks',
  'lib/http/route.ts reading': 'reads a request and says who asks',
  'lib/http/route.ts receiving': 'reads a request and says who asks',
  'lib/points/export/answer-download.ts answerDownload': 'writes an answer',
  'lib/questions/versions/compare.ts comparedTexts': 'reads an address',
  'lib/questions/versions/read-comments.ts commentsOn': 'reads an address',
  'lib/questions/bank/search-body.ts knownSearch': 'reads an address',
  'lib/questions/bank/search-body.ts searchInAddress': 'reads an address',
  'lib/questions/files/compare-sides.ts knownComparison': 'reads an address',
  'lib/questions/files/export-files.ts exportInAddress': 'reads an address',
  'lib/security/content-security-policy.ts contentSecurityPolicy': 'a header',
  'lib/security/content-security-policy.ts newNonce': 'a header',
  'lib/time/local-time.ts localTime': 'arithmetic',
  'lib/uploads/camera/add-by-camera.ts addByCamera':
    'a telephone without anybody signed in: it shows an address made for it and the secret of its device',
  'lib/uploads/camera/device.ts deviceCookie': 'writes a cookie',
  'lib/uploads/camera/device.ts deviceOf': 'reads a request',
  'lib/uploads/camera/open-link.ts openCameraLink':
    'a telephone without anybody signed in: it shows an address made for it, which is good for one device',
  'lib/uploads/limits.ts uploadLimits': 'numbers',
  'lib/uploads/page-image.ts sizeIn': 'reads an address',
}

/** Routes that answer everybody alike; they call what stands above. */
export const openRoutes: readonly string[] = [
  'GET /api/auth/[...nextauth]',
  'POST /api/auth/[...nextauth]',
  'GET /api/exam/v1/exams/[examId]/settings.seb',
  'GET /api/exam/v1/receipt-key',
  'GET /api/health',
  'POST /api/exam/v1/camera',
  'PUT /api/exam/v1/camera/pages/[page]',
]

/** The same for everybody: what is personal in them is asked of routes by the page itself. */
export const openPages = [
  page('/', anybody),
  page('/sign-in', anybody),
  page('/sign-out', anybody),
  page('/signed-in', always('ok', { nobody: 401 })),
  page('/attempts/[attemptId]', anybody),
  page('/attempts/[attemptId]/result', anybody),
]
