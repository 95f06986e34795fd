import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Executors } from '../../grader/backends/executor.ts'
import { startExecutors } from '../../grader/backends/ladder.ts'
import { gradeBatch } from '../../grader/marking/grade-submission.ts'
import { attemptPaper } from '../attempts/attempt-paper.ts'
import { saveResponses } from '../attempts/save-responses.ts'
import { startAttempt } from '../attempts/start-attempt.ts'
import { submitAttempt } from '../attempts/submit-attempt.ts'
import type { Principal } from '../auth/principal.ts'
import { closePools } from '../db/pool.ts'
import { query } from '../db/query.ts'
import { workingQueue } from '../db/queue.ts'
import { freshDatabase } from '../db/testing/database.ts'
import { enrol, makePerson, makeScenario, type Scenario } from '../db/testing/scenario.ts'
import { createExam } from '../exams/create-exam.ts'
import { examOverview } from '../exams/exam-overview.ts'
import { publishExam as askToPublish } from '../exams/publish-exam.ts'
import { attemptResult } from '../grading/attempt-result.ts'
import { attemptSolution } from '../grading/worked-solution.ts'
import { listQuestions } from './bank.ts'
import { gradeSubmissions } from './grade-submissions.ts'
import { takeJobs } from './jobs.ts'
import { holdForHuman } from './needs-human.ts'
import { previewQuestion } from './preview.ts'
import { publishExam } from './publish-exam.ts'

const sum = `---
title: A sum
decimals: 1
parameters:
  a: decimal(1, 9, 1)
  b: decimal(1, 9, 1)
where:
  - b != a
reference:
  total: a + b
answers:
  total: { points: 2, decimals: 1, label: Total }
  why: { kind: text, points: 1, label: Why, rubric: [ { says: Says why, points: 1 } ] }
mistakes:
  difference:
    steps: { total: a - b }
    says: You subtracted $b$ from {{a}} and got {{a - b}}.
---
Add {{a}} and {{b}}: :answer[total]. Why? :answer[why]
`

let people: Scenario
let executors: Executors
const folder = mkdtempSync(path.join(os.tmpdir(), 'referee-bank-'))

beforeAll(async () => {
  await freshDatabase()
  mkdirSync(path.join(folder, 'bank'))
  writeFileSync(path.join(folder, 'bank/sum.md'), sum)
  writeFileSync(path.join(folder, 'bank/torn.md'), sum.replace('a + b', 'a + nowhere'))
  const picture = 'figures: { map: { kind: image, file: map-9x9-0123456789abcdef.png, alt: A map } }\nanswers:'
  writeFileSync(path.join(folder, 'bank/bare.md'), `${sum.replace('answers:', picture)}:figure[map]\n`)
  process.env.REFEREE_QUESTIONS = folder
  people = await makeScenario()
  executors = await startExecutors({ REFEREE_BACKEND: 'cpu' })
})
afterAll(async () => {
  await (await workingQueue()).stop({ graceful: false })
  await closePools()
  rmSync(folder, { recursive: true })
})

async function draft(...slugs: string[]): Promise<string> {
  const exam = {
    slug: `e-${randomUUID()}`,
    title: 'Sums',
    release: 'at-once' as const,
    questions: slugs.map((slug) => ({ slug, points: 6 })),
  }
  const { examId } = await createExam(people.ines, people.courseId, exam)
  await askToPublish(people.ines, examId)
  return examId
}

interface Handed {
  person: Principal
  attemptId: string
  submissionId: string
  right: number
}

/** A student who answers by doing the sum on the numbers that were printed. */
async function handIn(examId: string, answer: (a: number, b: number) => string): Promise<Handed> {
  const person = await makePerson('Student')
  await enrol(people.courseId, person, 'student')
  const { attemptId } = await startAttempt(person, examId)
  const nodes = JSON.stringify((await attemptPaper(person, attemptId)).questions[0]?.nodes)
  const [a = 0, b = 0] = [...nodes.matchAll(/<mn>([\d.]+)<\/mn>/g)].map((match) => Number(match[1]))
  const value = { kind: 'number' as const, text: answer(a, b) }
  const why = { kind: 'text' as const, markdown: 'Because.' }
  const saves = [
    { field: 'sum.total', revision: 1, opId: randomUUID(), value },
    { field: 'sum.why', revision: 1, opId: randomUUID(), value: why },
  ]
  await saveResponses(person, attemptId, { epoch: 1, saves })
  const { submissionId } = await submitAttempt(person, attemptId, { epoch: 1, revisions: {} })
  return { person, attemptId, submissionId, right: a + b }
}

