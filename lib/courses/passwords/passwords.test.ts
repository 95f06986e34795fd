import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { signInLocally } from '../../auth/accounts.ts'
import { hashPassword } from '../../auth/password.ts'
import type { Principal } from '../../auth/principal.ts'
import { beginSession, sessionEnded } from '../../auth/sessions.ts'
import { closePools } from '../../db/pool.ts'
import { inTransaction, type Query, query } from '../../db/query.ts'
import { freshDatabase } from '../../db/testing/database.ts'
import { enrol, makeCourse, makeExam, makeScenario, type Scenario } from '../../db/testing/scenario.ts'
import { removePerson } from '../change-person.ts'
import { courseSettings } from '../course-settings.ts'
import { makeReset } from './make-reset.ts'
import { setPassword } from './set-password.ts'

const before = 'what it was before'
const after = 'correct horse battery'
const noSuch = { status: 404, code: 'no-such-code' }
let stored: string
let people: Scenario
let lea: Principal

beforeAll(async () => {
  await freshDatabase()
  stored = await hashPassword(before)
})
afterAll(closePools)
beforeEach(async () => {
  people = await makeScenario()
  lea = await makeLocal('Lea')
  await enrol(people.courseId, lea, 'student')
})

async function makeLocal(name: string, administrator = false): Promise<Principal> {
  const email = `${name.toLowerCase()}-${randomUUID().slice(0, 8)}@uni.edu`
  const [row] = await query<{ id: string }>(
    `INSERT INTO person (issuer, subject, name, email, password_hash, administrator)
     VALUES ('local', $2, $1, $2, $3, $4) RETURNING id`,
    [name, email, stored, administrator],
  )
  return { personId: row?.id ?? '', name, email }
}
const make = async (who = lea, by = people.ines) => (await makeReset(by, people.courseId, who.personId)).code
const set = (code: string, password = after) => setPassword(null, { code, password })
const signsIn = async (password: string) => (await signInLocally(lea.email, password)) !== null

it('a code sets a new password once, and signs its owner out everywhere', async () => {
  const session = await beginSession(lea.personId)
  const code = await make()
  expect([await signsIn(before), await sessionEnded(session)]).toEqual([true, false])
  await expect(set(code, 'short')).rejects.toMatchObject({ status: 422 })
  await expect(set(code, lea.email)).rejects.toMatchObject({ status: 422 })
  await expect(set(code, 'x'.repeat(1_025))).rejects.toMatchObject({ status: 422 })
  await expect(set(code.padEnd(101))).rejects.toMatchObject({ status: 422 })
  expect(await set(code.toLowerCase().replaceAll('-', ' '))).toEqual({ email: lea.email })
  expect([await signsIn(before), await signsIn(after)]).toEqual([false, true])
  expect(await sessionEnded(session)).toBe(true)
  await expect(set(code, 'another password')).rejects.toMatchObject(noSuch)
  expect(await signsIn(after)).toBe(true)
  const { log } = await courseSettings(people.ines, people.courseId)
  expect(log.map(({ by, action }) => `${by} ${action}`)).toEqual(['Lea password', 'Ines reset'])
  expect(JSON.stringify(log)).not.toContain(code)
  // many passwords are hashed, which a busy machine takes its time for
}, 120_000)

it('of two codes the newer one is good, for a day', async () => {
  const [first, second] = [await make(), await make()]
  await expect(set(first)).rejects.toMatchObject(noSuch)
  await query(`UPDATE password_reset SET expires_at = clock_timestamp() - interval '1 second' WHERE revoked_at IS NULL`)
  await expect(set(second)).rejects.toMatchObject(noSuch)
  await expect(set('0000-0000-0000-0000')).rejects.toMatchObject(noSuch)
  expect(await signsIn(before)).toBe(true)
})

