import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { submitAttempt } from '../attempts/submit-attempt.ts'
import { closeScenario, openScenario, sit } from '../attempts/testing/sit.ts'
import { query } from '../db/query.ts'
import { gradeAsStored } from '../db/testing/graded.ts'
import type { Scenario } from '../db/testing/scenario.ts'
import { releaseExam } from '../release/release-exam.ts'
import { everything } from '../release/shows.ts'

vi.mock('../environment.ts', async (original) => {
  const real = await original<typeof import('../environment.ts')>()
  return { ...real, environment: () => real.readEnvironment(process.env) }
})

import { mailAgain } from './mail-again.ts'
import { connectionOf, openMailServer } from './mail-server.ts'
import { mailStatus } from './mail-status.ts'
import { sendMail } from './send-mail.ts'
import { headOf, openPostOffice, type PostOffice, says } from './testing/post-office.ts'

let people: Scenario
let examId: string
let office: PostOffice | undefined

beforeAll(async () => {
  people = await openScenario()
  process.env.NEXTAUTH_URL = 'https://exams.example.edu'
  process.env.MAIL_FROM = 'Exams <exams@example.edu>'
})
afterAll(closeScenario)
beforeEach(async () => {
  await office?.close()
  process.env.SMTP_URL = 'smtp://127.0.0.1:1'
  const sat = await sit(people)
  examId = sat.examId
  const { submissionId } = await submitAttempt(people.ada, sat.attemptId, { epoch: 1, revisions: {} })
  await gradeAsStored(submissionId)
})
afterAll(() => office?.close())

const release = () => releaseExam(people.ines, examId, { shows: everything, anyway: true })
const mails = () => query<{ id: string }>('SELECT id FROM mail WHERE exam_id = $1', [examId])
const status = () => mailStatus(query, examId)

/** Sends the exam's one mail to a server at this address. */
async function send(address: string): Promise<void> {
  process.env.SMTP_URL = address
  const server = openMailServer()
  try {
    for (const { id } of await mails()) await sendMail(id, server)
  } finally {
    server?.close()
  }
}
const plain = ({ port }: PostOffice) => `smtp://127.0.0.1:${port}`

describe('a mail', () => {
  it('is written down once in the transaction of its cause, and sent once', async () => {
    office = await openPostOffice()
    await release()
    await release()
    // two releases are two causes; the same one told again is none
    await expect(
      query(
        `INSERT INTO mail (key, kind, exam_id, person_id, path) SELECT key, kind, exam_id, person_id, path
      FROM mail WHERE exam_id = $1`,
        [examId],
      ),
    ).rejects.toMatchObject({ code: '23505' })
    expect(await mails()).toHaveLength(2)
    await send(plain(office))
    await send(plain(office))
    expect(office.received).toHaveLength(2)
    expect(office.received[0]?.to).toEqual([people.ada.email])
    const head = headOf(office.received[0]!)
    expect(head).toContain('From: Exams <exams@example.edu>')
    expect(head.some((line) => /^Message-ID: <[0-9a-f-]{36}@example\.edu>$/.test(line))).toBe(true)
    const body = office.received[0]?.raw.replace(/=\r\n/g, '')
    expect(body).toMatch(/\r\nhttps:\/\/exams\.example\.edu\/attempts\/[0-9a-f-]{36}\/result\r\n/)
    expect(body).toContain('text/html')
    expect(await status()).toEqual({ on: true, sent: 2, waiting: 0, troubles: [] })
  })

  it('has no header that a name or a title put there', async () => {
    office = await openPostOffice()
    const inject = 'x\r\nBcc: everybody@example.edu\r\n\r\n<b>'
    await query('UPDATE person SET name = $2 WHERE id = $1', [people.ada.personId, inject])
    await query('UPDATE exam SET title = $2 WHERE id = $1', [examId, `Räume${inject}`])
    await release()
    await send(plain(office))
    await query(`UPDATE person SET name = 'Ada' WHERE id = $1`, [people.ada.personId])
    expect(office.received).toHaveLength(1)
    expect(headOf(office.received[0]!).filter((line) => /^(bcc|cc):/i.test(line))).toEqual([])
    expect(office.received[0]?.to).toEqual([people.ada.email])
  })

  it('to what is no single address is never sent', async () => {
    office = await openPostOffice()
    await query('UPDATE person SET email = $2 WHERE id = $1', [people.ada.personId, 'a@x.edu, b@x.edu'])
    await release()
    await send(plain(office))
    await query('UPDATE person SET email = $2 WHERE id = $1', [people.ada.personId, people.ada.email])
    expect(office.received).toEqual([])
    expect((await status()).troubles).toMatchObject([{ gaveUp: true, problem: expect.stringContaining('no address') }])
  })

  it('is not sent of results that were taken back', async () => {
    office = await openPostOffice()
    await release()
    await releaseExam(people.ines, examId, { scope: 'none' })
    await send(plain(office))
    expect(office.received).toEqual([])
    expect(await status()).toMatchObject({ sent: 0, waiting: 0, troubles: [] })
  })

  it('is not written where no server is set, nor where nobody is to be told', async () => {
    await releaseExam(people.ines, examId, { shows: everything, anyway: true, tell: false })
    process.env.SMTP_URL = ''
    process.env.MAIL_FROM = ''
    await release()
    expect(await mails()).toEqual([])
    expect(await status()).toMatchObject({ on: false })
    process.env.MAIL_FROM = 'Exams <exams@example.edu>'
  })
})