const gradings = (submissionId: string) =>
  query<{ result: { fields: { verdict: string; staffNote?: string }[] } }>(
    'SELECT result FROM grading WHERE submission_id = $1 ORDER BY id',
    [submissionId],
  )

describe('publishing', () => {
  it('stores a pool of audited variants, and nothing of their keys on the paper', async () => {
    const examId = await draft('sum')
    expect(await publishExam(examId, executors)).toBe('published')
    const { examQuestions, state } = await examOverview(people.ines, examId)
    expect(state).toBe('published')
    expect(examQuestions).toMatchObject([{ slug: 'sum', title: 'A sum', state: 'ready', variants: 12, points: 6 }])
    const [variant] = await query<{ paper: object; total: number; params: { a: { data: number[] } } }>(
      // not a whole number: such stand on the paper as points
      `SELECT v.paper, round((k.key #>> '{expected,total,data,0}')::numeric, 1)::float8 AS total, v.params
       FROM variant v JOIN variant_key k ON k.variant_id = v.id
       WHERE round((k.key #>> '{expected,total,data,0}')::numeric, 1) % 1 <> 0 LIMIT 1`,
    )
    const paper = JSON.stringify(variant?.paper)
    expect(paper).toContain(String(variant?.params.a.data[0]))
    // as a number of its own: 8 stands within 3.8 too
    expect(paper).not.toMatch(new RegExp(`(?<![\\d.])${variant?.total}(?![\\d.])`))
    for (const secret of ['subtracted', 'difference', 'Says why', 'expected']) expect(paper).not.toContain(secret)
    expect(await publishExam(examId, executors)).toBe('skipped')
  }, 60_000)

  it('fails as a whole, with file and line, where one question is torn; students see nothing of it', async () => {
    const examId = await draft('sum', 'torn', 'absent', 'bare')
    expect(await publishExam(examId, executors)).toBe('failed')
    const { examQuestions } = await examOverview(people.tara, examId)
    expect(examQuestions.map((question) => question.state)).toEqual(['ready', 'failed', 'failed', 'failed'])
    expect(examQuestions[1]?.problem).toMatch(/^torn\.md:10:\d+: .*nowhere/)
    expect(examQuestions[2]?.problem).toContain('absent.md')
    expect(examQuestions[3]?.problem).toBe('There is no picture map-9x9-0123456789abcdef.png.')
    await expect(startAttempt(people.ada, examId)).rejects.toMatchObject({ status: 404 })
  }, 60_000)
})