it('of two that are made at once in two courses one is good', async () => {
  const elsewhere = await makeCourse('Elsewhere')
  await enrol(elsewhere, lea, 'student')
  await enrol(elsewhere, people.ines, 'instructor')
  const courses = [people.courseId, elsewhere]
  const made = await Promise.all(courses.map((courseId) => makeReset(people.ines, courseId, lea.personId)))
  const done = await Promise.allSettled(made.map(({ code }) => set(code)))
  expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

it('used twice at once it sets one password', async () => {
  const code = await make()
  const done = await Promise.allSettled([set(code, 'the first of the two'), set(code, 'the second of the two')])
  expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

/** What is asked behind somebody who holds something, and who does more once it waits. */
async function behind(
  asks: () => Promise<unknown>,
  holds: (run: Query) => Promise<unknown>,
  does?: (run: Query) => Promise<unknown>,
) {
  const waiter = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
  const { asked } = await inTransaction(async (run) => {
    await holds(run)
    const asked = Promise.allSettled([asks()])
    await expect.poll(async () => (await query(waiter)).length, { timeout: 20_000 }).toBeGreaterThan(0)
    await run(`SET LOCAL lock_timeout = '100ms'`)
    await does?.(run)
    return { asked }
  })
  return asked
}

it('a code that is replaced while it is used is good no more, and nobody waits for each other', async () => {
  const code = await make()
  const asked = await behind(
    () => set(code),
    (run) => run('SELECT FROM person WHERE id = $1 FOR UPDATE', [lea.personId]),
    (run) => run('UPDATE password_reset SET revoked_at = clock_timestamp() WHERE person_id = $1', [lea.personId]),
  )
  expect(asked).toMatchObject([{ reason: noSuch }])
  expect(await signsIn(before)).toBe(true)
})

it('nor is one of an account that gets more while it is used', async () => {
  const elsewhere = await makeCourse('Elsewhere')
  const enrolled = `INSERT INTO membership (course_id, person_id, role) VALUES ($1, $2, 'student')`
  const code = await make()
  const asked = await behind(
    () => set(code),
    (run) => run(enrolled, [elsewhere, lea.personId]),
  )
  expect(asked).toMatchObject([{ reason: noSuch }])
})

it('none is made for somebody who is taken off the list meanwhile', async () => {
  const asked = await behind(
    () => make(),
    (run) => run('SELECT FROM course WHERE id = $1 FOR UPDATE', [people.courseId]),
    (run) => run('DELETE FROM membership WHERE person_id = $1', [lea.personId]),
  )
  expect(asked).toMatchObject([{ reason: { status: 404 } }])
})

it('an instructor makes none for an account that is more than a student or an assistant of their own courses', async () => {
  const { ines, adam, courseId, outsider } = people
  const refused = { status: 403, code: 'not-yours' }
  await expect(make(people.ada)).rejects.toMatchObject({ status: 409, code: 'no-password' })
  await expect(make(people.stranger)).rejects.toMatchObject({ status: 404 })
  await expect(make(lea, people.tara)).rejects.toMatchObject({ status: 403, code: 'forbidden' })
  await expect(make(lea, outsider)).rejects.toMatchObject({ status: 404 })

  const colleague = await makeLocal('Colleague')
  await enrol(courseId, colleague, 'instructor')
  await expect(make(colleague)).rejects.toMatchObject(refused)
  const operator = await makeLocal('Operator', true)
  await enrol(courseId, operator, 'student')
  await expect(make(operator)).rejects.toMatchObject(refused)

  const elsewhere = await makeCourse('Elsewhere')
  await enrol(elsewhere, lea, 'student')
  await expect(make()).rejects.toMatchObject(refused)
  await enrol(elsewhere, ines, 'ta')
  await expect(make()).rejects.toMatchObject(refused)
  await query(`UPDATE membership SET role = 'instructor' WHERE course_id = $1 AND person_id = $2`, [
    elsewhere,
    ines.personId,
  ])
  expect(await make()).toMatch(/^\w{4}-/)
  expect(await make(colleague, adam)).toMatch(/^\w{4}-/)
})

it('nor for one that has sat an exam elsewhere, also where it was taken off the list', async () => {
  const examId = await makeExam(await makeCourse('Elsewhere'))
  await query('INSERT INTO attempt (exam_id, person_id) VALUES ($1, $2)', [examId, lea.personId])
  await expect(make()).rejects.toMatchObject({ status: 403 })
})

it('nor for one that signs in elsewhere, since when ever', async () => {
  const code = await make()
  await query(`UPDATE person SET issuer = 'https://id.example' WHERE id = $1`, [lea.personId])
  await expect(make()).rejects.toMatchObject({ status: 409, code: 'no-password' })
  await expect(set(code)).rejects.toMatchObject(noSuch)
})

it('a code is good no more when the account has got more since, or has left the course', async () => {
  const code = await make()
  await enrol(await makeCourse('Elsewhere'), lea, 'ta')
  await expect(set(code)).rejects.toMatchObject(noSuch)
  await query(`DELETE FROM membership WHERE person_id = $1 AND course_id <> $2`, [lea.personId, people.courseId])
  await removePerson(people.ines, people.courseId, lea.personId)
  await enrol(people.courseId, lea, 'student')
  await expect(set(code)).rejects.toMatchObject(noSuch)
})
