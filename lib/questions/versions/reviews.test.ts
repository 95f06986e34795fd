import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closePools } from '../../db/pool.ts'
import { query } from '../../db/query.ts'
import { freshDatabase } from '../../db/testing/database.ts'
import { enrol, makePerson, makeScenario, type Scenario } from '../../db/testing/scenario.ts'
import { addComment, settleComment } from './comments.ts'
import { readComments } from './read-comments.ts'
import { reviewsWaiting, sayOfVersion, versionReview } from './reviews.ts'
import { saveDraft } from './save-draft.ts'
import { saveVersion } from './save-version.ts'
import { startQuestion } from './start-question.ts'
import { startReader, twice } from './testing/grader.ts'
import { whileHeld } from './testing/while-held.ts'

let people: Scenario
let grader: Awaited<ReturnType<typeof startReader>>
let version: string
const slug = 'twice'

beforeAll(async () => {
  grader = await startReader()
  await freshDatabase()
  people = await makeScenario()
  await startQuestion(people.tara, { slug, courseId: people.courseId, source: twice() })
  version = (await saveVersion(people.tara, slug, { revision: 1 })).version
})
afterAll(async () => {
  grader.stop()
  await closePools()
})

const refused = (status: number, code: string) => expect.objectContaining({ status, code })
const on = async (text: string) =>
  (await readComments(people.tara, slug, text)).comments.map(({ text: says, line, outdated }) => [says, line, outdated])

describe('a comment', () => {
  it('on a line goes with the line, and says when that is another by now', async () => {
    const say = (text: string, line: number | null) => addComment(people.ines, slug, { version, line, text })
    await say('one decimal?', 4)
    await say('why not a + a', 6)
    await say('good', null)
    await expect(say('where', 99)).rejects.toEqual(refused(422, 'invalid'))
    await expect(say('  ', 1)).rejects.toEqual(refused(422, 'invalid'))
    expect(await on(version)).toEqual([
      ['one decimal?', 4, false],
      ['why not a + a', 6, false],
      ['good', null, false],
    ])
    const next = twice('a + a')
      .replace('title: Twice\n', 'title: Twice\ndecimals: 1\n')
      .replace('  a: decimal(1, 9, 1)\n', '')
    await saveDraft(people.tara, slug, { source: next, revision: 1 })
    expect(await on('draft')).toEqual([
      ['one decimal?', null, true],
      ['why not a + a', 6, true],
      ['good', null, false],
    ])
  })

  it('is answered, dealt with, and opened again; nothing of it is lost', async () => {
    const { id } = await addComment(people.ines, slug, { version, line: 2, text: 'A better title?' })
    const answer = await addComment(people.tara, slug, { version, line: 1, text: 'Done.', replyTo: id })
    await settleComment(people.tara, slug, id, { settled: true })
    await settleComment(people.ines, slug, id, { settled: true })
    const found = async () => (await readComments(people.tara, slug, version)).comments.find((one) => one.id === id)
    expect(await found()).toMatchObject({
      by: 'Ines',
      byMe: false,
      replies: [{ text: 'Done.', byMe: true }],
      settled: { by: 'Tara' },
    })
    // who says the same meanwhile waits, and it is said once
    await whileHeld(
      (run) => run('SELECT FROM question_comment WHERE id = $1 FOR UPDATE', [id]),
      () => settleComment(people.tara, slug, id, { settled: false }),
      (run) =>
        run('INSERT INTO question_comment_settled (comment_id, settled, person_id) VALUES ($1, false, $2)', [
          id,
          people.ines.personId,
        ]),
    )
    expect(await found()).toMatchObject({ settled: null })
    expect(await query('SELECT FROM question_comment_settled WHERE comment_id = $1', [id])).toHaveLength(2)
    await expect(
      addComment(people.tara, slug, { version, line: null, text: 'x', replyTo: randomUUID() }),
    ).rejects.toEqual(refused(422, 'invalid'))
    // an answer stands where its comment stands, and is neither answered nor dealt with by itself
    expect(await query('SELECT line FROM question_comment WHERE id = $1', [answer.id])).toEqual([{ line: null }])
    await expect(addComment(people.ines, slug, { version, line: null, text: 'x', replyTo: answer.id })).rejects.toEqual(
      refused(422, 'invalid'),
    )
    await expect(settleComment(people.ines, slug, answer.id, { settled: true })).rejects.toEqual(
      refused(404, 'not-found'),
    )
    await expect(settleComment(people.tara, slug, randomUUID(), { settled: true })).rejects.toEqual(
      refused(404, 'not-found'),
    )
  })

  it('of another question cannot be answered or settled from this one', async () => {
    await startQuestion(people.tara, { slug: 'other', courseId: people.courseId, source: twice() })
    const own = (await saveVersion(people.tara, 'other', { revision: 1 })).version
    const { id } = await addComment(people.tara, 'other', { version: own, line: null, text: 'x' })
    await expect(settleComment(people.tara, slug, id, { settled: true })).rejects.toEqual(refused(404, 'not-found'))
    await expect(addComment(people.tara, slug, { version, line: null, text: 'x', replyTo: id })).rejects.toEqual(
      refused(422, 'invalid'),
    )
  })

  it('is for those who work on the question', async () => {
    const body = { version, line: null, text: 'x' }
    for (const [who, status] of [
      [null, 401],
      [people.ada, 403],
      [people.outsider, 404],
    ] as const) {
      await expect(addComment(who, slug, body)).rejects.toMatchObject({ status })
      await expect(readComments(who, slug, version)).rejects.toMatchObject({ status })
      await expect(versionReview(who, slug, version)).rejects.toMatchObject({ status })
      await expect(sayOfVersion(who, slug, { version, what: 'approved' })).rejects.toMatchObject({ status })
    }
  })
})

