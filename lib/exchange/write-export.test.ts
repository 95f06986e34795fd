import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { closePools } from '../db/pool.ts'
import { query } from '../db/query.ts'
import { freshDatabase } from '../db/testing/database.ts'
import { makeScenario, type Scenario } from '../db/testing/scenario.ts'
import { plantQuestion } from '../questions/bank/testing/own-bank.ts'
import { startReader, twice } from '../questions/versions/testing/grader.ts'
import { refreshCards } from '../worker/bank/refresh-cards.ts'
import { askExchange } from './ask-exchange.ts'
import { exportChoice } from './export-choice.ts'
import { importCourses } from './import-courses.ts'
import { readImport } from './read-import.ts'
import { exportReport } from './write-export.ts'

vi.mock('./ask-exchange.ts', () => ({ askExchange: vi.fn() }))

let people: Scenario
let grader: Awaited<ReturnType<typeof startReader>>
beforeAll(async () => {
  grader = await startReader()
  await freshDatabase()
  people = await makeScenario()
  const { courseId, ines, adam } = people
  await plantQuestion('published', ines, { courseId, source: twice() })
  await plantQuestion('being-written', ines, { courseId, source: twice('2 a', 'draft'), published: false })
  await plantQuestion('of-the-house', adam, { source: twice('2 a', 'house'), published: false })
})
afterAll(async () => {
  grader.stop()
  await closePools()
})
beforeEach(() => {
  vi.mocked(askExchange).mockReset()
  vi.mocked(askExchange).mockImplementation(
    async (_person, _work, given) =>
      (given as { questions: { slug: string; source: string }[] }).questions.map(({ slug, source }) => ({
        ...{ slug, title: slug, text: source, pictures: [], notes: [] },
      })) as never,
  )
})

const report = (who: Parameters<typeof exportReport>[0], ...slugs: string[]) =>
  exportReport(who, { format: 'gift', slugs: slugs.join(',') })

it('sends out what exams get, and drafts for those who work on them', async () => {
  const { questions } = await report(people.tara, 'published', 'being-written')
  expect(questions).toMatchObject([{ slug: 'published', carried: true }, { slug: 'being-written' }])
  expect(vi.mocked(askExchange).mock.calls[0]?.[2]).toMatchObject({
    seed: 'export',
    questions: [{ source: twice() }, { source: twice('2 a', 'draft') }],
  })
  // whoever may only read a question has no draft of it
  await expect(report(people.tara, 'of-the-house')).rejects.toMatchObject({ status: 404 })
  expect((await report(people.adam, 'of-the-house')).questions).toHaveLength(1)
})

it('is for those who may read every one of the questions', async () => {
  await expect(report(people.ada, 'published')).rejects.toMatchObject({ status: 403 })
  // before anything is said of what they ask for
  await expect(report(people.ada)).rejects.toMatchObject({ status: 403 })
  await expect(report(people.outsider, 'published')).rejects.toMatchObject({ status: 404 })
  await expect(report(people.tara, 'published', 'no-such')).rejects.toMatchObject({ status: 404 })
  expect(askExchange).not.toHaveBeenCalled()
})

it('sends out no more at once than it says', async () => {
  const many = Array.from({ length: 61 }, (_, k) => `q-${k}`)
  await expect(report(people.tara, ...many)).rejects.toMatchObject({ status: 422 })
  const chosen = await exportChoice(people.tara, [...many, 'published'])
  expect(chosen).toEqual([])
})

it('looks at a file for those who are staff somewhere, and at none before', async () => {
  const bytes = vi.fn(async () => Buffer.from('Q? {T}'))
  await expect(readImport(people.ada, {}, bytes)).rejects.toMatchObject({ status: 403 })
  await expect(readImport(null, {}, bytes)).rejects.toMatchObject({ status: 401 })
  expect([bytes.mock.calls, vi.mocked(askExchange).mock.calls]).toEqual([[], []])
  vi.mocked(askExchange).mockResolvedValueOnce({ format: 'gift' } as never)
  expect(await readImport(people.tara, {}, bytes)).toEqual({ format: 'gift' })
  const given = { bytes: Buffer.from('Q? {T}').toString('base64'), format: 'auto' }
  expect(askExchange).toHaveBeenCalledWith(people.tara.personId, 'read', given)
})

it('lets choose what may go out, in the order of the address', async () => {
  const asked = ['of-the-house', 'being-written', 'published', 'Not A Slug', 'published']
  // what a draft is called is nobody else's business, looked at by the bank or not
  expect(await exportChoice(people.tara, ['of-the-house', 'being-written'])).toEqual([
    { slug: 'of-the-house', title: 'of-the-house' },
    { slug: 'being-written', title: 'Twice' },
  ])
  await refreshCards()
  const chosen = await exportChoice(people.tara, asked)
  expect(chosen).toEqual([
    { slug: 'being-written', title: 'Twice' },
    { slug: 'published', title: 'Twice' },
  ])
  expect(await exportChoice(people.outsider, asked)).toEqual([])
  await expect(exportChoice(people.ada, asked)).rejects.toMatchObject({ status: 403 })
})

it('takes questions over into courses of one’s own that are not put away', async () => {
  const titles = async () => (await importCourses(people.tara)).map(({ id }) => id)
  expect(await titles()).toEqual([people.courseId])
  await query('UPDATE course SET archived_at = now() WHERE id = $1', [people.courseId])
  expect(await titles()).toEqual([])
  await query('UPDATE course SET archived_at = NULL WHERE id = $1', [people.courseId])
})