describe('a server', () => {
  it('that is busy is asked again: 451, then it takes the mail', async () => {
    const answers = [says(451, 'Try later')]
    office = await openPostOffice({ content: () => answers.pop() })
    await release()
    await expect(send(plain(office))).rejects.toThrow('451')
    expect((await status()).troubles).toMatchObject([
      { name: 'Ada', gaveUp: false, tries: 1, problem: '451 Try later' },
    ])
    await send(plain(office))
    expect(office.received).toHaveLength(1)
    expect(await status()).toMatchObject({ sent: 1, troubles: [] })
  })

  it('that refuses a recipient for good is not asked again, until staff say so', async () => {
    office = await openPostOffice({ recipient: () => says(550, 'No such user') })
    await release()
    await send(plain(office))
    await send(plain(office))
    expect((await status()).troubles).toMatchObject([{ gaveUp: true, tries: 1, problem: '550 No such user' }])
    await expect(mailAgain(people.tara, examId)).rejects.toMatchObject({ status: 403 })
    expect(await mailAgain(people.ines, examId)).toEqual({ mails: 1 })
    expect(await status()).toMatchObject({ waiting: 1 })
  })

  it('that is away, or does not let us in, is asked again: staff see why', async () => {
    await release()
    await expect(send('smtp://127.0.0.1:1')).rejects.toThrow('ECONNREFUSED')
    office = await openPostOffice({ password: 'right' })
    await expect(send(`smtp://exams:wrong@127.0.0.1:${office.port}`)).rejects.toThrow('535')
    expect((await status()).troubles).toMatchObject([
      { tries: 2, gaveUp: false, problem: expect.stringContaining('535') },
    ])
    await send(`smtp://exams:right@127.0.0.1:${office.port}`)
    expect(office.received).toMatchObject([{ user: 'exams' }])
  })

  it('that offers TLS is spoken to in it; a certificate of nobody’s is refused unless it is to be believed', async () => {
    office = await openPostOffice({ hideSTARTTLS: false, password: 'right' })
    await release()
    await expect(send(`smtp://exams:right@127.0.0.1:${office.port}`)).rejects.toThrow(/certificate|self.signed/i)
    expect(office.passwords).toEqual([])
    await send(`smtp://exams:right@127.0.0.1:${office.port}?verify=no`)
    expect(office.received).toMatchObject([{ secure: true }])
    expect(office.passwords).toEqual([{ pass: 'right', secure: true }])
  })

  it('that offers no TLS is not told a password, but on the same machine', async () => {
    office = await openPostOffice({ password: 'right', disabledCommands: ['STARTTLS'] })
    await release()
    await expect(send(`smtp://exams:right@127.0.0.1:${office.port}?tls=required`)).rejects.toThrow(
      'No encrypted connection',
    )
    expect(office.passwords).toEqual([])
    expect(office.received).toEqual([])
    expect(connectionOf('smtp://u:p@mail.example.edu')).toMatchObject({
      requireTLS: true,
      port: 587,
      auth: { pass: 'p' },
    })
    expect(connectionOf('smtp://mail.example.edu:25')).toMatchObject({ requireTLS: false, port: 25 })
    expect(connectionOf('smtp://u:p@[::1]')).toMatchObject({ requireTLS: false, host: '::1' })
    expect(connectionOf('smtps://u:a%40b@mail.example.edu')).toMatchObject({
      secure: true,
      port: 465,
      auth: { pass: 'a@b' },
    })
  })
})
