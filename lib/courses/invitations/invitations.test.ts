import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { signInFromIssuer, signInLocally } from '../../auth/accounts.ts'
import { closePools } from '../../db/pool.ts'
import { query } from '../../db/query.ts'
import { sendingQueue } from '../../db/queue.ts'
import { freshDatabase } from '../../db/testing/database.ts'
import { makePerson, makeScenario, type Scenario } from '../../db/testing/scenario.ts'
import type { Letter } from '../../mail/mail-server.ts'
import { sendMail } from '../../mail/send-mail.ts'
import { removePerson } from '../change-person.ts'
import { coursePeople } from '../course-people.ts'
import { importRoster } from '../roster/import-roster.ts'
import { previewRoster } from '../roster/preview-roster.ts'
import { codeOf, printCode, readCode } from './code.ts'
import { invite } from './invite.ts'
import { joinCourse } from './join-course.ts'
import { lookAtInvitation } from './look-at-invitation.ts'
import { printedCodes } from './printed-codes.ts'

let people: Scenario
let serial = 0

beforeAll(async () => {
  process.env.SMTP_URL = 'smtp://127.0.0.1:1'
  process.env.MAIL_FROM = 'exams@example.edu'
  process.env.NEXTAUTH_URL = 'https://exams.example.edu'
  await freshDatabase()
})
beforeEach(async () => {
  people = await makeScenario()
})
afterAll(async () => {
  await (await sendingQueue()).stop({ graceful: false })
  await closePools()
})

