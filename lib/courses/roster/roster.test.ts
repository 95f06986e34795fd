import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startAttempt } from '../../attempts/start-attempt.ts'
import { signInFromIssuer } from '../../auth/accounts.ts'
import type { Principal } from '../../auth/principal.ts'
import { closePools } from '../../db/pool.ts'
import { query } from '../../db/query.ts'
import { freshDatabase } from '../../db/testing/database.ts'
import { makeExam, makePerson, makeScenario, type Scenario } from '../../db/testing/scenario.ts'
import { changePerson, removePerson } from '../change-person.ts'
import { coursePeople } from '../course-people.ts'
import { exportPeople } from '../export-people.ts'
import { asPeopleTable } from '../table/columns.ts'
import { readTable } from '../table/read-table.ts'
import { collected } from '../table/testing/workbook.ts'
import { importRoster } from './import-roster.ts'
import { previewRoster } from './preview-roster.ts'

type Row = { line: number; email: string } & Record<string, string | number>
const issuer = 'https://id.example'
let people: Scenario

beforeAll(async () => {
  process.env.OIDC_ISSUER = issuer
  process.env.OIDC_CLIENT_ID = 'referee'
  process.env.OIDC_CLIENT_SECRET = 'secret'
  await freshDatabase()
})
beforeEach(async () => {
  people = await makeScenario()
  await query('UPDATE person SET email_verified = true')
})
afterAll(closePools)

const rows = (...emails: string[]): Row[] => emails.map((email, at) => ({ line: at + 2, email }))
async function bringIn(list: Row[], remove: string[] = [], who: Principal = people.ines) {
  const { mark } = await previewRoster(who, people.courseId, { rows: list })
  return importRoster(who, people.courseId, { rows: list, mark, remove })
}
const does = async (list: Row[]) =>
  (await previewRoster(people.ines, people.courseId, { rows: list })).rows.map((row) => row.does)
const names = async () =>
  (await coursePeople(people.ines, people.courseId)).map(
    ({ email, role, ahead }) => `${role} ${email}${ahead ? ' ahead' : ''}`,
  )
const visit = (subject: string, email: string, emailVerified = true) =>
  signInFromIssuer({
    issuer,
    subject: `${people.courseId}/${subject}`,
    name: `Person ${subject}`,
    email,
    emailVerified,
  })
let serial = 0
const address = (name: string) => {
  serial += 1
  return `${name}-${serial}@uni.edu`
}

