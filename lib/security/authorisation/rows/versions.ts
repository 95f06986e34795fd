import { discardDraft } from '../../../questions/versions/discard-draft.ts'
import { loadDraft } from '../../../questions/versions/load-draft.ts'
import { saveDraft } from '../../../questions/versions/save-draft.ts'
import { startQuestion } from '../../../questions/versions/start-question.ts'
import { always, staff } from '../gives.ts'
import { row } from '../row.ts'

/** A question that belongs to the house: administrators work on it. Whose it is otherwise, `require-question.test.ts` asks. */
const keepers = always(403, { nobody: 401, administrator: 'ok' })
/** The grading process, which has the files, is away here. */
const away = always(403, { nobody: 401, administrator: 503 })
const staffAway = (who: Parameters<typeof staff>[0], state: Parameters<typeof staff>[1]) =>
  staff(who, state) === 'ok' ? 503 : staff(who, state)

const questions = '/api/staff/v1/questions'
const draft = `${questions}/[slug]/draft`

export const versions = [
  row(startQuestion, staffAway, (w) => [{ slug: 'begun', courseId: w.courseId, source: 'x' }], `POST ${questions}`),
  row(loadDraft, away, (w) => [w.slug], `GET ${draft}`),
  row(saveDraft, keepers, (w) => [w.slug, { source: 'x', revision: 0 }], `PUT ${draft}`),
  row(discardDraft, away, (w) => [w.slug, { revision: 1 }], `POST ${draft}/discard`),
]
