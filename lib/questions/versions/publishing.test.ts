import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closePools } from '../../db/pool.ts'
import { query } from '../../db/query.ts'
import { freshDatabase } from '../../db/testing/database.ts'
import { makeScenario, type Scenario } from '../../db/testing/scenario.ts'
import { readQuestion } from '../../worker/bank.ts'
import { publishedSource } from '../sources.ts'
import { compareTexts } from './compare.ts'
import { questionHistory, questionVersion } from './history.ts'
import { loadDraft } from './load-draft.ts'
import { publishVersion, withdrawQuestion } from './publish-version.ts'
import { setReviewRule } from './review-rule.ts'
import { saveDraft, writeDraft } from './save-draft.ts'
import { saveVersion } from './save-version.ts'
import { startQuestion } from './start-question.ts'
import { startReader, twice } from './testing/grader.ts'
import { whileHeld } from './testing/while-held.ts'
import { usedSource } from './texts.ts'

let people: Scenario
let grader: Awaited<ReturnType<typeof startReader>>
const slug = 'twice'
let revision = 1

beforeAll(async () => {
  grader = await startReader()
  await freshDatabase()
  people = await makeScenario()
  await startQuestion(people.tara, { slug, courseId: people.courseId, source: twice() })
})
afterAll(async () => {
  grader.stop()
  await closePools()
})

const write = async (source: string) => {
  revision = (await saveDraft(people.tara, slug, { source, revision })).revision
}
const keep = (note = '') => saveVersion(people.tara, slug, { revision, note })
const audited = (version: string, sound: boolean) =>
  query('INSERT INTO audit_report (slug, version, report) VALUES ($1, $2, $3)', [
    slug,
    version,
    JSON.stringify({ sound }),
  ])
const refused = (status: number, code: string) => expect.objectContaining({ status, code })
const events = async () =>
  (await questionHistory(people.ines, slug)).entries.map(({ what, published }) => what + (published ? ' *' : ''))

describe('a version', () => {
  it('is the draft as it is, by its hash, with who wrote what; the same text is kept once', async () => {
    const first = await keep('A first one')
    expect(first).toEqual({ version: expect.stringMatching(/^[0-9a-f]{64}$/), saved: true, missingFigures: [] })
    expect(await keep('again')).toEqual({ ...first, saved: false })
    expect(await questionVersion(people.ines, slug, first.version)).toMatchObject({
      source: twice(),
      title: 'Twice',
      by: 'Tara',
      note: 'A first one',
    })
    expect(await loadDraft(people.tara, slug)).toMatchObject({ basedOn: first.version, published: null })
    await expect(questionVersion(people.ines, slug, '0'.repeat(64))).rejects.toEqual(refused(404, 'not-found'))
  })

  it('is of the draft that was seen, and can be read as a question', async () => {
    await write('nothing')
    await expect(saveVersion(people.ines, slug, { revision: revision - 1 })).rejects.toEqual(refused(409, 'conflict'))
    await expect(keep()).rejects.toMatchObject({
      status: 422,
      code: 'unreadable',
      details: { problems: [{ line: 1, column: expect.any(Number), message: expect.any(String) }] },
    })
    expect(await events()).toEqual(['version'])
  })
})

it('a version is kept after whoever works on the question, and what was saved meanwhile is not taken for it', async () => {
  const name = 'meanwhile'
  await startQuestion(people.tara, { slug: name, courseId: people.courseId, source: twice() })
  const [{ id } = { id: '' }] = await query<{ id: string }>('SELECT id FROM question WHERE slug = $1', [name])
  const { saved } = await whileHeld(
    (run) => run('SELECT FROM question WHERE id = $1 FOR NO KEY UPDATE', [id]),
    () => saveVersion(people.tara, name, { revision: 1 }),
    (run) => writeDraft(run, id, people.ines.personId, { source: 'something else', revision: 1 }),
  )
  expect(saved).toBe(true)
  expect(await loadDraft(people.tara, name)).toMatchObject({ revision: 2, basedOn: null })
})

