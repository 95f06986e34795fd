import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RawAnswer } from '../../grader/answers/raw-answer.ts'
import type { Executors } from '../../grader/backends/executor.ts'
import { startExecutors } from '../../grader/backends/ladder.ts'
import type { VariantKey } from '../../grader/question/variant.ts'
import { attemptPaper } from '../attempts/attempt-paper.ts'
import { saveResponses } from '../attempts/save-responses.ts'
import { startAttempt } from '../attempts/start-attempt.ts'
import { submitAttempt } from '../attempts/submit-attempt.ts'
import { closePools } from '../db/pool.ts'
import { query } from '../db/query.ts'
import { freshDatabase } from '../db/testing/database.ts'
import { enrol, makePerson, makeScenario, type Scenario } from '../db/testing/scenario.ts'
import { createExam } from '../exams/create-exam.ts'
import { publishExam as askToPublish } from '../exams/publish-exam.ts'
import { attemptResult } from '../grading/attempt-result.ts'
import { listQuestions } from './bank.ts'
import { gradeSubmissions } from './grade-submissions.ts'
import { previewQuestion } from './preview.ts'
import { publishExam } from './publish-exam.ts'
import { warmUp } from './warm-up.ts'

const slug = 'attention-mask'
let people: Scenario
let executors: Executors
let examId: string

beforeAll(async () => {
  await freshDatabase()
  people = await makeScenario()
  executors = await startExecutors({ REFEREE_BACKEND: 'cpu' })
  const exam = { slug: 'masks', title: 'Masks', release: 'at-once' as const, questions: [{ slug }] }
  const created = await createExam(people.ines, people.courseId, exam)
  examId = created.examId
  await askToPublish(people.ines, examId)
  expect(await publishExam(examId, executors)).toBe('published')
}, 120_000)
afterAll(closePools)

interface Drawn {
  params: Record<string, { data: number[] }>
  key: VariantKey
}

const grid = (shape: number[], cells: readonly (number | string)[]): RawAnswer => {
  return { kind: 'tensor', shape, cells: cells.map(String) }
}

/** A student who hands in what is worked out from the numbers drawn. */
async function handIn(answer: (drawn: Drawn) => Record<string, RawAnswer>) {
  const person = await makePerson('Student')
  await enrol(people.courseId, person, 'student')
  const { attemptId } = await startAttempt(person, examId)
  const paper = await attemptPaper(person, attemptId)
  const [drawn] = await query<Drawn>(
    `SELECT v.params, k.key FROM attempt_question aq JOIN variant v ON v.id = aq.variant_id
     JOIN variant_key k ON k.variant_id = v.id WHERE aq.attempt_id = $1`,
    [attemptId],
  )
  const saves = Object.entries(answer(drawn as Drawn)).map(([name, value]) => {
    return { field: `${slug}.${name}`, revision: 1, opId: randomUUID(), value }
  })
  await saveResponses(person, attemptId, { epoch: 1, saves })
  const { submissionId } = await submitAttempt(person, attemptId, { epoch: 1, revisions: {} })
  expect((await gradeSubmissions([submissionId], executors)).size).toBe(0)
  const result = await attemptResult(person, attemptId)
  const fields = new Map(result.questions[0]?.fields.map((field) => [field.name, field]))
  return { paper, result, fields }
}

/** The first position and itself, or itself and all before: not what the example does. */
function ownMask(r: number): number[] {
  return Array.from({ length: 25 }, (_, at) => {
    const [i, j] = [Math.floor(at / 5), at % 5]
    return j === i || j < Math.min(i, r - 1) ? 1 : 0
  })
}

