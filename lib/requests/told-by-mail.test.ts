import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { submitAttempt } from '../attempts/submit-attempt.ts'
import { closeScenario, openScenario, sit } from '../attempts/testing/sit.ts'
import { query } from '../db/query.ts'
import { gradeAsStored } from '../db/testing/graded.ts'
import type { Scenario } from '../db/testing/scenario.ts'
import { openMailServer } from '../mail/mail-server.ts'
import { sendMail } from '../mail/send-mail.ts'
import { openPostOffice, type PostOffice } from '../mail/testing/post-office.ts'
import { releaseExam } from '../release/release-exam.ts'
import { everything } from '../release/shows.ts'
import { answerRequest } from './answer-request.ts'
import { askAgain } from './ask-again.ts'

let people: Scenario
let office: PostOffice
let server: ReturnType<typeof openMailServer>
let examId: string
let attemptId: string
let slugs: string[]

beforeAll(async () => {
  office = await openPostOffice()
  process.env.SMTP_URL = `smtp://127.0.0.1:${office.port}`
  process.env.MAIL_FROM = 'exams@example.edu'
  process.env.NEXTAUTH_URL = 'https://exams.example.edu'
  people = await openScenario()
  server = openMailServer()
})
afterAll(async () => {
  server?.close()
  await office.close()
  await closeScenario()
})
beforeEach(async () => {
  office.received.length = 0
  ;({ examId, attemptId } = await sit(people))
  const { submissionId } = await submitAttempt(people.ada, attemptId, { epoch: 1, revisions: {} })
  await gradeAsStored(submissionId)
  const until = new Date(Date.now() + 3_600_000).toISOString()
  await releaseExam(people.ines, examId, { shows: everything, requestsUntil: until, anyway: true, tell: false })
  slugs = (
    await query<{ slug: string }>('SELECT slug FROM exam_question WHERE exam_id = $1 ORDER BY position', [examId])
  ).map(({ slug }) => slug)
})

const ask = (k: number) => askAgain(people.ada, attemptId, { field: `${slugs[k]}.y`, text: 'Please.' })
const digests = (personId: string) =>
  query<{ id: string; more: number }>(
    `SELECT id, more FROM mail WHERE exam_id = $1 AND person_id = $2 AND kind = 'requests' ORDER BY created_at`,
    [examId, personId],
  )
const send = async (ids: { id: string }[]) => {
  for (const { id } of ids) await sendMail(id, server)
}
const subjects = () => office.received.map(({ raw }) => /^Subject: (.*(?:\r\n .*)*)/m.exec(raw)?.[1])

describe('new requests', () => {
  it('are told to each of the staff in one mail, some time later, and the next ones in another', async () => {
    await ask(0)
    await ask(1)
    const told = await digests(people.tara.personId)
    expect(told).toMatchObject([{ more: 1 }])
    expect(await digests(people.ines.personId)).toHaveLength(1)
    const jobs = await query<{ soon: boolean }>(
      `SELECT start_after > now() + interval '10 minutes' AND start_after < now() + interval '20 minutes' AS soon
       FROM pgboss.job WHERE name = 'mail' AND data->>'mailId' = $1`,
      [told[0]?.id],
    )
    expect(jobs).toEqual([{ soon: true }])
    await send(told)
    expect(office.received).toHaveLength(1)
    expect(office.received[0]?.raw).toContain('2 requests for another look')
    expect(office.received[0]?.raw.replace(/=\r\n/g, '')).toContain(`/staff/exams/${examId}/requests`)
    await query(
      `INSERT INTO review_request_message (request_id, seq, act, state, person_id, text)
       SELECT id, 2, 'withdraw', 'withdrawn', person_id, '' FROM review_request WHERE exam_id = $1 AND field = $2`,
      [examId, `${slugs[0]}.y`],
    )
    await ask(0)
    expect(await digests(people.tara.personId)).toHaveLength(2)
  })

  it('that nobody waits for any more, or that are not theirs to answer, are told to nobody', async () => {
    const { requestId } = await ask(0)
    await query(
      `INSERT INTO review_assignment (exam_question_id, field, person_id)
       SELECT exam_question_id, field, $2 FROM review_request WHERE id = $1`,
      [requestId, people.ines.personId],
    )
    await send(await digests(people.tara.personId))
    await answerRequest(people.ines, requestId, { seq: 1, version: 0, text: 'Yes.' })
    await send(await digests(people.ines.personId))
    expect(office.received).toEqual([])
  })
})

describe('an answer', () => {
  it('is told to its student once, with a link and without a word of it', async () => {
    const { requestId } = await ask(0)
    await answerRequest(people.tara, requestId, { seq: 1, version: 0, text: 'A secret answer.', points: 1 })
    const mails = await query<{ id: string }>(`SELECT id FROM mail WHERE exam_id = $1 AND kind = 'answered'`, [examId])
    await send(mails)
    await send(mails)
    expect(office.received).toHaveLength(1)
    expect(office.received[0]?.to).toEqual([people.ada.email])
    expect(subjects()[0]).toContain('request')
    expect(office.received[0]?.raw).not.toMatch(/secret answer|Tara/)
  })
})
