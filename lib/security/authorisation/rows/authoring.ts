import { auditSoon } from '../../../authoring/audit-soon.ts'
import { checkText } from '../../../authoring/check-text.ts'
import { completeText } from '../../../authoring/complete-text.ts'
import { fullAudit, startFullAudit, stopFullAudit } from '../../../authoring/full-audit.ts'
import { gradePreview } from '../../../authoring/grade-preview.ts'
import { readLanguage } from '../../../authoring/language.ts'
import { previewText } from '../../../authoring/preview-text.ts'
import { always } from '../gives.ts'
import { row } from '../row.ts'

/** The grading process is away here: who is let through hears that. Whose question it is, `full-audit.test.ts` asks. */
const away = always(403, { nobody: 401, outsideTa: 503, staff: 503 })

const text = { source: 'no question' }
/** There is none: with the grading process away nobody can tell whose it would be. */
const at = { auditId: '00000000-0000-4000-8000-000000000000' }
const api = '/api/staff/v1/authoring'

export const authoring = [
  row(readLanguage, away, () => [], `GET ${api}/operations`),
  row(checkText, away, () => [text], `POST ${api}/check`),
  row(completeText, away, () => [{ ...text, line: 1, column: 1 }], `POST ${api}/complete`),
  row(previewText, away, () => [{ ...text, seed: '1' }], `POST ${api}/preview`),
  row(gradePreview, away, () => [{ ...text, seed: '1', answers: {} }], `POST ${api}/grade`),
  row(auditSoon, away, () => [text], `POST ${api}/audit`),
  row(startFullAudit, away, () => [{ ...text, slug: null }], `POST ${api}/audits`),
  row(fullAudit, away, () => [at], `GET ${api}/audits/[auditId]`),
  row(stopFullAudit, away, () => [at], {
    routes: [`POST ${api}/audits/[auditId]/stop`],
    body: () => ({}),
  }),
]
