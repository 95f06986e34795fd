import { addComment, settleComment } from '../../../questions/versions/comments.ts'
import { compareTexts } from '../../../questions/versions/compare.ts'
import { askCorrection } from '../../../questions/versions/corrections/ask-correction.ts'
import { askCorrections } from '../../../questions/versions/corrections/ask-corrections.ts'
import { questionUses } from '../../../questions/versions/corrections/question-uses.ts'
import { discardDraft } from '../../../questions/versions/discard-draft.ts'
import { questionHistory, questionVersion } from '../../../questions/versions/history.ts'
import { loadDraft } from '../../../questions/versions/load-draft.ts'
import { publishVersion, withdrawQuestion } from '../../../questions/versions/publish-version.ts'
import { readComments } from '../../../questions/versions/read-comments.ts'
import { readReviewRule, setReviewRule } from '../../../questions/versions/review-rule.ts'
import { reviewsWaiting, sayOfVersion, versionReview } from '../../../questions/versions/reviews.ts'
import { rightsOn } from '../../../questions/versions/rights-on.ts'
import { saveDraft } from '../../../questions/versions/save-draft.ts'
import { saveVersion } from '../../../questions/versions/save-version.ts'
import { startQuestion } from '../../../questions/versions/start-question.ts'
import { always, but, instructors, staff, staffAnywhere } from '../gives.ts'
import { page, row } from '../row.ts'
import type { World } from '../testing/world.ts'

/** A question that belongs to the house: administrators work on it. Whose it is otherwise, `require-question.test.ts` asks. */
const keepers = always(403, { nobody: 401, administrator: 'ok' })
/** The grading process, which has the files, is away here. */
const away = always(403, { nobody: 401, administrator: 503 })
const staffAway = (who: Parameters<typeof staff>[0], state: Parameters<typeof staff>[1]) =>
  staff(who, state) === 'ok' ? 503 : staff(who, state)

/** There is no such version of it, and no draft. */
const missing = always(403, { nobody: 401, administrator: 404 })

const questions = '/api/staff/v1/questions'
const one = `${questions}/[slug]`
const draft = `${one}/draft`
const rule = '/api/staff/v1/courses/[courseId]/question-review'

/** Of the house's questions everybody on some staff reads; a correction is for who decides on the exam. The grader is away. */
const correctingSeveral = always(403, { nobody: 401, outsideTa: 404, leaders: 503 })
const correcting = but(correctingSeveral, { draft: { leaders: 422 } })
const policy = (w: World) => ({ examId: w.examId, version: w.version, policy: 'both' as const })
const body = (w: World) => ({ ...policy(w), reason: 'x' })
const bodies = (w: World) => ({ corrections: [policy(w)], reason: 'x' })

export const versions = [
  row(startQuestion, staffAway, (w) => [{ slug: 'begun', courseId: w.courseId, source: 'x' }], `POST ${questions}`),
  row(rightsOn, staffAnywhere, (w) => [w.slug]),
  row(loadDraft, away, (w) => [w.slug], `GET ${draft}`),
  row(saveDraft, keepers, (w) => [w.slug, { source: 'x', revision: 0 }], `PUT ${draft}`),
  row(discardDraft, away, (w) => [w.slug, { revision: 1 }], `POST ${draft}/discard`),
  row(saveVersion, missing, (w) => [w.slug, { revision: 1 }], `POST ${one}/versions`),
  row(questionHistory, away, (w) => [w.slug], `GET ${one}/versions`),
  row(questionVersion, missing, (w) => [w.slug, w.version], `GET ${one}/versions/[version]`),
  row(compareTexts, away, (w) => [w.slug, 'published', 'draft'], `GET ${one}/diff`),
  row(publishVersion, missing, (w) => [w.slug, { version: w.version }], `POST ${one}/publish`),
  row(withdrawQuestion, keepers, (w) => [w.slug, {}], `POST ${one}/withdraw`),
  row(readComments, missing, (w) => [w.slug, w.version], {
    routes: [`GET ${one}/comments`],
    search: `?on=${'a'.repeat(64)}`,
  }),
  row(addComment, missing, (w) => [w.slug, { version: w.version, line: 1, text: 'x' }], `POST ${one}/comments`),
  row(settleComment, missing, (w) => [w.slug, w.commentId, { settled: true }], `POST ${one}/comments/[commentId]`),
  row(versionReview, missing, (w) => [w.slug, w.version]),
  row(sayOfVersion, missing, (w) => [w.slug, { version: w.version, what: 'asked' as const }], `POST ${one}/reviews`),
  row(reviewsWaiting, staffAnywhere, () => []),
  row(questionUses, staffAnywhere, (w) => [w.slug], `GET ${one}/corrections`),
  row(askCorrection, correcting, (w) => [w.slug, body(w)], `POST ${one}/corrections`),
  row(askCorrections, correctingSeveral, (w) => [w.slug, bodies(w)], `POST ${one}/corrections/several`),
  row(readReviewRule, staff, (w) => [w.courseId], `GET ${rule}`),
  row(setReviewRule, instructors, (w) => [w.courseId, { required: true }], `PUT ${rule}`),
]

export const versionPages = [
  page('/staff/questions/[slug]/history', away),
  page('/staff/questions/[slug]/review', away),
  // there is something to correct for who decides on the exam, until a regrade of it waits there
  page(
    '/staff/questions/[slug]/history/correct',
    but(always(404, { nobody: 401 }), { ready: { leaders: 'ok' }, running: { leaders: 'ok' } }),
  ),
]
