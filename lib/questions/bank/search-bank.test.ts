import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Principal } from '../../auth/principal.ts'
import { closePools } from '../../db/pool.ts'
import { query } from '../../db/query.ts'
import { freshDatabase } from '../../db/testing/database.ts'
import { enrol, makePerson, makeScenario, type Scenario } from '../../db/testing/scenario.ts'
import { refreshBank } from '../../worker/bank/bank-desk.ts'
import { searchBank } from './search-bank.ts'
import type { BankSearch } from './search-body.ts'
import { ownBank, plantQuestion, publishText, questionText, writeBankFile } from './testing/own-bank.ts'

let folder: string
let people: Scenario
let other: string

const slugs = async (who: Principal, given: BankSearch = {}) =>
  (await searchBank(who, given)).entries.map(({ slug }) => slug)

beforeAll(async () => {
  folder = await ownBank()
  await freshDatabase()
  people = await makeScenario()
  const { courseId, ines, outsider, tara } = people
  const [row] = await query<{ id: string }>('SELECT course_id AS id FROM membership WHERE person_id = $1', [
    outsider.personId,
  ])
  other = row?.id ?? ''
  writeBankFile(
    folder,
    'house-softmax',
    questionText({ title: 'A softmax', topics: ['attention'], text: 'Élan vital.' }),
  )
  writeBankFile(folder, 'house-broken', '---\ntitle: Broken one\n---\nNothing.')
  await plantQuestion('ours-conv', ines, {
    courseId,
    source: questionText({
      title: 'Convolution',
      topics: ['vision', 'sizes'],
      answers:
        '  y: { points: 2, decimals: 1 }\n  why: { kind: text, points: 3, rubric: [{ says: Names sharing, points: 3 }] }',
    }),
  })
  await plantQuestion('ours-draft', tara, { courseId, source: '---\ntitle: "Half done"\nanswers: [', published: false })
  await plantQuestion('theirs', outsider, { courseId: other, source: questionText({ title: 'Theirs' }) })
  await plantQuestion('theirs-draft', outsider, { courseId: other, published: false })
  await plantQuestion('shared', outsider, { courseId: other, source: questionText({ title: 'Shared with us' }) })
  await query(
    `INSERT INTO question_share (question_id, course_id, "right", person_id) SELECT id, $1, 'use', $2 FROM question WHERE slug = 'shared'`,
    [courseId, outsider.personId],
  )
  await refreshBank()
})
afterAll(closePools)

