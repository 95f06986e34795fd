import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Principal } from '../../auth/principal.ts'
import { closePools } from '../../db/pool.ts'
import { query } from '../../db/query.ts'
import { freshDatabase } from '../../db/testing/database.ts'
import { enrol, makeCourse, makeExam, makePerson, makeScenario, type Scenario } from '../../db/testing/scenario.ts'
import { refreshCards } from '../../worker/bank/refresh-cards.ts'
import { changeTags } from './change-tags.ts'
import { changeCollection, makeCollection } from './collections.ts'
import { bankFacets } from './facets.ts'
import { searchBank } from './search-bank.ts'
import type { BankSearch } from './search-body.ts'
import { shareQuestions } from './share-questions.ts'
import { ownBank, plantQuestion, questionText } from './testing/own-bank.ts'

/** Whoever is asked how the bank stands answers so. */
const grader = createServer((_, response) => {
  response.statusCode = graderSays
  response.end(JSON.stringify({ error: { code: 'odd', message: 'Odd.' } }))
})
let graderSays = 503
let people: Scenario
/** works for both courses; works for the one and studies in the other */
let [both, half]: Principal[] = []
let other: string
let third: string

const cards = async (who: Principal | undefined, asked: BankSearch = {}) =>
  (await searchBank(who ?? null, asked)).entries
const found = async (who: Principal | undefined, asked: BankSearch) => (await cards(who, asked)).map(({ slug }) => slug)
const card = async (slug: string, who = both) => (await cards(who, { q: slug })).find((one) => one.slug === slug)

beforeAll(async () => {
  await new Promise<void>((resolve) => grader.listen(0, '127.0.0.1', resolve))
  const { port } = grader.address() as AddressInfo
  Object.assign(process.env, { REFEREE_GRADER_TOKEN: 'a token of the tests', REFEREE_GRADER_PORT: String(port) })
  await ownBank()
  await freshDatabase()
  people = await makeScenario()
  const { courseId, ines, adam } = people
  other = await makeCourse('Another')
  third = await makeCourse('A third')
  both = await makePerson('Both')
  half = await makePerson('Half')
  for (const course of [courseId, other]) await enrol(course, both, 'ta')
  await enrol(courseId, half, 'ta')
  await enrol(other, half, 'student')
  await plantQuestion('house', adam, { source: questionText({ title: 'House', topics: ['a'] }) })
  await plantQuestion('ours', ines, { courseId, source: questionText({ title: 'Ours' }) })
  await plantQuestion('ours-draft', ines, { courseId, published: false, source: questionText({ title: 'Readable' }) })
  await query(
    `INSERT INTO question_draft (question_id, source, person_id) SELECT q.id, v.source, $1 FROM question q
     JOIN question_version v ON v.question_id = q.id WHERE q.slug = 'ours'`,
    [ines.personId],
  )
  await refreshCards()
})
afterAll(async () => {
  grader.close()
  await closePools()
})

