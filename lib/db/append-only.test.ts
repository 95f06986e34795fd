import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attemptPaper } from '../attempts/attempt-paper.ts'
import { saveResponses } from '../attempts/save-responses.ts'
import { startAttempt } from '../attempts/start-attempt.ts'
import { submitAttempt } from '../attempts/submit-attempt.ts'
import { releaseExam } from '../release/release-exam.ts'
import { scoreReview } from '../review/score-review.ts'
import { database } from './client.ts'
import { closePools } from './pool.ts'
import { inTransaction, query } from './query.ts'
import { sendingQueue } from './queue.ts'
import { freshDatabase } from './testing/database.ts'
import { gradeAsStored } from './testing/graded.ts'
import { makeExam, makeScenario } from './testing/scenario.ts'

let attemptId: string

/** One of everything: an exam that was sat, handed in, graded, reviewed and released. */
beforeAll(async () => {
  await freshDatabase()
  const people = await makeScenario()
  const examId = await makeExam(people.courseId)
  attemptId = (await startAttempt(people.ada, examId)).attemptId
  const slug = (await attemptPaper(people.ada, attemptId)).questions[0]?.slug
  const save = { field: `${slug}.why`, revision: 1, opId: randomUUID(), value: { kind: 'text', markdown: 'so' } }
  await saveResponses(people.ada, attemptId, { epoch: 1, saves: [save] })
  const { submissionId } = await submitAttempt(people.ada, attemptId, { epoch: 1, revisions: {} })
  await gradeAsStored(submissionId)
  await scoreReview(people.tara, { submissionId, field: save.field, version: 0, points: 1 })
  await releaseExam(people.ines, examId, { scope: 'all' })
  await query(
    `INSERT INTO rubric_version (exam_question_id, field, version, base, items, person_id, reason)
     SELECT id, slug || '.why', 1, 'zero', '[]', $1, '' FROM exam_question`,
    [people.ines.personId],
  )
  await query(
    `INSERT INTO calibration_answer (submission_id, field, exam_question_id, person_id)
     SELECT submission_id, field, exam_question_id, $1 FROM review_entry`,
    [people.ines.personId],
  )
  await query(
    `INSERT INTO blind_score (submission_id, field, purpose, person_id, points, rubric, rubric_version)
     SELECT submission_id, field, 'calibration', $1, 1, '[]', 0 FROM review_entry`,
    [people.tara.personId],
  )
  await query(
    `INSERT INTO answer_group_decision (exam_question_id, field, act, person_id)
     SELECT exam_question_id, field, 'rename', $1 FROM review_entry`,
    [people.tara.personId],
  )
  const upload = randomUUID()
  await query(
    `INSERT INTO upload (id, attempt_id, field, sha256, media_type, bytes, store) VALUES ($1, $2, $3, '', '', 1, 'postgres')`,
    [upload, attemptId, save.field],
  )
  await query(`INSERT INTO upload_blob (key, data) VALUES ($1, 'x')`, [upload])
  await query(`INSERT INTO upload_image (upload_id, sheet, width, height, sha256) VALUES ($1, 0, 1, 1, '')`, [upload])
  await query(
    `INSERT INTO upload_annotation (upload_id, sheet, person_id, version, marks) VALUES ($1, 0, $2, 1, '[]')`,
    [upload, people.tara.personId],
  )
  await query(
    `INSERT INTO figure (file, sha256, bytes, shown_sha256, shown_media_type, width, height, store)
     VALUES ('cat.0123456789abcdef.png', '', 1, '', '', 1, 1, 'postgres')`,
  )
  await query(
    `INSERT INTO review_request (submission_id, field, exam_id, exam_question_id, person_id)
     SELECT submission_id, field, exam_id, exam_question_id, $1 FROM review_entry`,
    [people.ada.personId],
  )
  await query(
    `INSERT INTO review_request_message (request_id, seq, act, state, person_id, text)
     SELECT id, 1, 'ask', 'open', person_id, 'so' FROM review_request`,
  )
  await query(`INSERT INTO course_action (course_id, person_id, action, details) VALUES ($1, $2, 'enrol', '{}')`, [
    people.courseId,
    people.ines.personId,
  ])
  await query(
    `INSERT INTO audit_report (slug, exam_question_id, version, report) SELECT slug, id, 'v', '{}' FROM exam_question`,
  )
  await query(
    `INSERT INTO question_history (question_id, what, question_version_id) SELECT question_id, 'version', id FROM question_version`,
  )
  await query(
    `INSERT INTO question_comment (question_id, question_version_id, text, person_id) SELECT question_id, id, 'so', $1 FROM question_version`,
    [people.ines.personId],
  )
  await query(
    'INSERT INTO question_comment_settled (comment_id, settled, person_id) SELECT id, true, person_id FROM question_comment',
  )
  await query(
    `INSERT INTO question_review (question_id, question_version_id, what, person_id) SELECT question_id, id, 'asked', $1 FROM question_version`,
    [people.ines.personId],
  )
  const regrade = `INSERT INTO regrade (exam_id, slugs, asked_by) SELECT exam_id, '{}', $1 FROM exam_question LIMIT 1 RETURNING id`
  await query(
    `WITH r AS (${regrade})
     INSERT INTO question_correction (regrade_id, exam_question_id, question_id, question_version_id, policy, person_id)
     SELECT r.id, q.id, v.question_id, v.id, 'both', $1 FROM r, exam_question q JOIN question_version v ON v.id = q.question_version_id`,
    [people.ines.personId],
  )
  await query('INSERT INTO attempt_step (attempt_id, place, epoch) VALUES ($1, 1, 1)', [attemptId])
  await query(
    `WITH asked AS (INSERT INTO attempt_check (attempt_id, exam_question_id, answers)
       SELECT attempt_id, exam_question_id, '{}' FROM attempt_question RETURNING id)
     INSERT INTO attempt_check_grading (check_id, result) SELECT id, '{}' FROM asked`,
  )
})
afterAll(async () => {
  await (await sendingQueue()).stop({ graceful: false })
  await closePools()
})

