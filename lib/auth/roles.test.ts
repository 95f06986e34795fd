import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessOverview } from '../access/access-overview.ts'
import { changeAccess } from '../access/change-access.ts'
import { examEntryRules } from '../access/exam-entry.ts'
import { exemptStudent } from '../access/exempt-student.ts'
import { attemptPaper } from '../attempts/attempt-paper.ts'
import { startAttempt } from '../attempts/start-attempt.ts'
import { submitAttempt } from '../attempts/submit-attempt.ts'
import { coursePeople } from '../courses/course-people.ts'
import { listCourses } from '../courses/list-courses.ts'
import { closePools } from '../db/pool.ts'
import { query } from '../db/query.ts'
import { sendingQueue } from '../db/queue.ts'
import { freshDatabase } from '../db/testing/database.ts'
import { gradeAsStored } from '../db/testing/graded.ts'
import { makeExam, makeScenario, type Scenario } from '../db/testing/scenario.ts'
import { courseExams } from '../exams/course-exams.ts'
import { createExam } from '../exams/create-exam.ts'
import { examOverview } from '../exams/exam-overview.ts'
import { examStart } from '../exams/exam-start.ts'
import { grantAccommodation } from '../exams/grant-accommodation.ts'
import { listExams } from '../exams/list-exams.ts'
import { publishExam } from '../exams/publish-exam.ts'
import { attemptResult } from '../grading/attempt-result.ts'
import { staffResult } from '../grading/staff-result.ts'
import { Refusal } from '../http/refusal.ts'
import { listQuestions } from '../questions/list-questions.ts'
import { previewMarkdown } from '../questions/preview-markdown.ts'
import { previewQuestion } from '../questions/preview-question.ts'
import { releaseExam } from '../release/release-exam.ts'
import { reviewEntry } from '../review/review-entry.ts'
import { reviewQueue } from '../review/review-queue.ts'
import { scoreReview } from '../review/score-review.ts'
import type { Principal } from './principal.ts'
import { requireAdministrator } from './require.ts'

let people: Scenario
let examId: string
let attemptId: string
let submissionId: string
let field: string

beforeAll(async () => {
  await freshDatabase()
  people = await makeScenario()
  examId = await makeExam(people.courseId, { release: 'at-once' })
  attemptId = (await startAttempt(people.ada, examId)).attemptId
  field = `${(await attemptPaper(people.ada, attemptId)).questions[0]?.slug}.why`
  submissionId = (await submitAttempt(people.ada, attemptId, { epoch: 1, revisions: {} })).submissionId
  await gradeAsStored(submissionId)
})
afterAll(async () => {
  await (await sendingQueue()).stop({ graceful: false })
  await closePools()
})

type Who = 'nobody' | 'ada' | 'ben' | 'tara' | 'ines' | 'adam' | 'stranger' | 'outsider'
const everybody: Who[] = ['nobody', 'ada', 'ben', 'tara', 'ines', 'adam', 'stranger', 'outsider']
const principal = (who: Who): Principal | null => (who === 'nobody' ? null : people[who])

/** 'ok' where the role lets the use case go on, else the status it is refused with. */
async function outcome(run: () => Promise<unknown>): Promise<number | 'ok'> {
  try {
    await run()
    return 'ok'
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return error.status
  }
}

const staff = {
  nobody: 401,
  ada: 403,
  ben: 403,
  tara: 'ok',
  ines: 'ok',
  adam: 'ok',
  stranger: 404,
  outsider: 404,
} as const
const instructors = { ...staff, tara: 403 } as const
const own = { nobody: 401, ada: 'ok', ben: 404, tara: 404, ines: 404, adam: 404, stranger: 404, outsider: 404 } as const
const anybody = {
  nobody: 401,
  ada: 'ok',
  ben: 'ok',
  tara: 'ok',
  ines: 'ok',
  adam: 'ok',
  stranger: 'ok',
  outsider: 'ok',
} as const
const students = { ...own, ben: 'ok' } as const
/** staff of any course reach the grading process, which is away here */
const staffAnywhere = {
  nobody: 401,
  ada: 403,
  ben: 403,
  tara: 503,
  ines: 503,
  adam: 503,
  stranger: 403,
  outsider: 503,
} as const

