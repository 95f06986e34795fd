import { randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Verdict } from '../../grader/marking/verdict.ts'
import { attemptPaper } from '../attempts/attempt-paper.ts'
import { saveResponses } from '../attempts/save-responses.ts'
import { startAttempt } from '../attempts/start-attempt.ts'
import { submitAttempt } from '../attempts/submit-attempt.ts'
import type { Principal } from '../auth/principal.ts'
import { query } from '../db/query.ts'
import { enrol, makePerson } from '../db/testing/scenario.ts'
import { checkQuestion } from '../quiz/check-question.ts'
import { ownChecks } from '../quiz/own-checks.ts'
import { shownCheck } from '../quiz/shown-check.ts'
import { freePort } from '../start/free-port.ts'
import { listenOnLoopback } from './loopback.ts'
import { publishExam } from './publish-exam.ts'
import { corrected, makeSums, type Sums } from './testing/sums.ts'

const source = corrected
  .replace(
    'mistakes:\n',
    'mistakes:\n  twice: { steps: { total: a + 2 b }, says: "You took {{b}} twice; it is {{a + b}}." }\n',
  )
  .replace('others: [neither]', 'others: [neither, { text: nothing, says: Something is added. }]')

let sums: Sums
let loopback: Server
let port: number
const token = 'between two processes'
const listen = async () => {
  loopback = await listenOnLoopback(port, token, sums.executors)
}
const hangUp = () => new Promise<void>((resolve) => void loopback.close(() => resolve()))

beforeAll(async () => {
  // before anything reads the environment
  port = await freePort()
  Object.assign(process.env, { REFEREE_GRADER_PORT: String(port), REFEREE_GRADER_TOKEN: token })
  sums = await makeSums()
  await listen()
}, 60_000)
afterAll(async () => {
  await hangUp()
  await sums.end()
})

interface Sitting {
  examId: string
  attemptId: string
  student: Principal
  a: number
  b: number
}

let made = 0

/** A student in a quiz whose questions may be checked so often; what is right is the sum of the two numbers. */
async function sit(checks: number | null, mode = 'quiz'): Promise<Sitting> {
  const examId = await sums.published()
  sums.write(source)
  // its name is part of the seeds
  made += 1
  await query(
    `UPDATE exam SET state = 'publishing', slug = $4, mode = $2::exam_mode, checks_allowed = $3 WHERE id = $1`,
    [examId, mode, checks, `quiz-${made}`],
  )
  expect(await publishExam(examId, sums.executors)).toBe('published')
  await query(
    `DELETE FROM pool_variant p USING exam_question q WHERE q.id = p.exam_question_id AND q.exam_id = $1 AND p.variant_id <> (
       SELECT v.id FROM variant v JOIN pool_variant o ON o.variant_id = v.id AND o.exam_question_id = q.id ORDER BY v.seed LIMIT 1)`,
    [examId],
  )
  const student = await makePerson('Student')
  await enrol(sums.people.courseId, student, 'student')
  const { attemptId } = await startAttempt(student, examId)
  const [drawn] = await query<{ a: number; b: number }>(
    `SELECT (v.params #>> '{a,data,0}')::float8 AS a, (v.params #>> '{b,data,0}')::float8 AS b
     FROM attempt_question aq JOIN variant v ON v.id = aq.variant_id WHERE aq.attempt_id = $1`,
    [attemptId],
  )
  return { examId, attemptId, student, a: drawn?.a ?? 0, b: drawn?.b ?? 0 }
}

let revision = 0
const fields = ['sum.total', 'sum.larger', 'sum.why']
async function type({ student, attemptId }: Sitting, text: string, chosen: string[] = []) {
  revision += 1
  const values = [
    { kind: 'number' as const, text },
    { kind: 'choice' as const, chosen },
    { kind: 'text' as const, markdown: 'Because.' },
  ]
  const saves = values.map((value, k) => ({ field: fields[k] ?? '', revision, opId: randomUUID(), value }))
  await saveResponses(student, attemptId, { epoch: 1, saves })
}
const check = ({ student, attemptId }: Sitting, revisions: Record<string, number> = {}) =>
  checkQuestion(student, attemptId, 'sum', { revisions })
/** As the database sees it. */
async function aMinuteLater({ attemptId }: Sitting) {
  await query('ALTER TABLE attempt_check DISABLE TRIGGER append_only')
  await query(`UPDATE attempt_check SET created_at = created_at - interval '61 seconds' WHERE attempt_id = $1`, [
    attemptId,
  ])
  await query('ALTER TABLE attempt_check ENABLE TRIGGER append_only')
}
const told = async (sitting: Sitting) =>
  (await check(sitting)).check.fields.map(({ name, verdict, earned }) => [name, verdict, earned])