describe('of two courses', () => {
  it('tags are counted once a question, and seen and taken off by course', async () => {
    const { courseId } = people
    const tag = (course: string, slugs: string[], change: object) =>
      changeTags(both ?? null, { course, slugs, ...change })
    await tag(courseId, ['house'], { add: ['x'] })
    await tag(courseId, ['house'], { add: ['x'] })
    await tag(other, ['house'], { add: ['x', 'theirs'] })
    const seen = async (who: Principal | undefined, asked: BankSearch = {}) => {
      const { facets, entries } = await searchBank(who ?? null, asked)
      const own = entries.find(({ slug }) => slug === 'house')?.tags.join(' ')
      return `${facets.tags.map(({ name, count }) => `${name} ${count}`).join(', ')}; ${own}`
    }
    expect(await seen(both)).toBe('theirs 1, x 1; theirs x')
    expect(await seen(both, { course: courseId })).toBe('x 1; x')
    expect(await seen(half)).toBe('x 1; x')
    await tag(courseId, ['house'], { remove: ['x'] })
    expect(await seen(both, { course: other })).toBe('theirs 1, x 1; theirs x')
    // thirty a course
    const twenty = (word: string) => ({ add: Array.from({ length: 14 }, (_, k) => `${word} ${k}`) })
    await tag(courseId, ['ours'], twenty('a'))
    await tag(courseId, ['ours'], twenty('b'))
    await tag(courseId, ['house'], twenty('c'))
    await tag(other, ['house'], twenty('c'))
    await tag(other, ['house'], twenty('d'))
  })

  it('collections are seen, filled and emptied by course', async () => {
    const { courseId, ada, outsider } = people
    const make = async (course: string, title: string) =>
      (await makeCollection(both ?? null, { course, title, slugs: ['house'] })).id
    const [mine, theirs] = [await make(courseId, 'Mine'), await make(other, 'Theirs')]
    const seen = async (who: Principal | undefined, asked: BankSearch = {}) =>
      (await searchBank(who ?? null, asked)).collections.map(({ title, count }) => `${title} ${count}`)
    expect(await seen(both)).toEqual(['Mine 1', 'Theirs 1'])
    expect(await seen(both, { course: other })).toEqual(['Theirs 1'])
    expect(await seen(half)).toEqual(['Mine 1'])
    expect([await found(both, { collection: theirs }), await found(half, { collection: theirs })]).toEqual([
      ['house'],
      [],
    ])
    await changeCollection(both ?? null, mine, { remove: ['house'] })
    expect(await seen(both)).toEqual(['Mine 0', 'Theirs 1'])
    await expect(makeCollection(ada, { course: courseId, title: 'x' })).rejects.toMatchObject({ status: 403 })
    await expect(makeCollection(outsider, { course: courseId, title: 'x' })).rejects.toMatchObject({ status: 404 })
    await expect(changeCollection(half ?? null, theirs, { title: 'x' })).rejects.toMatchObject({ status: 403 })
  })

  it('a collection that was put away stays so, and is brought back', async () => {
    const [row] = await query<{ id: string }>(`SELECT id FROM collection WHERE title = 'Mine'`)
    const change = (what: object) => changeCollection(both ?? null, row?.id ?? '', what)
    const away = async () =>
      (await query<{ at: string | null }>('SELECT archived_at::text AS at FROM collection WHERE id = $1', [row?.id]))[0]
        ?.at
    await change({ archived: true })
    const at = await away()
    await change({ title: 'Renamed' })
    await change({ archived: true })
    expect([typeof at, await away()]).toEqual(['string', at])
    await change({ archived: false })
    expect(await away()).toBeNull()
  })

  it('additions that meet get a place each', async () => {
    const { id } = await makeCollection(both ?? null, { course: other, title: 'Met' })
    await Promise.all(['house', 'ours'].map((slug) => changeCollection(both ?? null, id, { add: [slug] })))
    expect(await query('SELECT position FROM collection_question WHERE collection_id = $1 ORDER BY 1', [id])).toEqual([
      { position: 1 },
      { position: 2 },
    ])
  })

  it('a share that ends leaves the others', async () => {
    const slugOf = async (id: string) =>
      (await query<{ slug: string }>('SELECT slug FROM course WHERE id = $1', [id]))[0]?.slug ?? ''
    const share = async (course: string, right: 'use' | null) =>
      shareQuestions(people.ines, { slugs: ['ours'], course: await slugOf(course), right })
    await share(other, 'use')
    await share(third, 'use')
    await share(other, null)
    expect(await query(`SELECT course_id AS id FROM question_share`)).toEqual([{ id: third }])
    expect((await bankFacets(people.outsider.personId, people.courseId)).kinds).toEqual([{ name: 'number', count: 1 }])
  })
})

describe('what is said of a question', () => {
  it('of a draft: not that it is usable, nor one beside what it says itself', async () => {
    expect(await card('ours')).toMatchObject({ draft: false, usable: true })
    expect(await card('ours-draft')).toMatchObject({ draft: false, usable: false, problems: 0 })
    expect(await found(both, { standing: 'usable' })).not.toContain('ours-draft')
  })

  it('counts published exams, those aside that staff only try; what was never used was not used since', async () => {
    const { courseId, ines } = people
    expect(await found(both, { used: 'not-since:2026-01-01', q: 'ours' })).toEqual(['ours', 'ours-draft'])
    const exams = await Promise.all([1, 2, 3].map(() => makeExam(courseId, { slugs: ['x'] })))
    await query(`UPDATE exam_question SET slug = 'ours'`)
    await query(`UPDATE exam SET state = 'draft', published_at = NULL WHERE id = $1`, [exams[1]])
    await query('UPDATE exam SET trial_of = $1, trial_person = $2 WHERE id = $3', [exams[0], ines.personId, exams[2]])
    expect((await card('ours'))?.used.exams).toBe(1)
  })

  it('how hard it is, its author says until there are twenty answers', async () => {
    await query(
      `INSERT INTO question_difficulty (question_id, difficulty, person_id) SELECT id, 'hard', $1 FROM question WHERE slug = 'ours'`,
      [people.ines.personId],
    )
    const answers = async (n: number) => {
      await query(
        `INSERT INTO question_statistic (exam_question_id, answers, facility, grading_id, review_id)
         SELECT id, $1, 0.9, 0, 0 FROM exam_question ORDER BY id LIMIT 1
         ON CONFLICT (exam_question_id) DO UPDATE SET answers = excluded.answers`,
        [n],
      )
      const one = await card('ours')
      return [one?.statistics?.answers, one?.difficulty]
    }
    expect(await answers(4)).toEqual([undefined, 'hard'])
    expect(await answers(19)).toEqual([19, 'hard'])
    expect(await answers(20)).toEqual([20, 'easy'])
  })

  it('of many words the first twenty, of many topics the commonest', async () => {
    const words = 'o ou our t th the n nu num numb numbe number numbers a ar are x s su sum'
    expect(await found(both, { q: `${words} absent` })).toEqual(['ours', 'ours-draft'])
    expect(await found(both, { q: `absent ${words}` })).toEqual([])
    await query(`UPDATE question_card SET topics = ARRAY(SELECT 't' || n FROM generate_series(1, 310) n)`)
    expect((await searchBank(both ?? null)).facets.topics).toHaveLength(300)
  })
})

it('where the grading process is away the lists are as they were; what it refuses is told', async () => {
  expect((await searchBank(both ?? null)).stale).toBe(true)
  graderSays = 422
  await expect(searchBank(both ?? null)).rejects.toMatchObject({ status: 422, code: 'odd' })
})