const newExam = () => ({ slug: `e-${randomUUID()}`, title: 'New', questions: [{ slug: 'any' }] })

const noRules = { code: null, networks: [], safeBrowser: false, configKeys: [], browserKeys: [] }

const matrix: [string, Record<Who, number | 'ok'>, (p: Principal | null) => Promise<unknown>][] = [
  ['listExams', anybody, (p) => listExams(p)],
  ['listCourses', anybody, (p) => listCourses(p)],
  ['previewMarkdown', anybody, (p) => previewMarkdown(p, { markdown: '**x**' })],
  ['examStart', students, (p) => examStart(p, examId)],
  ['examEntryRules', { ...students, tara: 403, ines: 403, adam: 'ok' }, (p) => examEntryRules(p, examId)],
  ['accessOverview', staff, (p) => accessOverview(p, examId)],
  ['changeAccess', instructors, (p) => changeAccess(p, examId, noRules)],
  [
    'exemptStudent',
    instructors,
    (p) =>
      exemptStudent(p, examId, {
        personId: people.ben.personId,
        networks: true,
        safeBrowser: true,
        reason: 'At home.',
      }),
  ],
  ['attemptResult', own, (p) => attemptResult(p, attemptId)],
  ['courseExams', staff, (p) => courseExams(p, people.courseId)],
  ['examOverview', staff, (p) => examOverview(p, examId)],
  ['staffResult', staff, (p) => staffResult(p, attemptId)],
  ['reviewQueue', staff, (p) => reviewQueue(p, examId)],
  ['reviewEntry', staff, (p) => reviewEntry(p, submissionId, field)],
  [
    'scoreReview',
    staff,
    async (p) => {
      const [{ version = 0 } = {}] = await query<{ version: number }>(
        'SELECT max(version) AS version FROM review HAVING max(version) > 0',
      )
      return scoreReview(p, { submissionId, field, version, points: 1 })
    },
  ],
  ['coursePeople', instructors, (p) => coursePeople(p, people.courseId)],
  ['createExam', instructors, (p) => createExam(p, people.courseId, newExam())],
  ['releaseExam', instructors, (p) => releaseExam(p, examId, { scope: 'all' })],
  [
    'grantAccommodation',
    instructors,
    (p) => grantAccommodation(p, examId, { personId: people.ben.personId, extraSeconds: 60 }),
  ],
  [
    'publishExam',
    instructors,
    async (p) => {
      const draft = await createExam(people.ines, people.courseId, newExam())
      return publishExam(p, draft.examId)
    },
  ],
  ['listQuestions', staffAnywhere, (p) => listQuestions(p)],
  ['previewQuestion', staffAnywhere, (p) => previewQuestion(p, 'any', '1')],
  [
    'requireAdministrator',
    { ...anybody, ada: 403, ben: 403, tara: 403, ines: 403, stranger: 403, outsider: 403 },
    (p) => requireAdministrator(p),
  ],
]

describe('who may do what', () => {
  it.each(matrix)('%s', async (_name, expected, use) => {
    const found: Record<string, number | 'ok'> = {}
    for (const who of everybody) found[who] = await outcome(() => use(principal(who)))
    expect(found).toEqual(expected)
  })

  it('an id that does not exist looks like somebody else’s', async () => {
    const nowhere = randomUUID()
    for (const use of [
      () => examStart(people.ada, nowhere),
      () => attemptResult(people.ada, nowhere),
      () => examOverview(people.ines, nowhere),
      () => staffResult(people.ines, nowhere),
      () => reviewEntry(people.ines, nowhere, field),
      () => releaseExam(people.ines, nowhere, { scope: 'all' }),
      () => courseExams(people.ines, nowhere),
    ])
      expect(await outcome(use)).toBe(404)
  })

  it('a role that was taken away is gone at once', async () => {
    await query('DELETE FROM membership WHERE person_id = $1', [people.tara.personId])
    expect(await outcome(() => examOverview(people.tara, examId))).toBe(404)
  })
})
