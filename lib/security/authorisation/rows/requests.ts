import { answerRequest } from '../../../requests/answer-request.ts'
import { askAgain } from '../../../requests/ask-again.ts'
import { claimRequest } from '../../../requests/claim-request.ts'
import { closeRequest } from '../../../requests/close-request.ts'
import { listRequests } from '../../../requests/list-requests.ts'
import { ownRequests } from '../../../requests/own-requests.ts'
import { readRequest } from '../../../requests/read-request.ts'
import { requestStatistics } from '../../../requests/request-statistics.ts'
import { replyToAnswer, withdrawRequest } from '../../../requests/speak.ts'
import { but, instructors, own, ownAttempt, staff, staffOfSubmission } from '../gives.ts'
import { page, row } from '../row.ts'

const ownWhenReleased = but(ownAttempt, { running: 403, unreleased: 403 })
/** The owner has asked about their text, which is assigned to one of the assistants. */
const ownRequest = but(own, { unsat: { signedIn: 404 }, running: { signedIn: 404 } })
const reviewers = but(staffOfSubmission, { handedIn: { unassignedTa: 403 } })

const exam = '/api/exam/v1'
const desk = '/api/staff/v1/requests/[requestId]'
const answer = { seq: 1, version: 1, text: 'As it should be.' }

/** Another look at a part: asked for by students, answered by who reviews it. */
export const requests = [
  row(ownRequests, ownWhenReleased, (w) => [w.attemptId], `GET ${exam}/attempts/[id]/requests`),
  row(
    askAgain,
    ownWhenReleased,
    (w) => [w.attemptId, { field: `${w.slug}.y`, text: 'Please look again.' }],
    `POST ${exam}/attempts/[id]/requests`,
  ),
  row(
    replyToAnswer,
    but(ownRequest, { unreleased: 403 }),
    (w) => [w.requestId, { seq: 1, text: 'One more thing.' }],
    `POST ${exam}/requests/[requestId]/replies`,
  ),
  row(withdrawRequest, ownRequest, (w) => [w.requestId, { seq: 1 }], `POST ${exam}/requests/[requestId]/withdrawal`),
  row(listRequests, staff, (w) => [w.examId], { nameless: true }),
  row(requestStatistics, instructors, (w) => [w.examId]),
  row(readRequest, reviewers, (w) => [w.requestId], { nameless: true }),
  row(answerRequest, reviewers, (w) => [w.requestId, answer], { routes: [`POST ${desk}/answers`], nameless: true }),
  row(closeRequest, reviewers, (w) => [w.requestId, { seq: 1, to: 'closed' as const }], {
    routes: [`POST ${desk}/state`],
    nameless: true,
  }),
  row(claimRequest, reviewers, (w) => [w.requestId, { held: true }], {
    routes: [`POST ${desk}/claim`],
    nameless: true,
  }),
]

export const requestPages = [
  page('/staff/exams/[examId]/requests', staff, { nameless: true }),
  page('/staff/exams/[examId]/requests/[requestId]', reviewers, { nameless: true }),
]