describe('a question of which many answers are right, from the bank to the result', () => {
  it('takes another answer than the example, and says what holds of it', async () => {
    const { paper, result, fields } = await handIn(({ params, key }) => {
      const [x = [], q = []] = [params.x?.data, params.q?.data]
      return {
        M: grid([5, 5], ownMask(params.r?.data[0] ?? 2)),
        A: grid([4, 4], key.expected.A?.data.map((weight) => weight.toFixed(3)) ?? []),
        // all in the first column
        W: grid(
          [2, 3],
          q.flatMap((entry) => [`${entry}/${x[0]}`, 0, 0]),
        ),
      }
    })
    expect(paper.questions[0]?.fields.map(({ kind }) => kind)).toEqual(['tensor', 'tensor', 'tensor'])
    expect(JSON.stringify(paper)).not.toMatch(/looks ahead|add up to 1|identity|property|transpose/)
    expect(result.points).toEqual({ earned: 7, possible: 7, waiting: 0 })
    for (const field of fields.values()) {
      expect(field.grading).toMatchObject({ verdict: 'right', score: 1 })
      expect(field.properties?.every(({ held }) => held === true)).toBe(true)
    }
    expect(fields.get('M')?.expected).toMatchObject({ shape: [5, 5] })
    expect(result.questions[0]?.solved).toContain('M')
  })

  it('tells which properties fail, names a mistake and calls nothing wrong that could not be read', async () => {
    const { fields, result } = await handIn(({ params, key }) => {
      const even = [1, 0, 0, 0, 0.5, 0.5, 0, 0, 0.333, 0.333, 0.333, 0, 0, 0.333, 0.333, 0.333]
      return {
        M: grid([5, 5], ownMask(params.r?.data[0] ?? 2).with(4, 1)),
        A: grid([4, 4], even),
        W: grid([2, 3], [...(key.expected.W?.data ?? []).slice(0, 5).map((entry) => entry.toFixed(3)), '?']),
      }
    })
    const [mask, weights, projection] = [fields.get('M'), fields.get('A'), fields.get('W')]
    expect(mask?.grading).toMatchObject({ verdict: 'partial' })
    expect(mask?.grading?.cells?.[4]).toBe('wrong')
    expect(mask?.properties?.map(({ held }) => held)).toEqual([true, false, true, false])
    expect(JSON.stringify(mask?.properties?.[1]?.nodes)).toContain('No position looks ahead.')
    expect(JSON.stringify(mask?.properties?.[3]?.nodes)).toContain('x-tex')
    expect(weights?.grading).toMatchObject({ verdict: 'mistake', score: 0.4 })
    expect(JSON.stringify(weights?.said)).toContain('everything in the window alike')
    expect(projection?.grading?.cells?.[5]).toBe('unreadable')
    expect(projection?.properties).toMatchObject([{ held: null }])
    expect(projection?.grading?.score).toBeCloseTo(0.5, 9)
    expect(result.points?.earned).toBeLessThan(7)
  })

  it('earns nothing for zeros', async () => {
    const { result } = await handIn(() => ({
      M: grid([5, 5], new Array<number>(25).fill(0)),
      A: grid([4, 4], new Array<number>(16).fill(0)),
      W: grid([2, 3], new Array<number>(6).fill(0)),
    }))
    expect(result.points).toEqual({ earned: 0, possible: 7, waiting: 0 })
  })
})

describe('staff', () => {
  it('find both questions in the list, without problems, and may see them', async () => {
    const listed = await listQuestions(['attention-mask', 'relu-subgradient'])
    expect(listed).toMatchObject([{ problems: [] }, { problems: [] }])
    const preview = await previewQuestion('relu-subgradient', 'seed-1', executors)
    expect(preview).toMatchObject({ problems: [], paper: { title: 'Subgradients at a tie' } })
    expect(preview.paper.fields.map(({ kind }) => kind)).toEqual(['number', 'tensor', 'tensor'])
    expect(preview.solution.d?.length).toBeGreaterThan(0)
  })

  it('have a grader that is warm for such fields too', async () => {
    await expect(warmUp(executors)).resolves.toBe(undefined)
  })
})
