import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Principal } from '../../auth/principal.ts'
import { closePools } from '../../db/pool.ts'
import { query } from '../../db/query.ts'
import { freshDatabase } from '../../db/testing/database.ts'
import { makeScenario, type Scenario } from '../../db/testing/scenario.ts'
import { refreshCards } from '../../worker/bank/refresh-cards.ts'
import { changeTags } from './change-tags.ts'
import { changeCollection, makeCollection } from './collections.ts'
import { searchBank } from './search-bank.ts'
import { setDifficulty } from './set-difficulty.ts'
import { shareQuestions } from './share-questions.ts'
import { ownBank, plantQuestion, questionText } from './testing/own-bank.ts'

let people: Scenario
let other: { id: string; slug: string }

const slugs = async (who: Principal, given: object = {}) =>
  (await searchBank(who, given)).entries.map(({ slug }) => slug)

beforeAll(async () => {
  await ownBank()
  await freshDatabase()
  people = await makeScenario()
  const [row] = await query<typeof other>(
    'SELECT c.id, c.slug FROM membership m JOIN course c ON c.id = m.course_id WHERE person_id = $1',
    [people.outsider.personId],
  )
  other = row ?? { id: '', slug: '' }
  const { courseId, ines, outsider, adam } = people
  await plantQuestion('alpha', ines, { courseId, source: questionText({ title: 'Alpha' }) })
  await plantQuestion('beta', ines, { courseId, source: questionText({ title: 'Beta' }) })
  await plantQuestion('theirs', outsider, { courseId: other.id, source: questionText({ title: 'Theirs' }) })
  await plantQuestion('house', adam, { source: questionText({ title: 'House' }) })
  await refreshCards()
})
afterAll(closePools)

describe('tags', () => {
  it('are a course’s own, and questions are found by all of them', async () => {
    const { courseId: course, tara, outsider } = people
    await changeTags(tara, { course, slugs: ['alpha', 'house'], add: ['  Week   3 ', 'gru'] })
    await changeTags(tara, { course, slugs: ['house'], remove: ['gru'] })
    expect(await slugs(tara, { tag: ['week 3'] })).toEqual(['alpha', 'house'])
    expect(await slugs(tara, { tag: ['week 3', 'gru'] })).toEqual(['alpha'])
    const { facets, entries } = await searchBank(tara)
    expect(facets.tags).toEqual([
      { name: 'week 3', count: 2 },
      { name: 'gru', count: 1 },
    ])
    expect(entries.find(({ slug }) => slug === 'alpha')?.tags).toEqual(['gru', 'week 3'])
    const theirs = await searchBank(outsider)
    expect(theirs.facets.tags).toEqual([])
    expect(theirs.entries.flatMap(({ tags }) => tags)).toEqual([])
  })

  it('are refused for questions that one may not read, all or none, and in too great a number', async () => {
    const { courseId: course, ada, tara } = people
    await expect(changeTags(tara, { course, slugs: ['beta', 'theirs'], add: ['x'] })).rejects.toMatchObject({
      status: 404,
    })
    expect(await slugs(tara, { tag: ['x'] })).toEqual([])
    await expect(changeTags(tara, { course: other.id, slugs: ['beta'], add: ['x'] })).rejects.toMatchObject({
      status: 404,
    })
    await expect(changeTags(ada, { course, slugs: ['beta'], add: ['x'] })).rejects.toMatchObject({ status: 403 })
    const many = Array.from({ length: 20 }, (_, at) => `t${at}`)
    await changeTags(tara, { course, slugs: ['beta'], add: many })
    const more = many.map((one) => `${one} more`)
    await expect(changeTags(tara, { course, slugs: ['beta'], add: more })).rejects.toMatchObject({ status: 422 })
  })
})

describe('a collection', () => {
  it('holds questions of a course for its staff, and is put away', async () => {
    const { courseId: course, tara, ines, outsider } = people
    const { id } = await makeCollection(tara, { course, title: ' Sets for the midterm ', slugs: ['alpha'] })
    await changeCollection(ines, id, { add: ['house', 'alpha'], title: 'Midterm' })
    expect(await slugs(tara, { collection: id })).toEqual(['alpha', 'house'])
    expect((await searchBank(tara)).collections).toEqual([
      { id, title: 'Midterm', courseId: course, course: 'Deep Learning', count: 2 },
    ])
    await changeCollection(tara, id, { remove: ['alpha'] })
    expect(await slugs(tara, { collection: id, course })).toEqual(['house'])
    // to somebody else there is no such collection
    expect(await slugs(outsider, { collection: id })).toEqual([])
    expect((await searchBank(outsider)).collections).toEqual([])
    await expect(changeCollection(outsider, id, { title: 'Ours' })).rejects.toMatchObject({ status: 404 })
    await expect(changeCollection(tara, id, { add: ['theirs'] })).rejects.toMatchObject({ status: 404 })
    await changeCollection(tara, id, { archived: true })
    expect((await searchBank(tara)).collections).toEqual([])
  })
})