describe('publishing', () => {
  it('needs a sound audit of exactly that version', async () => {
    await write(twice('a + a'))
    // kept by several at once, it is one version
    const kept4 = await Promise.all([keep(), keep(), keep(), keep()])
    expect(kept4.filter(({ saved }) => saved)).toHaveLength(1)
    const { version } = await keep()
    const publish = () => publishVersion(people.ines, slug, { version })
    await expect(publish()).rejects.toEqual(refused(409, 'audit-missing'))
    await audited('another version', true)
    await expect(publish()).rejects.toEqual(refused(409, 'audit-missing'))
    await query('INSERT INTO audit_report (slug, version, report) VALUES ($1, $2, $3)', [
      'other',
      version,
      '{"sound":true}',
    ])
    await expect(publish()).rejects.toEqual(refused(409, 'audit-missing'))
    await audited(version, true)
    await audited(version, false)
    await expect(publish()).rejects.toEqual(refused(409, 'audit-unsound'))
    await audited(version, true)
    // by several at once, it is published once
    expect(await Promise.all([publish(), publish(), publish(), publish()])).toContainEqual({ version })
    expect(await publish()).toEqual({ version })
    expect(await publishedSource(slug)).toBe(twice('a + a'))
    expect(await events()).toEqual(['published *', 'version', 'version'])
    const [kept] = await query('SELECT audit_report_id FROM question_history WHERE what = $1', ['published'])
    expect(kept).toEqual({ audit_report_id: expect.any(String) })
  })

  it('tells how many exams use a version: trials are none, nor are exams that were thrown away', async () => {
    const { version } = await keep()
    await query(
      `WITH kinds (slug, trial_of, discarded_at) AS (VALUES ('used', NULL, NULL), ('trial', 'used', NULL), ('gone', NULL, now())),
       made AS (INSERT INTO exam (id, course_id, slug, title, trial_of, trial_person, discarded_at)
         SELECT md5(k.slug)::uuid, $1, k.slug, k.slug, md5(k.trial_of)::uuid, CASE WHEN k.trial_of IS NOT NULL THEN $2::uuid END, k.discarded_at
         FROM kinds k RETURNING id)
       INSERT INTO exam_question (exam_id, position, slug, points, question_version_id)
       SELECT made.id, 1, $3, 1, v.id FROM made, question_version v JOIN question q ON q.id = v.question_id
       WHERE q.slug = $3 AND v.version = $4`,
      [people.courseId, people.ines.personId, slug, version],
    )
    const { entries } = await questionHistory(people.ines, slug)
    expect(entries.find((entry) => entry.version === version)?.exams).toBe(1)
  })

  it('waits for the pictures that it names', async () => {
    const file = 'map-10x10-0123456789abcdef.png'
    const figures = `figures:\n  map: { kind: image, file: ${file}, alt: A map. }\nmistakes:`
    await write(twice('a + a', ':figure[map]').replace('mistakes:', figures))
    const { version, missingFigures } = await keep()
    expect(missingFigures).toEqual([file])
    await audited(version, true)
    await expect(publishVersion(people.ines, slug, { version })).rejects.toMatchObject({
      ...{ status: 409, code: 'figures-missing', details: { files: [file] } },
    })
    await query(
      `INSERT INTO figure (file, sha256, bytes, shown_sha256, shown_media_type, width, height, store)
       VALUES ($1, 'x', 1, 'x', 'image/png', 10, 10, 'disk')`,
      [file],
    )
    expect(await publishVersion(people.ines, slug, { version })).toEqual({ version })
  })

  it('is for instructors of the course that owns it', async () => {
    const body = { version: '0'.repeat(64) }
    await expect(publishVersion(people.tara, slug, body)).rejects.toEqual(refused(403, 'forbidden'))
    await expect(withdrawQuestion(people.tara, slug, {})).rejects.toEqual(refused(403, 'forbidden'))
    await expect(publishVersion(people.outsider, slug, body)).rejects.toEqual(refused(404, 'not-found'))
    await expect(publishVersion(people.ines, slug, body)).rejects.toEqual(refused(404, 'not-found'))
  })

  it('waits for a second author where the course asks for one', async () => {
    await setReviewRule(people.ines, people.courseId, { required: true })
    await expect(setReviewRule(people.tara, people.courseId, { required: false })).rejects.toEqual(
      refused(403, 'forbidden'),
    )
    await write(twice('2 * a'))
    const { version } = await keep()
    await audited(version, true)
    const publish = () => publishVersion(people.ines, slug, { version })
    await expect(publish()).rejects.toEqual(refused(409, 'review-missing'))
    const say = (what: string) =>
      query(
        `INSERT INTO question_review (question_id, question_version_id, what, person_id)
         SELECT question_id, id, $1::question_review_word, $2 FROM question_version WHERE version = $3`,
        [what, people.ines.personId, version],
      )
    for (const what of ['asked', 'approved', 'changes']) await say(what)
    await expect(publish()).rejects.toEqual(refused(409, 'review-missing'))
    await say('approved')
    expect(await publish()).toEqual({ version })
  })

  it('is taken back, and nothing is published then', async () => {
    expect(await withdrawQuestion(people.ines, slug, { note: 'a mistake in it' })).toEqual({ published: null })
    await withdrawQuestion(people.ines, slug, {})
    expect(await publishedSource(slug)).toBeNull()
    // a file that came by this name later is another question
    grader.file(slug, twice('3 a'))
    expect(await usedSource(slug)).toBeNull()
    expect(await readQuestion(slug)).toBeNull()
    expect((await events()).slice(0, 3)).toEqual(['withdrawn', 'published', 'version'])
    expect((await questionHistory(people.ines, slug)).entries[0]).toMatchObject({ note: 'a mistake in it', by: 'Ines' })
  })
})

describe('two texts', () => {
  it('are compared by line, and by what changes for students', async () => {
    const { entries } = await questionHistory(people.tara, slug)
    const [newest = '', first = ''] = [entries[0]?.version, entries.at(-1)?.version].map((version) => version ?? '')
    const compared = await compareTexts(people.tara, slug, first as 'draft', newest as 'draft')
    expect(compared.text).toMatchObject({ added: 1, removed: 1 })
    expect(compared.students?.join()).toContain('y is 2 * a, was 2 a')
    await write('torn')
    expect(await compareTexts(people.tara, slug, first as 'draft', 'draft')).toMatchObject({ students: null })
    expect(await compareTexts(people.tara, slug, 'draft', 'draft')).toMatchObject({ text: { added: 0 }, students: [] })
    await expect(compareTexts(people.tara, slug, 'published', 'draft')).rejects.toEqual(refused(404, 'not-found'))
  })
})
