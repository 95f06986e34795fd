import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Principal } from '../../auth/principal.ts'
import { closePools } from '../../db/pool.ts'
import { query } from '../../db/query.ts'
import { freshDatabase } from '../../db/testing/database.ts'
import { makeExam, makeScenario, type Scenario } from '../../db/testing/scenario.ts'
import { refreshCards } from '../../worker/bank/refresh-cards.ts'
import { archiveQuestions } from './archive-questions.ts'
import { archivedNote } from './archived-note.ts'
import { listArchived } from './archived-questions.ts'
import { searchBank } from './search-bank.ts'
import { ownBank, plantQuestion, questionText } from './testing/own-bank.ts'
import { usableSlugs } from './usable.ts'

let people: Scenario

const found = async (who: Principal) => (await searchBank(who)).entries.map(({ slug }) => slug)
const away = async (who: Principal, asked: object = {}) =>
  (await listArchived(who, asked)).entries.map(({ slug, mayRestore }) => `${slug} ${mayRestore}`)
const events = () =>
  query<{ slug: string; what: string; by: string }>(
    `SELECT q.slug, h.what, p.name AS by FROM question_history h JOIN question q ON q.id = h.question_id
     JOIN person p ON p.id = h.person_id WHERE h.what IN ('archived', 'restored') ORDER BY h.id`,
  )
const put = (who: Principal | null, slugs: string[], archived = true) => archiveQuestions(who, { slugs, archived })

beforeAll(async () => {
  await ownBank()
  await freshDatabase()
  people = await makeScenario()
  const { courseId, ines, outsider, adam } = people
  const [other] = await query<{ id: string }>('SELECT course_id AS id FROM membership WHERE person_id = $1', [
    outsider.personId,
  ])
  await plantQuestion('ours', ines, { courseId, source: questionText({ title: 'Ours of old', text: 'Kernels.' }) })
  await plantQuestion('ours-draft', ines, { courseId, published: false })
  const shared = await plantQuestion('shared', outsider, { courseId: other?.id ?? null })
  await query(`INSERT INTO question_share (question_id, course_id, "right", person_id) VALUES ($1, $2, 'edit', $3)`, [
    shared,
    courseId,
    outsider.personId,
  ])
  await plantQuestion('theirs', outsider, { courseId: other?.id ?? null })
  await plantQuestion('house', adam)
  await refreshCards()
})
afterAll(closePools)

describe('putting questions away', () => {
  it('is for those who may publish them, and told of each', async () => {
    const { ada, tara, ines, outsider, adam } = people
    await expect(put(null, ['ours'])).rejects.toMatchObject({ status: 401 })
    await expect(put(ada, ['ours'])).rejects.toMatchObject({ status: 403 })
    await expect(put(tara, ['ours'])).rejects.toMatchObject({ status: 403 })
    await expect(put(outsider, ['ours'])).rejects.toMatchObject({ status: 404 })
    await expect(put(ines, ['house', 'shared'])).rejects.toMatchObject({ status: 403 })
    await expect(put(ines, ['ours', 'theirs'])).rejects.toMatchObject({ status: 404 })
    await expect(put(adam, ['nowhere'])).rejects.toMatchObject({ status: 404 })
    expect(await events()).toEqual([])
    const no = 'Your role does not allow this.'
    expect(await put(ines, ['shared', 'ours', 'house', 'ours-draft'])).toEqual({
      results: [
        { slug: 'shared', refused: no },
        { slug: 'ours', refused: null },
        { slug: 'house', refused: no },
        { slug: 'ours-draft', refused: null },
      ],
    })
  })

  it('takes them from lists and from exams that are built, and is written down once', async () => {
    const { ines, tara, courseId } = people
    expect(await found(ines)).toEqual(['house', 'shared'])
    expect([...(await usableSlugs(query, courseId, ['ours', 'house']))]).toEqual(['house'])
    await Promise.all([put(ines, ['ours']), put(ines, ['ours-draft', 'ours'])])
    const written = await events()
    expect(written.toSorted((a, b) => a.slug.localeCompare(b.slug))).toEqual([
      { slug: 'ours', what: 'archived', by: 'Ines' },
      { slug: 'ours-draft', what: 'archived', by: 'Ines' },
    ])
    expect(await archivedNote(tara, 'ours')).toMatchObject({ by: 'Ines', mayRestore: false })
    expect(await archivedNote(ines, 'ours')).toMatchObject({ mayRestore: true })
    expect(await archivedNote(ines, 'shared')).toBeNull()
    await expect(archivedNote(people.outsider, 'ours')).rejects.toMatchObject({ status: 404 })
  })

  it('lists them to whoever could read them, drafts to whoever could edit them', async () => {
    const { ines, tara, outsider, adam, ada } = people
    const sorted = async (who: Principal) => (await away(who)).sort()
    expect(await sorted(ines)).toEqual(['ours true', 'ours-draft true'])
    expect(await sorted(tara)).toEqual(['ours false', 'ours-draft false'])
    expect(await sorted(adam)).toEqual(['ours true', 'ours-draft true'])
    expect(await sorted(outsider)).toEqual([])
    await put(outsider, ['shared'])
    await query(`UPDATE question_share SET "right" = 'use'`)
    expect(await sorted(ines)).toContain('shared false')
    await query(
      `UPDATE question_card SET standing = 'draft' WHERE question_id = (SELECT id FROM question WHERE slug = 'shared')`,
    )
    expect(await sorted(ines)).toEqual(['ours true', 'ours-draft true'])
    await expect(listArchived(ada)).rejects.toMatchObject({ status: 403 })
    const [entry] = (await listArchived(ines, { q: 'kernels old' })).entries
    expect(entry).toMatchObject({ slug: 'ours', title: 'Ours of old', course: 'Deep Learning', by: 'Ines', exams: 0 })
    expect(await listArchived(ines, { page: 7 })).toMatchObject({ total: 2, page: 1, pages: 1 })
  })

  it('is taken back', async () => {
    const { ines, tara } = people
    await expect(put(tara, ['ours'], false)).rejects.toMatchObject({ status: 403 })
    await put(ines, ['ours', 'ours-draft'], false)
    await put(ines, ['ours'], false)
    expect((await events()).slice(3).map(({ what }) => what)).toEqual(['restored', 'restored'])
    expect(await away(ines)).toEqual([])
    expect(await found(ines)).toEqual(['house', 'ours-draft', 'ours'])
  })

  it('names who put it away last, whatever became of its text since, and counts exams but no tries', async () => {
    const { adam, ines, tara, courseId } = people
    await put(adam, ['ours'])
    await query(
      `INSERT INTO question_history (question_id, what, person_id) SELECT id, 'imported', $1 FROM question WHERE slug = 'ours'`,
      [tara.personId],
    )
    expect(await archivedNote(ines, 'ours')).toMatchObject({ by: 'Adam' })
    const [examId, trial] = [await makeExam(courseId, { slugs: ['x'] }), await makeExam(courseId, { slugs: ['x'] })]
    await query(`UPDATE exam_question SET slug = 'ours'`)
    await query('UPDATE exam SET trial_of = $1, trial_person = $2 WHERE id = $3', [examId, ines.personId, trial])
    const words = 'o ou our ours of ol old k ke ker kern kerne kernel kernels n nu num numb numbe number'
    const { entries } = await listArchived(ines, { q: `${words} absent` })
    expect(entries).toMatchObject([{ slug: 'ours', by: 'Adam', exams: 1 }])
  })
})