describe('a review', () => {
  it('is asked of somebody who did not write the version, waits for them, and is theirs to decide', async () => {
    const theo = await makePerson('Theo')
    await enrol(people.courseId, theo, 'ta')
    const review = await versionReview(people.tara, slug, version)
    expect(review).toMatchObject({ byMe: true, required: false, events: [] })
    expect(review.reviewers.map(({ name }) => name)).toEqual(['Ines', 'Theo'])
    const ask = (reviewerId: string | null) => sayOfVersion(people.tara, slug, { version, what: 'asked', reviewerId })
    for (const wrong of [people.tara, people.ada, people.outsider])
      await expect(ask(wrong.personId)).rejects.toEqual(refused(422, 'invalid'))
    await ask(people.ines.personId)
    expect(await reviewsWaiting(people.ines)).toMatchObject([{ slug, version, askedBy: 'Tara' }])
    for (const other of [people.tara, theo, people.outsider]) expect(await reviewsWaiting(other)).toEqual([])
    await ask(null)
    expect(await reviewsWaiting(theo)).toHaveLength(1)
    const put = (to: string) => query(`UPDATE question SET archived_at = ${to} WHERE slug = $1`, [slug])
    await put('clock_timestamp()')
    expect(await reviewsWaiting(theo)).toEqual([])
    await put('NULL')
    // of somebody else it is only asked
    const given = { version, what: 'approved' as const, reviewerId: theo.personId }
    await expect(sayOfVersion(people.ines, slug, given)).rejects.toEqual(refused(422, 'invalid'))
    await expect(sayOfVersion(people.tara, slug, { version, what: 'approved' })).rejects.toEqual(
      refused(409, 'own-version'),
    )
    await expect(sayOfVersion(people.ines, slug, { version, what: 'changes' })).rejects.toEqual(refused(422, 'invalid'))
    await sayOfVersion(people.ines, slug, { version, what: 'changes', note: 'Say which decimals.' })
    expect(await reviewsWaiting(theo)).toEqual([])
    // who asks does not wait for themselves, although they could review it
    await sayOfVersion(people.ines, slug, { version, what: 'asked' })
    expect([await reviewsWaiting(people.ines), await reviewsWaiting(theo)]).toMatchObject([[], [{ slug }]])
    // nor who wrote it, nor staff of another course who sit in this one
    await enrol(people.courseId, people.outsider, 'student')
    for (const other of [people.tara, people.outsider]) expect(await reviewsWaiting(other)).toEqual([])
    await sayOfVersion(theo, slug, { version, what: 'approved' })
    expect((await versionReview(people.ines, slug, version)).events.map(({ what, by }) => `${what} ${by}`)).toEqual([
      'asked Tara',
      'asked Tara',
      'changes Ines',
      'asked Ines',
      'approved Theo',
    ])
  })

  it('is not given by who wrote the text that somebody else kept', async () => {
    await saveDraft(people.ines, slug, { source: twice('2 * a'), revision: 2 })
    const next = (await saveVersion(people.tara, slug, { revision: 3 })).version
    for (const author of [people.ines, people.tara])
      await expect(sayOfVersion(author, slug, { version: next, what: 'approved' })).rejects.toEqual(
        refused(409, 'own-version'),
      )
    await expect(sayOfVersion(people.ines, slug, { version: '0'.repeat(64), what: 'approved' })).rejects.toEqual(
      refused(404, 'not-found'),
    )
  })
})
