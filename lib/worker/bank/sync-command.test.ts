import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { closePools } from '../../db/pool.ts'
import { freshDatabase } from '../../db/testing/database.ts'
import { makeScenario, type Scenario } from '../../db/testing/scenario.ts'
import {
  ownBank,
  plantQuestion,
  publishText,
  questionText,
  writeBankFile,
} from '../../questions/bank/testing/own-bank.ts'
import { syncAll } from './sync-command.ts'

let people: Scenario
let folder: string

beforeAll(async () => {
  folder = await ownBank()
  await freshDatabase()
  people = await makeScenario()
})
afterAll(closePools)

async function sync(names: string[], ...to: ('folder' | 'database')[]) {
  const lines: string[] = []
  const asked = { folder: to.includes('folder'), database: to.includes('database') }
  const code = await syncAll(people.adam, names, asked, (line) => lines.push(line))
  return { code, lines }
}
const text = (title: string) => questionText({ title })

it('says what differs, and moves what is asked for and nothing that changed on both sides', async () => {
  const { ines, courseId } = people
  const alpha = await plantQuestion('alpha', ines, { courseId, source: text('Alpha') })
  writeBankFile(folder, 'gamma', text('Gamma'))
  expect(await sync([])).toEqual({
    code: 1,
    lines: ['alpha: published, not in the folder', '1 left to be looked at.'],
  })
  expect(await sync([], 'folder')).toMatchObject({ code: 0 })
  expect(readFileSync(path.join(folder, 'bank/alpha.md'), 'utf8')).toBe(text('Alpha'))
  writeBankFile(folder, 'alpha', text('Alpha from the folder'))
  expect((await sync([], 'folder')).lines).toEqual(['alpha: changed in the folder', '1 left to be looked at.'])
  expect((await sync([], 'folder', 'database')).lines[0]).toBe(
    'alpha: changed in the folder → its draft is the file now',
  )
  await publishText(alpha, 'alpha', text('Alpha, another'), ines)
  expect(await sync([], 'folder', 'database')).toEqual({
    code: 1,
    lines: ['alpha: changed on both sides, or not known which', '1 left to be looked at.'],
  })
  expect(await sync(['alpha'], 'folder')).toMatchObject({ code: 0 })
  expect(readFileSync(path.join(folder, 'bank/alpha.md'), 'utf8')).toBe(text('Alpha, another'))
  expect(await sync(['nowhere', 'gamma'])).toMatchObject({
    code: 1,
    lines: [
      'There is no question “nowhere”, neither in the folder nor published.',
      'gamma: in the folder only',
      '1 left to be looked at.',
    ],
  })
})

it('is for who looks after the house, and tells with what it could not be done', async () => {
  await expect(syncAll(people.ines, [], { folder: true, database: true }, () => {})).rejects.toMatchObject({
    status: 403,
  })
  await plantQuestion('delta', people.ines, { courseId: people.courseId, source: text('Delta') })
  expect(await sync(['delta'], 'database')).toEqual({
    code: 1,
    lines: ['delta: published, not in the folder; There is nothing at this address.', '1 left to be looked at.'],
  })
})
