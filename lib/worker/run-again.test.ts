import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startExecutors } from '../../grader/backends/ladder.ts'
import { saveResponses } from '../attempts/save-responses.ts'
import { startAttempt } from '../attempts/start-attempt.ts'
import { submitAttempt } from '../attempts/submit-attempt.ts'
import { closePools } from '../db/pool.ts'
import { inTransaction, query } from '../db/query.ts'
import { workingQueue } from '../db/queue.ts'
import { freshDatabase } from '../db/testing/database.ts'
import { makeScenario, type Scenario } from '../db/testing/scenario.ts'
import { createExam } from '../exams/create-exam.ts'
import { publishExam as askToPublish } from '../exams/publish-exam.ts'
import { attemptResult } from '../grading/attempt-result.ts'
import { runAttemptAgain } from '../receipts/run-attempt-again.ts'
import { freePort } from '../start/free-port.ts'
import { gradeSubmissions } from './grade-submissions.ts'
import { listenOnLoopback } from './loopback.ts'
import { holdForHuman } from './needs-human.ts'
import { publishExam } from './publish-exam.ts'
import { receipt } from './receipt.ts'
import { runAgain } from './run-again.ts'

const gate = `---
title: A gate
parameters:
  W: decimals([2, 2], -2, 2, 1)
  x: decimals([2], -2, 2, 1)
reference:
  z: W x
  y: tanh(z)
answers:
  z: { points: 2, decimals: 2 }
  y: { points: 1, decimals: 2 }
mistakes:
  turned: { steps: { z: W^T x }, says: You transposed $W$. }
---
{{W}} {{x}} :answer[z] :answer[y]
`

const folder = mkdtempSync(path.join(os.tmpdir(), 'referee-receipts-'))
const executors = await startExecutors({ REFEREE_BACKEND: 'wasm' })
let people: Scenario
let loopback: Server
let attemptId: string
let submissionId: string

beforeAll(async () => {
  await freshDatabase()
  const port = await freePort()
  Object.assign(process.env, { REFEREE_GRADER_PORT: String(port), REFEREE_GRADER_TOKEN: 'between two processes' })
  loopback = await listenOnLoopback(port, 'between two processes', executors)
  mkdirSync(path.join(folder, 'bank'))
  writeFileSync(path.join(folder, 'bank/gate.md'), gate)
  process.env.REFEREE_QUESTIONS = folder
  people = await makeScenario()
  const { ada, ines, courseId } = people
  const exam = { slug: 'gates', title: 'Gates', release: 'at-once' as const, questions: [{ slug: 'gate', points: 3 }] }
  const { examId } = await createExam(ines, courseId, exam)
  await askToPublish(ines, examId)
  await publishExam(examId, executors)
  ;({ attemptId } = await startAttempt(ada, examId))
  const cells = (...texts: string[]) => ({ kind: 'tensor' as const, shape: [2], cells: texts })
  const saves = [
    { field: 'gate.z', revision: 1, opId: randomUUID(), value: cells('0.50', '-0') },
    { field: 'gate.y', revision: 1, opId: randomUUID(), value: cells('0.46', '') },
  ]
  await saveResponses(ada, attemptId, { epoch: 1, saves })
  ;({ submissionId } = await submitAttempt(ada, attemptId, { epoch: 1, revisions: {} }))
  await gradeSubmissions([submissionId], executors)
}, 120_000)
afterAll(async () => {
  loopback.close()
  loopback.closeAllConnections()
  await (await workingQueue()).stop({ graceful: false })
  await closePools()
  rmSync(folder, { recursive: true })
})

/** Does to the store what only its owner can, past every guard. */
async function tamper(statement: string, values: unknown[] = []): Promise<void> {
  await inTransaction(async (run) => {
    await run('SET LOCAL session_replication_role = replica')
    await run(statement, values)
  })
}

async function printed(...args: string[]) {
  const lines: string[] = []
  const code = await receipt(args, (line) => lines.push(line))
  return { code, text: lines.join('\n') }
}

