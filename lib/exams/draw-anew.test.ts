import { afterAll, beforeAll, expect, it } from 'vitest'
import { startAttempt } from '../attempts/start-attempt.ts'
import { closePools } from '../db/pool.ts'
import { query } from '../db/query.ts'
import { sendingQueue } from '../db/queue.ts'
import { freshDatabase } from '../db/testing/database.ts'
import { type ExamOptions, makeExam, makeScenario, type Scenario } from '../db/testing/scenario.ts'
import { questionUses } from '../questions/versions/corrections/question-uses.ts'
import { examChecklist } from './checklist/exam-checklist.ts'
import { drawAnew } from './draw-anew.ts'
import { startTrial } from './trial/start-trial.ts'
import { unpublishExam } from './unpublish-exam.ts'

let people: Scenario
beforeAll(async () => {
  await freshDatabase()
  people = await makeScenario()
})
afterAll(async () => {
  await (await sendingQueue()).stop({ graceful: false })
  await closePools()
})

const made = (options: ExamOptions = {}) => makeExam(people.courseId, { slugs: ['alpha'], ...options })
const stateOf = async (examId: string) =>
  (await query<{ state: string }>('SELECT state FROM exam WHERE id = $1', [examId]))[0]?.state
const corrected = async (examId: string) =>
  (await examChecklist(people.tara, examId)).corrected.map(({ title }) => title)

/** Another version of the exam's question, published. */
async function correct(examId: string): Promise<string> {
  const [question] = await query<{ slug: string }>(
    `WITH old AS (SELECT v.question_id, q.slug FROM exam_question q JOIN question_version v ON v.id = q.question_version_id
       WHERE q.exam_id = $1),
     v AS (INSERT INTO question_version (question_id, version, title, source, definition)
       SELECT question_id, repeat('c', 64), 'Corrected', 'text', '{}' FROM old RETURNING id, question_id),
     h AS (INSERT INTO question_history (question_id, what, question_version_id) SELECT question_id, 'published', id FROM v)
     SELECT slug FROM old`,
    [examId],
  )
  return question?.slug ?? ''
}

it('an exam that nobody has begun is published anew in one step, and somebody is named for it', async () => {
  const examId = await made()
  await query(`INSERT INTO release (exam_id, scope, person_id, planned) VALUES ($1, 'all', $2, true)`, [
    examId,
    people.ines.personId,
  ])
  expect(await drawAnew(people.ines, examId)).toEqual({ state: 'publishing' })
  expect(await stateOf(examId)).toBe('publishing')
  await expect(startAttempt(people.ada, examId)).rejects.toMatchObject({ status: 404 })
  expect(await query('SELECT action, person_id FROM staff_action WHERE exam_id = $1', [examId])).toEqual([
    { action: 'draw-anew', person_id: people.ines.personId },
  ])
  expect(await query(`SELECT FROM pgboss.job WHERE name = 'publish' AND data->>'examId' = $1`, [examId])).toHaveLength(
    1,
  )
  expect(await query('SELECT FROM release WHERE exam_id = $1', [examId])).toHaveLength(1)
  await expect(drawAnew(people.ines, examId)).rejects.toMatchObject({ status: 409, code: 'not-published' })
})

it('one that somebody has begun stays, as does one whose checklist is red; drafts and trials are not drawn anew', async () => {
  const begun = await made()
  await startAttempt(people.ada, begun)
  await expect(drawAnew(people.ines, begun)).rejects.toMatchObject({ status: 409, code: 'begun' })
  const over = await made({ closesAt: '2020-01-01T00:00:00.000Z' })
  await expect(drawAnew(people.ines, over)).rejects.toMatchObject({ code: 'unready', details: { checks: ['past'] } })
  expect([await stateOf(begun), await stateOf(over)]).toEqual(['published', 'published'])
  const { trialId } = await startTrial(people.ines, over)
  await unpublishExam(people.ines, over)
  for (const examId of [over, trialId])
    await expect(drawAnew(people.ines, examId)).rejects.toMatchObject({ code: 'not-published' })
  await expect(drawAnew(people.tara, begun)).rejects.toMatchObject({ status: 403 })
})

it('what was corrected since is named until somebody begins', async () => {
  const examId = await made()
  expect(await corrected(examId)).toEqual([])
  const slug = await correct(examId)
  expect(await corrected(examId)).toEqual([`Question ${slug}`])
  const offered = async () => (await questionUses(people.ines, slug)).uses.map((use) => [use.untouched, use.mayCorrect])
  expect(await offered()).toEqual([[true, true]])
  // a draft gets what is published when it is published
  await query(`UPDATE exam SET state = 'draft' WHERE id = $1`, [examId])
  expect([await corrected(examId), await offered()]).toEqual([[], [[false, false]]])
  await query(`UPDATE exam SET state = 'published' WHERE id = $1`, [examId])
  await startAttempt(people.ben, examId)
  expect(await corrected(examId)).toEqual([])
  expect(await offered()).toEqual([[false, true]])
})

it('a file of the house is another one where its card says so; an exam that is no exam any more uses nothing', async () => {
  const examId = await made()
  const [{ slug } = { slug: '' }] = await query<{ slug: string }>(
    `INSERT INTO question_card (question_id, stamp, standing, version, title, fields, points, problems, title_words, words, changed_at)
     SELECT v.question_id, 's', 'file', 'another', 'From a file', 1, 1, 0, '', '', now()
     FROM exam_question q JOIN question_version v ON v.id = q.question_version_id WHERE q.exam_id = $1
     RETURNING (SELECT slug FROM question WHERE id = question_id) AS slug`,
    [examId],
  )
  expect(await corrected(examId)).toEqual(['From a file'])
  await query(`UPDATE question_card SET standing = 'draft' WHERE title = 'From a file'`)
  expect(await corrected(examId)).toEqual([])
  expect((await questionUses(people.ines, slug)).uses).toHaveLength(1)
  await query('UPDATE exam SET discarded_at = clock_timestamp() WHERE id = $1', [examId])
  expect((await questionUses(people.ines, slug)).uses).toEqual([])
})
