import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closePools } from '../../db/pool.ts'
import { query } from '../../db/query.ts'
import { freshDatabase } from '../../db/testing/database.ts'
import { makeScenario, type Scenario } from '../../db/testing/scenario.ts'
import { discardDraft } from './discard-draft.ts'
import { loadDraft } from './load-draft.ts'
import { saveDraft } from './save-draft.ts'
import { startQuestion } from './start-question.ts'
import { startReader, twice } from './testing/grader.ts'

let people: Scenario
let grader: Awaited<ReturnType<typeof startReader>>

beforeAll(async () => {
  grader = await startReader()
  await freshDatabase()
  people = await makeScenario()
  grader.file('house', twice())
})
afterAll(async () => {
  grader.stop()
  await closePools()
})

const start = (slug: string, source = 'not yet') =>
  startQuestion(people.tara, { slug, courseId: people.courseId, source })
const refused = (status: number, code: string) => expect.objectContaining({ status, code })

describe('a new question', () => {
  it('is a draft of its course, begun by a member of its staff, under a name that is free', async () => {
    await expect(startQuestion(people.ada, { slug: 'no', courseId: people.courseId, source: '' })).rejects.toEqual(
      refused(403, 'forbidden'),
    )
    await expect(startQuestion(people.outsider, { slug: 'no', courseId: people.courseId, source: '' })).rejects.toEqual(
      refused(404, 'not-found'),
    )
    await expect(startQuestion(people.ines, { slug: 'no', courseId: null, source: '' })).rejects.toEqual(
      refused(403, 'forbidden'),
    )
    expect(await start('fresh', 'title: "A new one"')).toEqual({ slug: 'fresh', revision: 1 })
    expect(await loadDraft(people.ines, 'fresh')).toMatchObject({
      title: 'A new one',
      revision: 1,
      draft: true,
      published: null,
      saved: { by: 'Tara' },
      rights: { publish: true },
    })
    for (const name of ['fresh', 'house']) await expect(start(name)).rejects.toEqual(refused(409, 'taken'))
    await expect(start('sync')).rejects.toEqual(refused(422, 'invalid'))
    expect(await startQuestion(people.adam, { slug: 'of-us', courseId: null, source: '' })).toMatchObject({
      revision: 1,
    })
  })
})

describe('a draft', () => {
  it('of a file of the house is the file until somebody changes it', async () => {
    expect(await loadDraft(people.adam, 'house')).toMatchObject({
      source: twice(),
      revision: 0,
      draft: false,
      saved: null,
    })
    await expect(loadDraft(people.ines, 'house')).rejects.toEqual(refused(403, 'forbidden'))
    await expect(loadDraft(people.adam, 'nothing')).rejects.toEqual(refused(404, 'not-found'))
    await expect(saveDraft(people.adam, 'nothing', { source: '', revision: 0 })).rejects.toEqual(
      refused(404, 'not-found'),
    )
    expect(await saveDraft(people.adam, 'house', { source: twice('a + a'), revision: 0 })).toMatchObject({
      revision: 1,
    })
    expect(await loadDraft(people.adam, 'house')).toMatchObject({ revision: 1, saved: { by: 'Adam' } })
    expect(await discardDraft(people.adam, 'house', { revision: 1 })).toMatchObject({
      source: twice(),
      revision: 2,
      draft: false,
    })
    expect(await query('SELECT FROM question WHERE slug = $1', ['nothing'])).toEqual([])
  })

  it('is saved over the revision that was read, and over no other', async () => {
    await start('shared')
    expect(await saveDraft(people.tara, 'shared', { source: 'one\ntwo', revision: 1 })).toMatchObject({ revision: 2 })
    const late = saveDraft(people.ines, 'shared', { source: 'one\nthree', revision: 1 })
    await expect(late).rejects.toMatchObject({
      status: 409,
      code: 'conflict',
      details: { theirs: { source: 'one\ntwo', revision: 2, by: 'Tara' }, diff: { added: 1, removed: 1 } },
    })
    expect(await loadDraft(people.ines, 'shared')).toMatchObject({ source: 'one\ntwo', revision: 2 })
    // having seen it, she goes on with her own
    expect(await saveDraft(people.ines, 'shared', { source: 'one\nthree', revision: 2 })).toMatchObject({ revision: 3 })
  })

  it('whose answer was lost may be sent again, by who sent it', async () => {
    await start('again')
    const body = { source: 'more', revision: 1 }
    const first = await saveDraft(people.tara, 'again', body)
    expect(await saveDraft(people.tara, 'again', body)).toEqual(first)
    await expect(saveDraft(people.ines, 'again', body)).rejects.toEqual(refused(409, 'conflict'))
    await saveDraft(people.tara, 'again', { source: 'even more', revision: 2 })
    await expect(saveDraft(people.tara, 'again', body)).rejects.toEqual(refused(409, 'conflict'))
    // the same words, but others stood there in between
    await saveDraft(people.tara, 'again', { source: 'more', revision: 3 })
    await expect(saveDraft(people.tara, 'again', body)).rejects.toEqual(refused(409, 'conflict'))
  })

  it('saved by many at once is saved by one', async () => {
    await start('race')
    const tries = Array.from({ length: 8 }, (_, k) =>
      saveDraft(k % 2 ? people.tara : people.ines, 'race', { source: `text ${k}`, revision: 1 }).then(
        () => k,
        () => null,
      ),
    )
    const won = (await Promise.all(tries)).filter((k) => k !== null)
    expect(won).toHaveLength(1)
    expect(await loadDraft(people.tara, 'race')).toMatchObject({ source: `text ${won[0]}`, revision: 2 })
  })

  it('that is given up is a save that others see: who still writes on the old one is told', async () => {
    await query(
      `WITH q AS (SELECT id FROM question WHERE slug = 'again'), v AS (
         INSERT INTO question_version (question_id, version, title, source, definition) SELECT id, 'v', 'V', 'published', '{}' FROM q RETURNING id, question_id)
       INSERT INTO question_history (question_id, what, question_version_id) SELECT question_id, 'published', id FROM v`,
    )
    const { revision } = await loadDraft(people.tara, 'again')
    expect(await discardDraft(people.ines, 'again', { revision })).toMatchObject({ source: 'published', draft: false })
    await expect(saveDraft(people.tara, 'again', { source: 'x', revision })).rejects.toEqual(refused(409, 'conflict'))
    const fresh = await loadDraft(people.tara, 'race')
    await expect(discardDraft(people.tara, 'race', { revision: fresh.revision })).rejects.toEqual(
      refused(422, 'invalid'),
    )
  })

  it('can be read and saved while the grading process is away', async () => {
    grader.goAway(true)
    const { revision } = await loadDraft(people.tara, 'shared')
    expect(await saveDraft(people.tara, 'shared', { source: 'on', revision })).toMatchObject({ revision: revision + 1 })
    expect(await loadDraft(people.adam, 'house')).toMatchObject({ source: twice(), revision: 2 })
    grader.goAway(false)
  })

  it('is no business of students, of other courses and of whom it is only shown', async () => {
    for (const [who, status] of [
      [null, 401],
      [people.ada, 403],
      [people.outsider, 404],
    ] as const) {
      await expect(loadDraft(who, 'shared')).rejects.toMatchObject({ status })
      await expect(saveDraft(who, 'shared', { source: '', revision: 1 })).rejects.toMatchObject({ status })
      await expect(discardDraft(who, 'shared', { revision: 1 })).rejects.toMatchObject({ status })
    }
  })
})