describe('a grading that is run again', () => {
  it('comes out the same on every backend, from what is stored', async () => {
    const [check] = await runAgain(attemptId, executors)
    expect(check).toMatchObject({ slug: 'gate', backend: 'wasm', matches: true, changed: [], differences: [] })
    expect(check?.outputs).toMatch(/^[0-9a-f]{64}$/)
    const { code, text } = await printed(attemptId)
    expect(text).toContain(`on float64: matches ${check?.outputs?.slice(0, 16)}`)
    for (const backend of ['cpu', 'wasm']) expect(text).toContain(`on ${backend}: matches`)
    expect(code).toBe(0)
    expect(await printed(check?.gradingId ?? '', '--backend', 'cpu')).toMatchObject({ code: 0 })
  }, 180_000)

  it('is asked for by staff of the course, and by nobody else', async () => {
    const { tara, ines, ada, outsider } = people
    for (const member of [tara, ines]) {
      expect(await runAttemptAgain(member, attemptId)).toMatchObject({ checks: [{ slug: 'gate', matches: true }] })
    }
    await expect(runAttemptAgain(ada, attemptId)).rejects.toMatchObject({ status: 403 })
    await expect(runAttemptAgain(outsider, attemptId)).rejects.toMatchObject({ status: 404 })
    await expect(runAttemptAgain(null, attemptId)).rejects.toMatchObject({ status: 401 })
  })

  it('is shown to its student with what was executed', async () => {
    const [question] = (await attemptResult(people.ada, attemptId)).questions
    const [check] = await runAgain(attemptId, executors)
    expect(question?.receipt).toMatchObject({ outputs: check?.outputs, seed: check?.seed, version: check?.version })
    expect(question?.receipt?.execution.backend).toBe('wasm')
    expect(question?.receipt).not.toHaveProperty('key')
  })

  it('stores nothing', async () => {
    const count = () => query<{ n: number }>('SELECT count(*)::int AS n FROM grading')
    const before = await count()
    await runAgain(attemptId, executors)
    expect(await count()).toEqual(before)
  })

  it.each([
    [
      'a score',
      'UPDATE grading SET result = jsonb_set(result, $1, $2)',
      ['{fields,0,score}', '1'],
      'outputs',
      'fields.z.score',
    ],
    [
      'a verdict',
      'UPDATE grading SET result = jsonb_set(result, $1, $2)',
      ['{fields,0,verdict}', '"right"'],
      'outputs',
      'fields.z.verdict',
    ],
    [
      'an answer',
      'UPDATE submission_answer SET value = jsonb_set(value, $1, $2)',
      ['{cells,0}', '"9.99"'],
      'inputs',
      'fields.',
    ],
    ['a drawn value', 'UPDATE variant SET params = jsonb_set(params, $1, $2)', ['{x,data,0}', '1.7'], 'inputs', ''],
    [
      'a band',
      'UPDATE variant_key SET key = jsonb_set(key, $1, $2)',
      ['{bands,z}', '[9, 9]'],
      'key',
      'fields.z.verdict',
    ],
    ['the question', `UPDATE question_version SET source = replace(source, $1, $2)`, ['W x', 'W x + 0'], 'version', ''],
  ])('shows that somebody edited %s in the database', async (_what, statement, values, part, at) => {
    const [table] = /(?<=UPDATE )\w+/.exec(statement) ?? ['']
    const column = /(?<=SET )\w+/.exec(statement)?.[0] ?? ''
    const key = { submission_answer: 'field', variant_key: 'variant_id' }[table] ?? 'id'
    const rows = await query<{ key: string; value: unknown }>(
      `SELECT ${key}::text AS key, ${column} AS value FROM ${table}`,
    )
    await tamper(statement, values)
    const [check] = await runAgain(attemptId, executors)
    for (const row of rows) {
      const value = typeof row.value === 'string' ? row.value : JSON.stringify(row.value)
      await tamper(`UPDATE ${table} SET ${column} = $2 WHERE ${key}::text = $1`, [row.key, value])
    }
    expect(check?.changed).toEqual([part])
    expect(check?.matches).toBe(false)
    if (at)
      expect(check?.differences.map((one) => one.at)).toEqual(expect.arrayContaining([expect.stringContaining(at)]))
    expect(await runAgain(attemptId, executors)).toMatchObject([{ matches: true }])
  })

  it('shows an edit that also renewed the digest, by what comes out', async () => {
    const [before] = await query<{ result: object }>('SELECT result FROM grading')
    const edit = `UPDATE grading SET result = jsonb_set(jsonb_set(result, '{fields,1,score}', '1'), '{receipt,outputs}', $1)`
    await tamper(edit, ['"0"'])
    const { code, text } = await printed(attemptId, '--backend', 'cpu')
    await tamper('UPDATE grading SET result = $1', [JSON.stringify(before?.result)])
    expect(text).toMatch(/DIFFERS/)
    expect(text).toMatch(/fields\.y\.score: stored 1, now 0/)
    expect(code).toBe(1)
  })

  it('says of what was held for a person that it has no receipt', async () => {
    await tamper('DELETE FROM grading')
    await holdForHuman(submissionId, executors, 'out of memory')
    const { code, text } = await printed(attemptId, '--backend', 'cpu')
    expect(text).toContain('it has no receipt')
    expect(text).toMatch(/fields\.z\.verdict: stored "broken", now/)
    expect(code).toBe(1)
  })

  it('finds nothing for an id that nothing has, and refuses what is none', async () => {
    expect(await runAgain(randomUUID(), executors)).toEqual([])
    await expect(printed(randomUUID(), '--backend', 'float64')).rejects.toThrow('There is no grading')
    await expect(printed("1' OR true", '--backend', 'float64')).rejects.toThrow('There is no grading')
    await expect(printed(attemptId, '--backend', 'cuda')).rejects.toThrow('npm run receipt')
  })
})