describe('importing a list', () => {
  it('does what the preview said, once: a second time there is nothing to do', async () => {
    const known = await visit('known', address('known'))
    const list = rows(people.ada.email, known.email, address('new'), 'nonsense')
    expect(await does(list)).toEqual(['same', 'enrol', 'ahead', 'error'])
    expect(await bringIn(list)).toEqual({ enrolled: 1, ahead: 1, changed: 0, removed: 0 })
    const after = await names()
    expect(await does(list)).toEqual(['same', 'same', 'same', 'error'])
    expect(await bringIn(list)).toEqual({ enrolled: 0, ahead: 0, changed: 0, removed: 0 })
    expect(await names()).toEqual(after)
    expect(await query('SELECT FROM course_action WHERE course_id = $1', [people.courseId])).toHaveLength(1)
  })

  it('shows who is missing, and takes off only whom it is told to', async () => {
    const list = rows(people.ada.email)
    const { missing } = await previewRoster(people.ines, people.courseId, { rows: list })
    expect(missing.map(({ personId }) => personId)).toEqual([people.ben.personId])
    expect(await bringIn(list)).toMatchObject({ removed: 0 })
    await expect(bringIn(list, [people.tara.personId])).rejects.toMatchObject({ status: 422 })
    await expect(bringIn(list, [people.ada.personId])).rejects.toMatchObject({ status: 422 })
    expect(await bringIn(list, [people.ben.personId])).toMatchObject({ removed: 1 })
    expect(await names()).not.toContain(`student ${people.ben.email}`)
  })

  it('of what was not looked at is refused, and changes nothing', async () => {
    const list = rows(people.ada.email, address('late'))
    const { mark } = await previewRoster(people.ines, people.courseId, { rows: list })
    await removePerson(people.ines, people.courseId, people.ben.personId)
    const stale = importRoster(people.ines, people.courseId, { rows: list, mark, remove: [] })
    await expect(stale).rejects.toMatchObject({ status: 409, code: 'changed' })
    expect((await names()).filter((name) => name.endsWith('ahead'))).toEqual([])
  })

  it('gives no role to who only says that an address is theirs', async () => {
    const email = address('boss')
    const impostor = await visit('impostor', email, false)
    await query(`INSERT INTO membership (course_id, person_id, role) VALUES ($1, $2, 'student')`, [
      people.courseId,
      impostor.personId,
    ])
    const stranger = await makePerson('Elsewhere')
    await query(
      `UPDATE person SET issuer = 'https://elsewhere.example', email = $2, email_verified = true WHERE id = $1`,
      [stranger.personId, email],
    )
    expect(await does([{ line: 2, email, role: 'instructor' }])).toEqual(['ahead'])
    await bringIn([{ line: 2, email, role: 'instructor' }])
    expect(
      (await coursePeople(people.ines, people.courseId)).find(({ personId }) => personId === impostor.personId)?.role,
    ).toBe('student')
  })

  it('goes the way back: an exported list changes nothing', async () => {
    await bringIn([{ line: 2, email: address('eve'), name: '=HYPERLINK("x")', number: '007', group: '-A', role: 'ta' }])
    const file = await readTable(await collected((await exportPeople(people.ines, people.courseId)).bytes))
    if ('problem' in file) throw new Error(file.problem)
    const { rows: read, columns } = asPeopleTable(file)
    const cell = (cells: string[], at: number | undefined) => cells[at ?? -1] ?? ''
    const list = read.map(({ line, cells }) => ({
      line,
      email: cell(cells, columns.email),
      name: cell(cells, columns.name),
      number: cell(cells, columns.number),
      group: cell(cells, columns.group),
      role: cell(cells, columns.role),
    }))
    const { rows: previewed, missing } = await previewRoster(people.ines, people.courseId, { rows: list })
    expect(previewed.map((row) => row.does)).toEqual(list.map(() => 'same'))
    expect(missing).toEqual([])
  })

  it('moves addresses from one to another without a collision', async () => {
    const [a, b, c] = [address('a'), address('b'), address('c')]
    await bringIn([
      { line: 2, email: a, number: '1' },
      { line: 3, email: b, number: '2' },
    ])
    const second = (await coursePeople(people.ines, people.courseId)).find(({ email }) => email === b)?.personId ?? ''
    await removePerson(people.ines, people.courseId, second)
    const list = [
      { line: 2, email: b, number: '1' },
      { line: 3, email: a, number: '3' },
      { line: 4, email: c, number: '4' },
    ]
    expect(await bringIn(list)).toMatchObject({ changed: 1, ahead: 2 })
    expect(await does(list)).toEqual(['same', 'same', 'same'])
  })

  it('of 5,000 people takes a few seconds', async () => {
    const list = Array.from({ length: 5_000 }, (_, k) => ({
      line: k + 2,
      email: `s${k}@${people.courseId}.edu`,
      name: `Student ${k}`,
      number: String(k),
    }))
    const began = performance.now()
    expect(await bringIn(list)).toMatchObject({ ahead: 5_000 })
    expect(await does(list)).toEqual(list.map(() => 'same'))
    expect(performance.now() - began).toBeLessThan(20_000)
  })
})

