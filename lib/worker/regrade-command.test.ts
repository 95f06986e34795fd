import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { operations } from '../../grader/operations/library.ts'
import { parseQuestion } from '../../grader/question/parse-question.ts'
import { query } from '../db/query.ts'
import { regradeCommand } from './regrade-command.ts'
import { storeVersion } from './store-pool.ts'
import { corrected, earned, makeSums, minus, plus, type Sums } from './testing/sums.ts'

let sums: Sums
beforeAll(async () => {
  sums = await makeSums()
  process.env.REFEREE_BACKEND = 'cpu'
})
afterAll(() => sums.end())

let said: string[] = []
beforeEach(() => {
  said = []
})
const command = (...args: string[]) => regradeCommand(args, (line) => said.push(line))

it('regrades what was corrected, says who gains and who loses, and approves', async () => {
  const examId = await sums.published()
  const [adds, subtracts] = [await sums.handIn(examId, plus), await sums.handIn(examId, minus)]
  expect(await command('--exam', examId)).toBe(0)
  expect(said.join()).toMatch(/No question of the bank differs/)

  sums.write(corrected)
  expect(await command('--exam', examId)).toBe(0)
  const id = /--approve (\S+)/.exec(said.at(-1) ?? '')?.[1] ?? ''
  expect(said).toContain('ready: 2 of 2 submissions')
  expect(said).toContain('1 gain, 1 lose, 0 keep their points')
  expect(said).toContain(`  ${subtracts.person.name.padEnd(28)} 4 → 0 (-4)`)
  expect(said).toContain('  sum.total: 1 × right → wrong')
  expect(await earned(adds)).toBe(0)

  said = []
  expect(await command('--exam', examId, '--status')).toBe(0)
  expect(said[0]).toBe(`${id} ready: 2 of 2 submissions`)
  expect(await command('--approve', id)).toBe(0)
  expect(said).toContain('approved: 2 of 2 submissions')
  expect(await earned(adds)).toBe(4)
  await expect(command('--discard', id)).rejects.toMatchObject({ status: 409 })
}, 120_000)

it('goes by the roles of who asks', async () => {
  const examId = await sums.published()
  await expect(command('--exam', examId, '--question', 'sum', '--as', sums.people.tara.email)).rejects.toMatchObject({
    status: 403,
  })
  await expect(command('--exam', examId, '--as', 'nobody@example.edu')).rejects.toThrow('nobody')
})

it('says how it is used, and that a question cannot be regraded', async () => {
  const examId = await sums.published()
  await sums.handIn(examId, plus)
  await expect(command()).rejects.toThrow('npm run regrade')
  await expect(command('--exam', 'nowhere')).rejects.toThrow('There is no exam nowhere')
  await expect(command('--exam', examId, '--status')).rejects.toThrow('never been regraded')
  sums.write(corrected.replace('a - b', 'a - c').replace('a + b', 'a + nowhere'))
  expect(await command('--exam', examId)).toBe(1)
  expect(said.join()).toMatch(/not regraded: sum\.md:\d+/)
}, 120_000)

it('goes by what is published in the database, where there is something, and not by the file', async () => {
  const examId = await sums.published()
  await sums.handIn(examId, minus)
  const parsed = parseQuestion(corrected, 'sum', operations)
  if (!parsed.ok) throw new Error('The corrected question cannot be read.')
  const event = (what: string, versionId: string) =>
    query(
      `INSERT INTO question_history (question_id, what, question_version_id)
       SELECT question_id, $1::question_event, id FROM question_version WHERE id = $2`,
      [what, versionId],
    )
  const versionId = await storeVersion(query, parsed.question)
  await event('published', versionId)
  expect(await command('--exam', examId)).toBe(0)
  expect(said).toContain(`  Reference: total is a + b, was a - b.`)
  await command('--discard', /--approve (\S+)/.exec(said.at(-1) ?? '')?.[1] ?? '')
  await event('withdrawn', versionId)
  said = []
  expect(await command('--exam', examId)).toBe(0)
  expect(said.join()).toMatch(/No question of the bank differs/)
}, 120_000)
