import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { closePools } from '../db/pool.ts'
import { query } from '../db/query.ts'
import { freshDatabase } from '../db/testing/database.ts'
import { makeScenario, type Scenario } from '../db/testing/scenario.ts'
import { requireAdministrator, requireRole, requireStaffAnywhere } from './require.ts'

// What everybody gets of every use case is in lib/security/authorisation; here are the guards by themselves.
let people: Scenario

beforeAll(async () => {
  await freshDatabase()
  people = await makeScenario()
})
afterAll(closePools)

it('what does not exist looks like what is somebody else’s', async () => {
  const others = requireRole(people.outsider, people.courseId, ['instructor'])
  await expect(others).rejects.toMatchObject({ status: 404 })
  for (const courseId of [undefined, randomUUID()])
    await expect(requireRole(people.ines, courseId, ['instructor'])).rejects.toMatchObject({ status: 404 })
})

it('an administrator has every role, and nobody else is one', async () => {
  expect((await requireRole(people.adam, people.courseId, ['student'])).role).toBe('administrator')
  await requireAdministrator(people.adam)
  for (const who of [people.ada, people.tara, people.ines, people.outsider])
    await expect(requireAdministrator(who)).rejects.toMatchObject({ status: 403 })
  await expect(requireAdministrator(null)).rejects.toMatchObject({ status: 401 })
})

it('a role that was taken away is gone at once', async () => {
  await requireStaffAnywhere(people.tara)
  expect((await requireRole(people.tara, people.courseId, ['ta'])).role).toBe('ta')
  await query('DELETE FROM membership WHERE person_id = $1', [people.tara.personId])
  await expect(requireRole(people.tara, people.courseId, ['ta'])).rejects.toMatchObject({ status: 404 })
  await expect(requireStaffAnywhere(people.tara)).rejects.toMatchObject({ status: 403 })
})