describe('who was enrolled ahead', () => {
  it('is in every course that waits at the first sign-in, with time and room', async () => {
    const email = address('zoe')
    await bringIn([{ line: 2, email, name: 'Zoe', number: '9', group: 'B' }])
    const ahead = (await coursePeople(people.ines, people.courseId)).find((one) => one.email === email)
    const examId = await makeExam(people.courseId)
    await query(`INSERT INTO seat VALUES ($1, $2, 'Hall')`, [examId, ahead?.personId])
    await query(`INSERT INTO accommodation (exam_id, person_id, percent) VALUES ($1, $2, 150)`, [
      examId,
      ahead?.personId,
    ])
    await query(`INSERT INTO extension (exam_id, person_id, seconds) VALUES ($1, $2, 60)`, [examId, ahead?.personId])
    const unproven = await visit('zoe', email, false)
    expect(await query('SELECT FROM membership WHERE person_id = $1', [unproven.personId])).toEqual([])
    const { personId } = await visit('zoe', email.toUpperCase())
    const joined = (await coursePeople(people.ines, people.courseId)).filter((one) => one.email === email)
    expect(joined).toMatchObject([
      { personId, ahead: false, name: 'Person zoe', rosterName: 'Zoe', number: '9', group: 'B' },
    ])
    const [time] = await query('SELECT duration_seconds FROM exam_time($1, $2)', [examId, personId])
    expect(time).toEqual({ duration_seconds: 5460 })
    expect(await query('SELECT room FROM seat WHERE person_id = $1', [personId])).toEqual([{ room: 'Hall' }])
    expect(await does([{ line: 2, email, name: 'Zoe', number: '9', group: 'B' }])).toEqual(['same'])
    // and once only
    await visit('zoe', email)
    expect(await query(`SELECT FROM course_action WHERE action = 'join' AND person_id = $1`, [personId])).toHaveLength(
      1,
    )
  })

  it('and taken off again does not come in', async () => {
    const email = address('off')
    await bringIn(rows(people.ada.email, people.ben.email, email))
    const ahead = (await coursePeople(people.ines, people.courseId)).find((one) => one.email === email)
    await removePerson(people.ines, people.courseId, ahead?.personId ?? '')
    const { personId } = await visit('off', email)
    expect(await query('SELECT FROM membership WHERE person_id = $1', [personId])).toEqual([])
    expect(await does(rows(email))).toEqual(['enrol'])
  })
})

describe('roles', () => {
  it('can be changed, but never is the last instructor taken away: one who has not signed in is none yet', async () => {
    const { courseId, ines, tara } = people
    const as = (role: 'student' | 'ta' | 'instructor') => ({ role, number: null, group: null })
    await bringIn([{ line: 2, email: address('prof'), role: 'instructor' }])
    const last = { status: 409, code: 'last-instructor' }
    await expect(changePerson(ines, courseId, ines.personId, as('ta'))).rejects.toMatchObject(last)
    await expect(removePerson(ines, courseId, ines.personId)).rejects.toMatchObject(last)
    await changePerson(ines, courseId, tara.personId, as('instructor'))
    const both = await Promise.allSettled([
      changePerson(ines, courseId, ines.personId, as('ta')),
      changePerson(tara, courseId, tara.personId, as('ta')),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('and places stay as they are while an exam is sat', async () => {
    const { courseId, ines, ada } = people
    await startAttempt(ada, await makeExam(courseId))
    const sitting = { status: 409, code: 'sitting' }
    await expect(changePerson(ines, courseId, ada.personId, { role: 'ta' })).rejects.toMatchObject(sitting)
    await expect(removePerson(ines, courseId, ada.personId)).rejects.toMatchObject(sitting)
    await expect(bringIn(rows(people.ben.email), [ada.personId])).rejects.toMatchObject(sitting)
    await changePerson(ines, courseId, ada.personId, { role: 'student', group: ' B ', number: '12' })
    await expect(
      changePerson(ines, courseId, people.ben.personId, { role: 'student', number: '0012' }),
    ).rejects.toMatchObject({ status: 422 })
  })
})
