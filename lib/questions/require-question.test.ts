import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Principal } from '../auth/principal.ts'
import { closePools } from '../db/pool.ts'
import { query } from '../db/query.ts'
import { freshDatabase } from '../db/testing/database.ts'
import { makeScenario, type Scenario } from '../db/testing/scenario.ts'
import { type QuestionRight, requireQuestion, requireQuestions } from './require-question.ts'
import { publishedSource } from './sources.ts'

let people: Scenario
let other: { ta: Principal; instructor: Principal; courseId: string }

async function member(name: string, courseId: string, role: string): Promise<Principal> {
  const [person] = await query<{ personId: string }>(
    `WITH p AS (INSERT INTO person (issuer, subject, name, email) VALUES ('test', $1, $1, $1) RETURNING id)
     INSERT INTO membership (course_id, person_id, role) SELECT $2, id, $3::role FROM p RETURNING person_id AS "personId"`,
    [name, courseId, role],
  )
  return { ...people.tara, personId: person?.personId ?? '' }
}

const rights = (who: Principal | null, slug: string) =>
  Promise.all(
    (['read', 'edit', 'publish'] as QuestionRight[]).map((right) =>
      requireQuestion(who, slug, right).then(
        () => 200,
        (error: { status: number }) => error.status,
      ),
    ),
  )

beforeAll(async () => {
  await freshDatabase()
  people = await makeScenario()
  const [course] = await query<{ id: string }>(
    `INSERT INTO course (slug, title) VALUES ('other', 'Other') RETURNING id`,
  )
  const courseId = course?.id ?? ''
  const [ta, instructor] = [await member('o-ta', courseId, 'ta'), await member('o-in', courseId, 'instructor')]
  other = { ta, instructor, courseId }
  await query(`INSERT INTO question (slug, course_id) VALUES ('ours', $1)`, [people.courseId])
})
afterAll(closePools)

describe('a question', () => {
  it('of the house is read by every member of staff and kept by administrators, before anything has used it too', async () => {
    for (const slug of ['a-file', 'of-the-house']) {
      expect(await rights(null, slug)).toEqual([401, 401, 401])
      expect(await rights(people.ada, slug)).toEqual([403, 403, 403])
      expect(await rights(people.tara, slug)).toEqual([200, 403, 403])
      expect(await rights(people.ines, slug)).toEqual([200, 403, 403])
      expect(await rights(people.adam, slug)).toEqual([200, 200, 200])
      if (slug === 'a-file') await query(`INSERT INTO question (slug) VALUES ('of-the-house')`)
    }
  })

  it('of a course is edited by its staff, published by its instructors, and unknown to others', async () => {
    expect(await rights(people.ada, 'ours')).toEqual([403, 403, 403])
    expect(await rights(people.tara, 'ours')).toEqual([200, 200, 403])
    expect(await rights(people.ines, 'ours')).toEqual([200, 200, 200])
    expect(await rights(other.instructor, 'ours')).toEqual([404, 404, 404])
    expect(await requireQuestion(people.ines, 'ours', 'read')).toMatchObject({
      right: 'publish',
      courseId: people.courseId,
    })
  })

  it('that is shared is read or edited by the other course, and published by its own', async () => {
    const share = (right: string) =>
      query(
        `INSERT INTO question_share (question_id, course_id, "right", person_id)
         SELECT id, $1, $2::share_right, $3 FROM question WHERE slug = 'ours'
         ON CONFLICT (question_id, course_id) DO UPDATE SET "right" = excluded."right"`,
        [other.courseId, right, people.ines.personId],
      )
    await share('use')
    expect(await rights(other.instructor, 'ours')).toEqual([200, 403, 403])
    await share('edit')
    expect(await rights(other.ta, 'ours')).toEqual([200, 200, 403])
    expect(await rights(other.instructor, 'ours')).toEqual([200, 200, 403])
  })

  it('may be asked about with others: what may not be read refuses them all, the rest is told of each', async () => {
    const may = async (who: Principal | null, slugs: string[], right: QuestionRight) =>
      (await requireQuestions(who, slugs, right)).questions.map(({ slug, may }) => `${slug} ${may}`)
    await query(`INSERT INTO question (slug, course_id) VALUES ('theirs', $1)`, [other.courseId])
    expect(await may(other.instructor, ['theirs', 'of-the-house', 'ours'], 'edit')).toEqual([
      'theirs true',
      'of-the-house false',
      'ours true',
    ])
    await expect(may(other.instructor, ['of-the-house'], 'edit')).rejects.toMatchObject({ status: 403 })
    await expect(may(people.ines, ['ours', 'theirs'], 'read')).rejects.toMatchObject({ status: 404 })
    await expect(may(people.ada, ['ours'], 'read')).rejects.toMatchObject({ status: 403 })
    await expect(may(null, ['ours'], 'read')).rejects.toMatchObject({ status: 401 })
  })
})

describe('the published version', () => {
  const event = (what: string, version: string | null) =>
    query(
      `INSERT INTO question_history (question_id, what, question_version_id)
       SELECT q.id, $1::question_event, (SELECT id FROM question_version v WHERE v.question_id = q.id AND v.version = $2)
       FROM question q WHERE q.slug = 'ours'`,
      [what, version],
    )

  it('is the one that was published last, and none once that was withdrawn', async () => {
    await query(
      `INSERT INTO question_version (question_id, version, title, source, definition)
       SELECT id, v, v, 'source of ' || v, '{}' FROM question, unnest(ARRAY['one', 'two']) v WHERE slug = 'ours'`,
    )
    expect(await publishedSource('ours')).toBeNull()
    await event('version', 'one')
    expect(await publishedSource('ours')).toBeNull()
    await event('published', 'one')
    await event('version', 'two')
    expect(await publishedSource('ours')).toBe('source of one')
    await event('published', 'two')
    expect(await publishedSource('ours')).toBe('source of two')
    await event('withdrawn', null)
    expect(await publishedSource('ours')).toBeNull()
    await event('published', 'one')
    expect(await publishedSource('ours')).toBe('source of one')
  })
})