const address = () => {
  serial += 1
  return `new-${serial}@uni.edu`
}
async function enrolAhead(email: string, role = 'student', { courseId, ines }: Scenario = people): Promise<string> {
  const rows = [{ line: 2, email, name: 'Newcomer', role }]
  const { mark } = await previewRoster(ines, courseId, { rows })
  await importRoster(ines, courseId, { rows, mark, remove: [] })
  return (await coursePeople(ines, courseId)).find((one) => one.email === email)?.personId ?? ''
}
async function printed(email: string): Promise<string> {
  await invite(people.ines, people.courseId, { people: 'all', way: 'code' })
  return (await printedCodes(people.ines, people.courseId)).people.find((one) => one.email === email)?.code ?? ''
}
async function mailed(email: string): Promise<{ code: string; letters: Letter[] }> {
  await invite(people.ines, people.courseId, { people: 'all', way: 'mail' })
  const letters: Letter[] = []
  const mails = await query<{ id: string }>(
    `SELECT l.id FROM mail l JOIN person p ON p.id = l.person_id WHERE p.email = $1`,
    [email],
  )
  for (const { id } of mails)
    await sendMail(id, { post: async (letter) => void letters.push(letter), close: () => undefined })
  return { code: /\/join#(\S+)/.exec(letters[0]?.text ?? '')?.[1] ?? '', letters }
}
const who = async (email: string) =>
  (await coursePeople(people.ines, people.courseId)).filter((one) => (one.rosterEmail ?? one.email) === email)
const password = 'correct horse battery'
const noSuch = { status: 404, code: 'no-such-code' }

describe('a code', () => {
  it('is read as people type it, and says nothing of the others', () => {
    process.env.NEXTAUTH_SECRET ??= 'x'
    const code = codeOf('an id', 'code')
    expect(readCode(` ${printCode(code).toLowerCase()} `)).toBe(code)
    expect(readCode('oil0-0000-0000-0000')).toBe('0110000000000000')
    expect(readCode('0000-0000-0000-000')).toBeNull()
    expect(readCode('0000-0000-0000-000U')).toBeNull()
    expect(new Set([code, codeOf('an id', 'mail'), codeOf('another', 'code')]).size).toBe(3)
  })
})

describe('somebody without an account', () => {
  it('makes one with a printed code, once, and is in the course', async () => {
    const email = address()
    await enrolAhead(email)
    const code = await printed(email)
    expect(await lookAtInvitation(null, { code })).toMatchObject({
      name: 'Newcomer',
      email,
      account: 'new',
      signedInAs: null,
    })
    await expect(joinCourse(null, { code, password: 'short' })).rejects.toMatchObject({
      status: 422,
      field: 'password',
    })
    await expect(joinCourse(null, { code, password: email })).rejects.toMatchObject({ status: 422, field: 'password' })
    const both = await Promise.allSettled([joinCourse(null, { code, password }), joinCourse(null, { code, password })])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const account = await signInLocally(email, password)
    expect(await who(email)).toMatchObject([{ personId: account?.personId, ahead: false, role: 'student' }])
    await expect(joinCourse(null, { code, password })).rejects.toMatchObject(noSuch)
    await expect(lookAtInvitation(null, { code })).rejects.toMatchObject(noSuch)
  })

  it('made by a printed code is nobody elsewhere; by a mailed one the address is known to be theirs', async () => {
    const [paper, letter] = [address(), address()]
    await enrolAhead(paper)
    await enrolAhead(letter)
    const other = await makeScenario()
    for (const email of [paper, letter]) await enrolAhead(email, 'instructor', other)
    await joinCourse(null, { code: await printed(paper), password })
    await joinCourse(null, { code: (await mailed(letter)).code, password })
    const there = (await coursePeople(other.ines, other.courseId)).filter(
      (one) => one.role === 'instructor' && one.name === 'Newcomer',
    )
    expect(there.map(({ email, ahead }) => [email, ahead]).sort()).toEqual(
      [
        [paper, true],
        [letter, false],
      ].sort(),
    )
    // nor on a list that comes later
    const third = await makeScenario()
    const rows = [paper, letter].map((email, k) => ({ line: k + 2, email }))
    const { rows: looked } = await previewRoster(third.ines, third.courseId, { rows })
    expect(looked.map(({ does }) => does)).toEqual(['ahead', 'enrol'])
  })

  it('may join with the account they have, whatever its address', async () => {
    const email = address()
    await enrolAhead(email, 'ta')
    const private_ = await makePerson('Private')
    await joinCourse(private_, { code: await printed(email) })
    expect(await who(email)).toMatchObject([{ personId: private_.personId, role: 'ta' }])
  })

  it('gets no second account, and no password of an account changes', async () => {
    const email = address()
    await query(
      `INSERT INTO person (issuer, subject, name, email, password_hash) VALUES ('local', $1, 'There', $1, 'kept')`,
      [email],
    )
    await enrolAhead(email)
    const code = await printed(email)
    expect(await lookAtInvitation(null, { code })).toMatchObject({ account: 'there' })
    await expect(joinCourse(null, { code, password })).rejects.toMatchObject({ status: 409, code: 'account-there' })
    expect(
      await query(`SELECT password_hash AS hash FROM person WHERE issuer = 'local' AND subject = $1`, [email]),
    ).toEqual([{ hash: 'kept' }])
    expect(await who(email)).toMatchObject([{ ahead: true }])
  })
})

describe('an invitation', () => {
  it('by mail is sent once however often one clicks, and only while it is good for something', async () => {
    const email = address()
    const personId = await enrolAhead(email)
    const { letters } = await mailed(email)
    expect(letters).toMatchObject([
      {
        address: email,
        subject: 'You are enrolled in “Deep Learning”',
        text: expect.stringContaining('Ines has enrolled you'),
      },
    ])
    expect(await invite(people.ines, people.courseId, { people: [personId], way: 'mail' })).toEqual({ invited: 0 })
    expect(await who(email)).toMatchObject([{ invited: { way: 'mail', mail: 'sent' } }])
    const later = address()
    const laterId = await enrolAhead(later)
    await invite(people.ines, people.courseId, { people: [laterId], way: 'mail' })
    await removePerson(people.ines, people.courseId, laterId)
    expect((await mailed(later)).letters).toEqual([])
  })

  it('is over when the person is taken off, when it runs out, and when they have come another way', async () => {
    const emails = [address(), address(), address()]
    const [off, , came] = emails
    const ids: string[] = []
    for (const email of emails) ids.push(await enrolAhead(email))
    const codes: string[] = []
    for (const email of emails) codes.push(await printed(email))
    await removePerson(people.ines, people.courseId, ids[0] ?? '')
    await query('UPDATE invitation SET expires_at = clock_timestamp() WHERE person_id = $1', [ids[1]])
    await signInFromIssuer({
      issuer: 'https://id.example',
      subject: String(came),
      name: 'Came',
      email: String(came),
      emailVerified: true,
    })
    for (const code of codes) await expect(lookAtInvitation(null, { code })).rejects.toMatchObject(noSuch)
    // enrolled again they need another
    await enrolAhead(String(off))
    await expect(joinCourse(null, { code: codes[0] ?? '', password })).rejects.toMatchObject(noSuch)
  })
})