// each publishes a quiz of its own: on a busy machine that takes a while
describe('a question that is checked in a quiz', { timeout: 120_000 }, () => {
  it('is graded by the grader, field by field, and again once it is mended', async () => {
    const sitting = await sit(null)
    const { a, b } = sitting
    await type(sitting, (a - b - 1).toFixed(1))
    expect((await told(sitting))[0]).toEqual(['total', 'wrong', 0])
    await type(sitting, (a + b).toFixed(1))
    expect(await told(sitting)).toEqual([
      ['total', 'right', 4],
      ['larger', expect.anything(), expect.anything()],
      ['why', 'review', null],
    ])
    const { allowed, questions } = await ownChecks(sitting.student, sitting.attemptId)
    expect([allowed, questions.sum?.used]).toEqual([null, 2])
    expect(questions.sum?.newest.answers.total).toEqual({ kind: 'number', text: (a + b).toFixed(1) })
  })

  it('says what the author says of a mistake, but nothing that prints a value', async () => {
    const sitting = await sit(null)
    const { a, b } = sitting
    await type(sitting, a.toFixed(1))
    expect(JSON.stringify((await check(sitting)).check.fields[0]?.said)).toContain('You forgot the second number.')
    await type(sitting, (a + 2 * b).toFixed(1))
    const { check: shown } = await check(sitting)
    expect(shown.fields[0]).toMatchObject({ verdict: 'mistake', said: [] })
  })

  it('tells nothing of what is right: not in the reply, not when the page is loaded again', async () => {
    const sitting = await sit(null)
    const { a, b } = sitting
    const right = (a + b).toFixed(1)
    await type(sitting, '1000')
    await check(sitting)
    const [stored] = await query<{ result: object }>(
      'SELECT result FROM attempt_check_grading ORDER BY created_at DESC LIMIT 1',
    )
    expect(Object.keys(stored?.result ?? {})).toContain('execution')
    const all = JSON.stringify([await check(sitting), await ownChecks(sitting.student, sitting.attemptId)])
    const members = new Set(all.match(/"\w+":/g))
    for (const secret of [
      'expected',
      'seed',
      'bands',
      'through',
      'counterexample',
      'parsed',
      'execution',
      'receipt',
      'slips',
    ])
      expect(members).not.toContain(`"${secret}":`)
    expect(all.replace(/"at":"[^"]*"/g, '')).not.toContain(right)
  })

  it('is checked as often as the author allows, however many ask at once', async () => {
    const sitting = await sit(2)
    await type(sitting, '1')
    const asked = await Promise.allSettled(Array.from({ length: 6 }, () => check(sitting)))
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
    const usedUp = { status: 409, code: 'used-up' }
    await expect(check(sitting)).rejects.toMatchObject(usedUp)
    await aMinuteLater(sitting)
    await expect(check(sitting)).rejects.toMatchObject(usedUp)
  })

  it('is not checked more than ten times a minute', async () => {
    const sitting = await sit(null)
    for (let k = 0; k < 10; k++) await check(sitting)
    await expect(check(sitting)).rejects.toMatchObject({ status: 429, code: 'too-often' })
  })

  it('uses nothing up where the grader did not answer', async () => {
    const sitting = await sit(1)
    await hangUp()
    await expect(check(sitting)).rejects.toMatchObject({ status: 503 })
    await listen()
    await aMinuteLater(sitting)
    expect((await check(sitting)).left).toBe(0)
  })

  it('is checked as it is saved: not before the server has what the page shows', async () => {
    const sitting = await sit(null)
    await expect(check(sitting, { 'sum.total': 1_000 })).rejects.toMatchObject({ status: 409, code: 'missing' })
    for (const other of ['sum.nothing', 'sum#flag'])
      await expect(check(sitting, { [other]: 0 })).rejects.toMatchObject({ status: 422, code: 'invalid' })
  })

  it('is the student’s own, of a quiz, and open', async () => {
    const sitting = await sit(null)
    const { attemptId, student } = sitting
    const body = { revisions: {} }
    await expect(checkQuestion(sums.people.ada, attemptId, 'sum', body)).rejects.toMatchObject({ status: 404 })
    await expect(checkQuestion(student, attemptId, 'another', body)).rejects.toMatchObject({ status: 404 })
    const late = await sit(null)
    await query('UPDATE exam SET duration_seconds = 3600 WHERE id = $1', [late.examId])
    await query(`UPDATE attempt SET started_at = started_at - interval '1 day' WHERE id = $1`, [late.attemptId])
    await expect(check(late)).rejects.toMatchObject({ status: 409, code: 'closed' })
    await submitAttempt(student, attemptId, { epoch: 1, revisions: {} })
    await expect(check(sitting)).rejects.toMatchObject({ status: 409, code: 'closed' })
    for (const other of [await sit(0), await sit(5, 'exam')]) {
      await expect(check(other)).rejects.toMatchObject({ status: 403, code: 'no-checks' })
      expect((await attemptPaper(other.student, other.attemptId)).checks).toBe(0)
      expect((await ownChecks(other.student, other.attemptId)).allowed).toBe(0)
    }
  })
})

it('an exam whose sections would not be the same for everybody is not published, and says why', async () => {
  const examId = await sums.published()
  const [section] = await query<{ id: string }>(
    `INSERT INTO exam_section (exam_id, position, title, pick) VALUES ($1, 1, 'Sums', 2) RETURNING id`,
    [examId],
  )
  await query('UPDATE exam_question SET section_id = $2 WHERE exam_id = $1', [examId, section?.id])
  await query(`UPDATE exam SET state = 'publishing' WHERE id = $1`, [examId])
  expect(await publishExam(examId, sums.executors)).toBe('failed')
  const [row] = await query<{ problem: string }>('SELECT problem FROM exam_question WHERE exam_id = $1', [examId])
  expect(row?.problem).toContain('Sums: This section gives 2 questions')
})

it('of what the grader says, only why an answer could not be read is told', () => {
  const field = { name: 'y', label: 'y', kind: 'number' as const, points: 2, decimals: 1 }
  const said = (verdict: Verdict, message: string) => {
    const graded = { field: 'y', kind: 'number' as const, verdict, score: 0, points: 2, message }
    const grading = { slug: 's', version: '', seed: '', fields: [graded], firstWrongStep: null } as never
    const stored = { slug: 's', at: '', points: 2, paper: { fields: [field] }, answers: {}, grading }
    return shownCheck(stored).fields.map((one) => [one.message, one.said])
  }
  expect(said('unreadable', 'Not a number.')).toEqual([['Not a number.', []]])
  expect(said('wrong', 'It is 3.')).toEqual([[null, []]])
})