describe('grading', () => {
  it('goes from the submission through the queue to a result with verdicts and the worked solution', async () => {
    const examId = await draft('sum')
    await takeJobs(await workingQueue(), executors)
    await vi.waitFor(async () => expect((await examOverview(people.ines, examId)).state).toBe('published'), {
      timeout: 30_000,
      interval: 50,
    })
    const right = await handIn(examId, (a, b) => (a + b).toFixed(1))
    const wrong = await handIn(examId, (a, b) => (a - b).toFixed(1))
    const ready = async (handed: Handed) => {
      const result = await attemptResult(handed.person, handed.attemptId)
      expect(result.state).toBe('ready')
      return result
    }
    const first = await vi.waitFor(() => ready(right), { timeout: 20_000, interval: 50 })
    expect(first.points).toEqual({ earned: 4, possible: 6, waiting: 2 })
    expect(first.questions[0]?.fields[0]).toMatchObject({
      grading: { verdict: 'right', points: 4 },
      earned: 4,
      answer: { kind: 'number' },
    })
    expect(first.questions[0]?.fields[0]?.expected).toMatchObject({ shape: [], data: [expect.closeTo(right.right, 9)] })
    expect(first.questions[0]?.solved.toSorted()).toEqual(['total', 'why'])
    const { solution } = await attemptSolution(right.person, right.attemptId, 'sum')
    expect(solution.total?.length).toBeGreaterThan(0)
    expect(first.receipt.execution).toMatchObject({ backend: 'cpu' })
    const second = await vi.waitFor(() => ready(wrong), { timeout: 20_000, interval: 50 })
    expect(second.questions[0]?.fields[0]).toMatchObject({
      grading: { verdict: 'mistake' },
      earned: 0,
      accepted: { why: 'rounding', largest: 0.05, decimals: 1 },
      said: [{ kind: 'mistake' }],
    })
    const said = JSON.stringify(second.questions[0]?.fields[0]?.said)
    expect(said).toContain('subtracted')
    // its text prints the student's own numbers
    expect(said).not.toContain('{{')
    expect(said).toContain(String(Number((second.questions[0]?.fields[0]?.own?.data[0] ?? 0).toFixed(1))))
    await (await workingQueue()).offWork('grade')
    await (await workingQueue()).offWork('publish')
  }, 90_000)

  it('is stored once, however often it is run', async () => {
    const examId = await draft('sum')
    await publishExam(examId, executors)
    const { submissionId } = await handIn(examId, () => '1')
    for (let run = 0; run < 3; run += 1) expect((await gradeSubmissions([submissionId], executors)).size).toBe(0)
    await Promise.all([gradeSubmissions([submissionId], executors), gradeSubmissions([submissionId], executors)])
    expect(await gradings(submissionId)).toHaveLength(1)
  }, 60_000)

  it('isolates a submission that makes the grader throw, and holds it for a person with the reason', async () => {
    const examId = await draft('sum')
    await publishExam(examId, executors)
    const [good, poison] = [await handIn(examId, () => '1'), await handIn(examId, () => '666')]
    const grade: typeof gradeBatch = (question, rows, using) => {
      if (JSON.stringify(rows).includes('"666"')) throw new Error('out of memory')
      return gradeBatch(question, rows, using)
    }
    const failures = await gradeSubmissions([good.submissionId, poison.submissionId], executors, grade)
    expect([...failures]).toEqual([[poison.submissionId, 'sum: out of memory']])
    expect(await gradings(good.submissionId)).toHaveLength(1)
    expect(await gradings(poison.submissionId)).toHaveLength(0)

    await holdForHuman(poison.submissionId, executors, 'out of memory')
    await holdForHuman(poison.submissionId, executors, 'out of memory')
    const held = await gradings(poison.submissionId)
    expect(held).toHaveLength(1)
    const field = { verdict: 'broken', score: null, staffNote: expect.stringContaining('out of memory') }
    expect(held[0]?.result.fields).toMatchObject([field, field])
    const result = await attemptResult(poison.person, poison.attemptId)
    expect(result.points).toEqual({ earned: 0, possible: 6, waiting: 6 })
    expect(JSON.stringify(result)).not.toContain('out of memory')
    expect((await examOverview(people.ines, examId)).broken).toBe(2)

    // repaired later: the new grading is appended and counts
    await gradeSubmissions([poison.submissionId], executors)
    expect((await attemptResult(poison.person, poison.attemptId)).questions[0]?.fields[0]?.grading?.verdict).toBe(
      'wrong',
    )
  }, 60_000)
})

describe('the bank', () => {
  it('is listed with what is wrong in it', async () => {
    const [bare, good, torn] = await listQuestions(['bare', 'nowhere', 'sum', 'torn'])
    expect(bare).toMatchObject({ slug: 'bare', problems: [] })
    expect(good).toMatchObject({ slug: 'sum', title: 'A sum', problems: [] })
    expect(torn).toMatchObject({ slug: 'torn', problems: [{ line: 10, message: expect.stringContaining('nowhere') }] })
  })

  it('previews a question for a seed, the same each time, and says why a seed may not be used', async () => {
    const preview = await previewQuestion('sum', 'seed-1', executors)
    expect(preview).toMatchObject({ slug: 'sum', problems: [], paper: { title: 'A sum' } })
    expect(preview.expected).toMatchObject([{ name: 'total', label: 'Total', decimals: 1, bands: [0.05] }])
    expect(preview.alternatives).toMatchObject([{ id: 'difference', kind: 'mistake', earns: 0, automatic: false }])
    expect(preview.alternatives[0]?.gives).toMatchObject([{ label: 'Total', value: { shape: [] } }])
    expect(JSON.stringify(preview.alternatives[0]?.says)).not.toContain('{{')
    expect(await previewQuestion('sum', preview.seed, executors)).toMatchObject({
      seed: preview.seed,
      audit: { accepted: true },
      paper: preview.paper,
    })
    expect(await previewQuestion('torn', '1', executors)).toMatchObject({ audit: null, problems: [{ line: 10 }] })
    await expect(previewQuestion('../secret', '1', executors)).rejects.toMatchObject({ status: 404 })
  })
})