describe('nothing is overwritten', () => {
  const kept = {
    save_event: 'late = true',
    submission: 'frozen_at = clock_timestamp()',
    submission_answer: `value = '{}'`,
    grading: `result = '{}'`,
    review: 'points = 0',
    release: `scope = 'none'`,
    review_request: `field = 'x.y'`,
    review_request_message: `text = 'not so'`,
    rubric_version: `items = '[1]'`,
    answer_group_decision: `name = 'another'`,
    calibration_answer: 'created_at = clock_timestamp()',
    blind_score: 'points = 0',
    audit_report: `report = '{}'`,
    course_action: `action = 'another'`,
    question_history: `note = 'not so'`,
    question_comment: `text = 'not so'`,
    question_comment_settled: 'settled = false',
    question_review: `what = 'approved'`,
    attempt_step: 'place = 2',
    attempt_check: `answers = '{"y": 1}'`,
    attempt_check_grading: `result = '{"y": 1}'`,
    question_correction: `policy = 'regrade'`,
    upload: `field = 'another'`,
    upload_image: `sha256 = 'another'`,
    upload_blob: `data = 'another'`,
    upload_annotation: `marks = '[]'`,
    figure: `width = 2`,
  }
  it.each(Object.entries(kept))('%s is neither changed nor deleted nor emptied', async (table, change) => {
    expect((await query(`SELECT FROM ${table}`)).length).toBeGreaterThan(0)
    const refused = { code: '23001', message: expect.stringContaining('append-only') }
    await expect(query(`UPDATE ${table} SET ${change}`)).rejects.toMatchObject(refused)
    await expect(query(`DELETE FROM ${table}`)).rejects.toMatchObject(refused)
    await expect(query(`TRUNCATE ${table} CASCADE`)).rejects.toMatchObject({ code: '23001' })
  })

  it.each([
    ['question_version', `source = 'another'`],
    ['variant', `params = '{"x": 1}'`],
    ['variant_key', `key = '{}'`],
    ['attempt_question', 'variant_id = variant_id'],
  ])('%s never changes', async (table, change) => {
    await expect(query(`UPDATE ${table} SET ${change}`)).rejects.toMatchObject({ code: '23001' })
  })

  it('what an attempt was given stays: version, points, variants and their keys', async () => {
    for (const statement of [
      'UPDATE exam_question SET points = points + 1',
      'DELETE FROM exam_question',
      'DELETE FROM variant_key WHERE variant_id IN (SELECT variant_id FROM attempt_question)',
      'DELETE FROM variant WHERE id IN (SELECT variant_id FROM attempt_question)',
      'DELETE FROM question_version',
      'DELETE FROM attempt',
    ])
      await expect(query(statement), statement).rejects.toMatchObject({ code: expect.stringMatching(/^23/) })
  })

  it('one attempt of a number a student and exam, one submission an attempt', async () => {
    await expect(
      query('INSERT INTO attempt (exam_id, person_id) SELECT exam_id, person_id FROM attempt'),
    ).rejects.toMatchObject({ code: '23505' })
    await expect(
      query(`INSERT INTO submission (attempt_id, closed_by, digest) VALUES ($1, 'staff', 'x')`, [attemptId]),
    ).rejects.toMatchObject({ code: '23505' })
  })
})

describe('a transaction', () => {
  it('is undone by what is thrown in it, and gives its connection back', async () => {
    const before = await query('SELECT FROM course')
    for (let round = 0; round < 30; round += 1)
      await expect(
        inTransaction(async (run) => {
          await run(`INSERT INTO course (slug, title) VALUES ($1, 'x')`, [randomUUID()])
          throw new Error('no')
        }),
      ).rejects.toThrow('no')
    expect(await query('SELECT FROM course')).toHaveLength(before.length)
  })
})

describe('the typed client', () => {
  it('sees the same rows', async () => {
    const attempt = await database().attempt.findUniqueOrThrow({
      where: { id: attemptId },
      include: { submission: true },
    })
    expect(attempt).toMatchObject({ state: 'closed', epoch: 1, submission: { closedBy: 'student' } })
  })
})