describe('the bank', () => {
  it('shows staff the house’s files, their courses’ questions, and what is shared with these', async () => {
    expect(await slugs(people.tara)).toEqual(['house-softmax', 'house-broken', 'ours-conv', 'ours-draft', 'shared'])
    expect(await slugs(people.outsider)).toEqual(['house-softmax', 'theirs-draft', 'house-broken', 'shared', 'theirs'])
    expect(await slugs(people.adam)).toHaveLength(7)
  })

  it('is closed to students, and a course to those who are not its staff', async () => {
    await expect(searchBank(people.ada)).rejects.toMatchObject({ status: 403 })
    await expect(searchBank(null)).rejects.toMatchObject({ status: 401 })
    await expect(searchBank(people.tara, { course: other })).rejects.toMatchObject({ status: 404 })
  })

  it('shows a course what it may use, whoever asks', async () => {
    const { courseId, adam, ines } = people
    expect(await slugs(adam, { course: courseId, standing: 'usable' })).toEqual([
      'house-softmax',
      'ours-conv',
      'shared',
    ])
    expect(await slugs(ines, { course: courseId, from: 'shared' })).toEqual(['shared'])
    expect(await slugs(ines, { course: courseId, from: 'own' })).toEqual(['ours-conv', 'ours-draft'])
    expect(await slugs(adam, { course: other, from: 'house' })).toEqual(['house-softmax', 'house-broken'])
  })

  it('shows of two courses that one works for what the named one may use', async () => {
    const both = await makePerson('Both')
    await enrol(people.courseId, both, 'ta')
    await enrol(other, both, 'ta')
    expect(await slugs(both, { course: people.courseId, from: 'own' })).toEqual(['ours-conv', 'ours-draft'])
    expect(await slugs(both, { course: people.courseId, from: 'shared' })).toEqual(['shared'])
    expect(await slugs(both, { from: 'own', q: 'shared' })).toEqual(['shared'])
    // who only studies in the other course finds nothing of it
    const student = await makePerson('Also a student')
    await enrol(people.courseId, student, 'ta')
    await enrol(other, student, 'student')
    expect(await slugs(student, { q: 'theirs' })).toEqual([])
  })

  it('hides drafts from those who may only use a question, and tells who may edit of theirs', async () => {
    await query(`UPDATE question_share SET "right" = 'use'`)
    await query(
      `INSERT INTO question_share (question_id, course_id, "right", person_id) SELECT id, $1, 'use', $2 FROM question WHERE slug = 'theirs-draft'`,
      [people.courseId, people.outsider.personId],
    )
    expect(await slugs(people.tara)).not.toContain('theirs-draft')
    await query(
      `INSERT INTO question_draft (question_id, source, person_id) SELECT id, 'another', $1 FROM question WHERE slug IN ('ours-conv', 'shared')`,
      [people.ines.personId],
    )
    const { entries } = await searchBank(people.ines)
    expect(entries.filter(({ draft }) => draft).map(({ slug }) => slug)).toEqual(['ours-conv'])
    expect(entries.find(({ slug }) => slug === 'shared')).toMatchObject({ right: 'use', mayEdit: false })
  })

  it('says of each what it is', async () => {
    const { entries, facets, courses, stale } = await searchBank(people.ines)
    expect(entries.find(({ slug }) => slug === 'ours-conv')).toMatchObject({
      title: 'Convolution',
      topics: ['vision', 'sizes'],
      kinds: ['number', 'text'],
      ...{ fields: 2, points: 5, standing: 'published', usable: true, problems: 0, right: 'own', mayEdit: true },
      ...{ course: { id: people.courseId }, author: 'Ines', audit: 'never', used: { exams: 0, last: null } },
      ...{ statistics: null, difficulty: null },
    })
    expect(entries.find(({ slug }) => slug === 'house-broken')).toMatchObject({
      ...{ title: 'Broken one', standing: 'file', usable: false, right: 'house', course: null },
    })
    expect(entries.find(({ slug }) => slug === 'ours-draft')).toMatchObject({ title: 'Half done', standing: 'draft' })
    expect(facets.topics).toContainEqual({ name: 'vision', count: 1 })
    expect(facets.kinds[0]).toEqual({ name: 'number', count: 3 })
    expect(courses).toEqual([{ id: people.courseId, title: 'Deep Learning' }])
    // nobody answers for the grading process here
    expect(stale).toBe(true)
  })

  it('says what the audit last said, and of which text', async () => {
    const audits = async () => (await searchBank(people.ines, { q: 'softmax' })).entries.map(({ audit }) => audit)
    const [card] = (await searchBank(people.ines, { q: 'softmax' })).entries
    const report = (version: string, sound: boolean) =>
      query(`INSERT INTO audit_report (slug, version, report) VALUES ('house-softmax', $1, $2)`, [
        version,
        JSON.stringify({ sound }),
      ])
    await report(card?.version ?? '', false)
    expect(await audits()).toEqual(['unsound'])
    await report(card?.version ?? '', true)
    expect(await audits()).toEqual(['sound'])
    await report('another', true)
    expect(await audits()).toEqual(['outdated'])
  })

  it.each<[string, BankSearch, string[]]>([
    ['beginnings of words in any order, without accents', { q: 'vital elan' }, ['house-softmax']],
    ['a word of the title before one of the text', { q: 'sh' }, ['shared', 'ours-conv']],
    ['no part of a word', { q: 'oftmax' }, []],
    ['all topics', { topic: ['vision', 'sizes'] }, ['ours-conv']],
    ['topics that no question has together', { topic: ['vision', 'attention'] }, []],
    ['any of the kinds', { kind: ['text', 'tensor'] }, ['ours-conv']],
    ['what cannot be read', { standing: 'unreadable' }, ['house-broken', 'ours-draft']],
    ['what is a draft only', { standing: 'draft' }, ['ours-draft']],
    ['what I wrote', { person: 'me' }, ['ours-conv', 'shared']],
  ])('finds %s', async (_what, asked, expected) => {
    expect(await slugs(people.ines, asked)).toEqual(expected)
  })

  it('shows the first page in place of one that there is not', async () => {
    const first = await searchBank(people.ines)
    expect(await searchBank(people.ines, { page: 9 })).toMatchObject({ total: first.total, page: 1, pages: 1 })
    expect(await searchBank(people.ines, { page: 9, q: 'nothing like that' })).toMatchObject({ total: 0, page: 1 })
  })

  it('follows a file that is changed, and a text that is published', async () => {
    writeBankFile(folder, 'house-softmax', questionText({ title: 'A hardmax of another length' }))
    const [ours] = await query<{ id: string }>(`SELECT id FROM question WHERE slug = 'ours-conv'`)
    await publishText(ours?.id ?? '', 'ours-conv', questionText({ title: 'Deconvolution' }), people.ines)
    await refreshBank()
    expect(await slugs(people.ines, { q: 'hardmax' })).toEqual(['house-softmax'])
    expect(await slugs(people.ines, { q: 'deconv' })).toEqual(['ours-conv'])
    expect(await slugs(people.ines, { q: 'softmax another' })).toEqual(['house-softmax'])
  })

  it('forgets a text that nothing is left of, and takes no file for that of a course’s question', async () => {
    await query(
      `INSERT INTO question_history (question_id, what, question_version_id, person_id)
       SELECT q.id, 'withdrawn', NULL, $1 FROM question q WHERE slug = 'theirs'`,
      [people.outsider.personId],
    )
    writeBankFile(folder, 'theirs', questionText({ title: 'A file of the same name' }))
    await refreshBank()
    expect(
      await query(`SELECT FROM question_card c JOIN question q ON q.id = c.question_id WHERE slug = 'theirs'`),
    ).toEqual([])
    expect(await slugs(people.adam, { q: 'same name' })).toEqual([])
  })

  it.each<[string, object]>([
    ['a page that is none', { page: 0 }],
    ['a day that is none', { used: 'not-since:2026-13-45' }],
    ['a filter that there is not', { colour: 'red' }],
  ])('refuses %s', async (_what, asked) => {
    await expect(searchBank(people.ines, asked)).rejects.toMatchObject({ status: 422 })
  })
})
