import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { submitAttempt } from '../attempts/submit-attempt.ts'
import { sit } from '../attempts/testing/sit.ts'
import { closePools } from '../db/pool.ts'
import { inTransaction, query } from '../db/query.ts'
import { workingQueue } from '../db/queue.ts'
import { freshDatabase } from '../db/testing/database.ts'
import { gradeAsStored } from '../db/testing/graded.ts'
import { makeScenario, type Scenario } from '../db/testing/scenario.ts'
import { openMailServer } from '../mail/mail-server.ts'
import { mailStatus } from '../mail/mail-status.ts'
import { tellOfRelease } from '../mail/tell-of-release.ts'
import { openPostOffice, type PostOffice, says } from '../mail/testing/post-office.ts'
import { releaseExam } from '../release/release-exam.ts'
import { everything } from '../release/shows.ts'
import { takeMailJobs } from './mail-jobs.ts'

let people: Scenario
let office: PostOffice
const refusals: Error[] = []

beforeAll(async () => {
  await freshDatabase()
  office = await openPostOffice({ content: () => refusals.pop() })
  process.env.SMTP_URL = `smtp://127.0.0.1:${office.port}`
  process.env.MAIL_FROM = 'exams@example.edu'
  process.env.NEXTAUTH_URL = 'https://exams.example.edu'
  people = await makeScenario()
  const boss = await workingQueue()
  await boss.updateQueue('mail', { retryLimit: 2, retryDelay: 0, retryBackoff: false })
  await takeMailJobs(boss, openMailServer())
})
afterAll(async () => {
  await (await workingQueue()).stop({ graceful: false })
  await office.close()
  await closePools()
})

const handIn = async () => {
  const { examId, attemptId } = await sit(people)
  const { submissionId } = await submitAttempt(people.ada, attemptId, { epoch: 1, revisions: {} })
  await gradeAsStored(submissionId)
  return examId
}
const patiently = { timeout: 20_000, interval: 50 }

it('a release reaches its students through the queue, though the server is busy at first', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  refusals.push(says(451, 'Busy'))
  const examId = await handIn()
  await releaseExam(people.ines, examId, { shows: everything, anyway: true })
  await vi.waitFor(() => expect(office.received).toHaveLength(1), patiently)
  expect(office.received[0]?.to).toEqual([people.ada.email])
  await vi.waitFor(
    async () => expect(await mailStatus(query, examId)).toMatchObject({ sent: 1, troubles: [] }),
    patiently,
  )
})

it('one that comes later is told when it comes, and one that was replaced before is not', async () => {
  const examId = await handIn()
  const [time] = await query<{ at: string }>(`SELECT iso(clock_timestamp() + interval '1 second') AS at`)
  await releaseExam(people.ines, examId, { shows: everything, anyway: true, at: time?.at })
  const replaced = await handIn()
  await releaseExam(people.ines, replaced, { shows: everything, anyway: true, at: time?.at })
  await releaseExam(people.ines, replaced, { scope: 'none' })
  expect(await query('SELECT FROM mail WHERE exam_id = ANY($1)', [[examId, replaced]])).toEqual([])
  await vi.waitFor(async () => expect(await mailStatus(query, examId)).toMatchObject({ sent: 1 }), patiently)
  expect(await query('SELECT FROM mail WHERE exam_id = $1', [replaced])).toEqual([])
})

it('is told only where the release was stored', async () => {
  const examId = await handIn()
  const undone = inTransaction(async (run) => {
    const [row] = await run<{ releaseId: string }>(
      `INSERT INTO release (exam_id, scope, person_id) VALUES ($1, 'all', $2) RETURNING id::text AS "releaseId"`,
      [examId, people.ines.personId],
    )
    await tellOfRelease(run, { releaseId: row?.releaseId ?? '', examId, at: null })
    expect(await run('SELECT FROM mail WHERE exam_id = $1', [examId])).toHaveLength(1)
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  expect(await query('SELECT FROM mail WHERE exam_id = $1', [examId])).toEqual([])
})
