import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect } from 'vitest'
import type { Executors } from '../../../grader/backends/executor.ts'
import { startExecutors } from '../../../grader/backends/ladder.ts'
import { saveResponses } from '../../attempts/save-responses.ts'
import { startAttempt } from '../../attempts/start-attempt.ts'
import { submitAttempt } from '../../attempts/submit-attempt.ts'
import type { Principal } from '../../auth/principal.ts'
import { closePools } from '../../db/pool.ts'
import { query } from '../../db/query.ts'
import { sendingQueue } from '../../db/queue.ts'
import { freshDatabase } from '../../db/testing/database.ts'
import { enrol, makePerson, makeScenario, type Scenario } from '../../db/testing/scenario.ts'
import { type CreateExamBody, createExam } from '../../exams/create-exam.ts'
import { publishExam as askToPublish } from '../../exams/publish-exam.ts'
import { attemptResult } from '../../grading/attempt-result.ts'
import { askRegrade } from '../../regrade/ask-regrade.ts'
import { gradeSubmissions } from '../grade-submissions.ts'
import { publishExam } from '../publish-exam.ts'

/** Its reference subtracts where the text asks for a sum. */
export const wrong = `---
title: A sum
decimals: 1
parameters:
  a: decimal(1, 9, 1)
  b: decimal(1, 9, 1)
reference:
  total: a - b
answers:
  total: { points: 2, decimals: 1, label: Total }
  larger: { kind: choice, points: 1, label: Larger, options: { right: [the second], others: [the first, neither] } }
  why: { kind: text, points: 1, label: Why, rubric: [ { says: Says why, points: 1 } ] }
mistakes:
  half: { steps: { total: a }, says: You forgot the second number. }
---
Add {{a}} and {{b}}: :answer[total]. Which is added? :answer[larger] Why? :answer[why]
`
export const corrected = wrong
  .replace('total: a - b', 'total: a + b')
  .replace('right: [the second], others: [the first, neither]', 'right: [the first, the second], others: [neither]')

/** A student who has handed in. */
export interface Handed {
  person: Principal
  attemptId: string
  submissionId: string
}

export interface Sums {
  people: Scenario
  executors: Executors
  /** puts a question file into the bank, in place of the last one */
  write(source: string, slug?: string): void
  /** an exam of that one question, worth 8 points; `more` says otherwise */
  published(more?: Partial<CreateExamBody>): Promise<string>
  /** by a new student, or once more by the one who has handed in before */
  handIn(
    examId: string,
    answer: (a: number, b: number) => string,
    chosen?: string[],
    graded?: boolean,
    before?: Handed,
  ): Promise<Handed>
  ask(examId: string): Promise<string>
  end(): Promise<void>
}

export const plus = (a: number, b: number) => (a + b).toFixed(1)
export const minus = (a: number, b: number) => (a - b).toFixed(1)

export const gradings = (submissionId: string) =>
  query<{ key: string }>('SELECT idempotence_key AS key FROM grading WHERE submission_id = $1 ORDER BY id', [
    submissionId,
  ])

export const earned = async ({ person, attemptId }: Handed) => (await attemptResult(person, attemptId)).points?.earned

interface Drawn {
  slug: string
  a: number
  b: number
  paper: { fields: { name: string; options: { id: string }[] }[] }
}

/** What a student answers, from the numbers drawn and from the ids under which the options were shown. */
async function sheetOf(attemptId: string, answer: (a: number, b: number) => string, chosen: readonly string[]) {
  const [drawn] = await query<Drawn>(
    `SELECT q.slug, (v.params #>> '{a,data,0}')::float8 AS a, (v.params #>> '{b,data,0}')::float8 AS b, v.paper
     FROM attempt_question aq JOIN variant v ON v.id = aq.variant_id JOIN exam_question q ON q.id = aq.exam_question_id
     WHERE aq.attempt_id = $1`,
    [attemptId],
  )
  const options = drawn?.paper.fields.find(({ name }) => name === 'larger')?.options ?? []
  const picked = options.filter((option) => chosen.some((text) => JSON.stringify(option).includes(text)))
  const sheet = {
    total: { kind: 'number' as const, text: answer(drawn?.a ?? 0, drawn?.b ?? 0) },
    larger: { kind: 'choice' as const, chosen: picked.map(({ id }) => id) },
    why: { kind: 'text' as const, markdown: 'Because.' },
  }
  return Object.entries(sheet).map(([field, value]) => {
    return { field: `${drawn?.slug}.${field}`, revision: 1, opId: randomUUID(), value }
  })
}

/** A course, a bank of one question whose reference is wrong, and the grader on its cpu backend. */
export async function makeSums(): Promise<Sums> {
  await freshDatabase()
  const folder = mkdtempSync(path.join(os.tmpdir(), 'referee-bank-'))
  mkdirSync(path.join(folder, 'bank'))
  process.env.REFEREE_QUESTIONS = folder
  const people = await makeScenario()
  const executors = await startExecutors({ REFEREE_BACKEND: 'cpu' })
  const write = (source: string, slug = 'sum') => writeFileSync(path.join(folder, `bank/${slug}.md`), source)
  return {
    people,
    executors,
    write,
    async published(more = {}) {
      write(wrong)
      const questions = [{ slug: 'sum', points: 8 }]
      const exam = { slug: `e-${randomUUID()}`, title: 'Sums', release: 'at-once' as const, questions, ...more }
      const { examId } = await createExam(people.ines, people.courseId, exam)
      await askToPublish(people.ines, examId)
      expect(await publishExam(examId, executors)).toBe('published')
      return examId
    },
    async handIn(examId, answer, chosen = [], graded = true, before) {
      const person = before?.person ?? (await makePerson(`Student ${randomUUID().slice(0, 4)}`))
      if (!before) await enrol(people.courseId, person, 'student')
      const { attemptId } = await startAttempt(person, examId, before ? { number: 2 } : {})
      const saves = await sheetOf(attemptId, answer, chosen)
      await saveResponses(person, attemptId, { epoch: 1, saves })
      const { submissionId } = await submitAttempt(person, attemptId, { epoch: 1, revisions: {} })
      if (graded) expect((await gradeSubmissions([submissionId], executors)).size).toBe(0)
      return { person, attemptId, submissionId }
    },
    ask: async (examId) => (await askRegrade(people.ines, examId, { questions: ['sum'] })).regradeId,
    async end() {
      await (await sendingQueue()).stop({ graceful: false })
      await closePools()
      rmSync(folder, { recursive: true })
    },
  }
}