describe('sharing', () => {
  it('lets another course use a question, then edit it, then neither', async () => {
    const { ines, outsider } = people
    expect(await slugs(outsider)).toEqual(['house', 'theirs'])
    await shareQuestions(ines, { slugs: ['alpha', 'beta'], course: other.slug, right: 'use' })
    expect(await slugs(outsider, { course: other.id, from: 'shared' })).toEqual(['alpha', 'beta'])
    await expect(setDifficulty(outsider, { slugs: ['alpha'], difficulty: 'easy' })).rejects.toMatchObject({
      status: 403,
    })
    await shareQuestions(ines, { slugs: ['alpha'], course: other.slug, right: 'edit' })
    await setDifficulty(outsider, { slugs: ['alpha'], difficulty: 'easy' })
    const shares = async (who: Principal) => (await searchBank(who, { q: 'alpha' })).entries.map(({ shares }) => shares)
    expect(await shares(ines)).toEqual([[{ slug: other.slug, title: 'Another course', right: 'edit' }]])
    await shareQuestions(ines, { slugs: ['alpha'], course: other.slug, right: 'use' })
    expect(await shares(outsider)).toEqual([[]])
    await shareQuestions(ines, { slugs: ['alpha', 'beta'], course: other.slug, right: null })
    expect(await slugs(outsider)).toEqual(['house', 'theirs'])
  })

  it('is for those who may publish it', async () => {
    const { tara, ines, outsider, ada } = people
    const share = (who: Principal, slugs: string[], course = other.slug) =>
      shareQuestions(who, { slugs, course, right: 'use' })
    await expect(share(tara, ['alpha'])).rejects.toMatchObject({ status: 403 })
    await expect(share(ada, ['alpha'])).rejects.toMatchObject({ status: 403 })
    await expect(share(outsider, ['alpha'])).rejects.toMatchObject({ status: 404 })
    await expect(share(ines, ['alpha', 'theirs'])).rejects.toMatchObject({ status: 404 })
    await expect(share(ines, ['alpha'], 'no-such-course')).rejects.toMatchObject({ status: 422, field: 'course' })
    // what may be shared is, and of the rest it is told why not
    const { results } = await share(people.adam, ['house', 'beta'])
    expect(results).toEqual([
      { slug: 'house', refused: 'It belongs to the house: every course may use it.' },
      { slug: 'beta', refused: null },
    ])
    expect(await slugs(outsider, { from: 'shared' })).toEqual(['beta'])
    await shareQuestions(ines, { slugs: ['beta'], course: other.slug, right: null })
    await expect(share(people.adam, ['house'])).rejects.toMatchObject({ status: 422 })
    await expect(share(people.adam, ['theirs'])).rejects.toMatchObject({ status: 422, field: 'course' })
  })
})

it('what its author expects is shown until results say it', async () => {
  await setDifficulty(people.tara, { slugs: ['beta'], difficulty: 'hard' })
  expect(await slugs(people.tara, { difficulty: 'hard' })).toEqual(['beta'])
  await setDifficulty(people.tara, { slugs: ['beta'], difficulty: null })
  expect(await slugs(people.tara, { difficulty: 'hard' })).toEqual([])
  expect(await setDifficulty(people.tara, { slugs: ['house', 'alpha'], difficulty: 'easy' })).toEqual({
    results: [
      { slug: 'house', refused: 'Your role does not allow this.' },
      { slug: 'alpha', refused: null },
    ],
  })
  expect(await slugs(people.tara, { difficulty: 'easy' })).toEqual(['alpha'])
  await expect(setDifficulty(people.adam, { slugs: ['nowhere'], difficulty: 'easy' })).rejects.toMatchObject({
    status: 404,
  })
  await expect(setDifficulty(people.tara, { slugs: ['house'], difficulty: 'easy' })).rejects.toMatchObject({
    status: 403,
  })
})
