import { describe, expect, it } from 'vitest'
import type { BatchRun, Executors } from '../backends/executor.ts'
import { tfjsExecutor } from '../backends/tfjs.ts'
import { gradeBatch } from './grade-submission.ts'
import type { GradingRow } from './sheet.ts'
import { desk, paperExecutors, withBackend } from './testing/desk.ts'
import { convolution, gru } from './testing/questions.ts'
import { rounded, typed, work } from './testing/student.ts'
import type { QuestionGrading } from './verdict.ts'

const habits = [undefined, 'gates-exchanged', 'reset-after-product', 'swapped-update', 'tanh-candidate', 'no-bias']
const rows = habits.flatMap((alternative, k) =>
  ['a', 'b', 'c'].map((seed): GradingRow => {
    const { variant, key } = desk(gru, `${seed}${k}`)
    const answers = typed(gru, variant, work(gru, variant, alternative ? { alternative, write: rounded(3) } : {}))
    return { id: `${alternative}-${seed}`, variant, key, answers }
  }),
)
for (const row of rows.slice(0, 9)) {
  // a blank is not a zero, although others of the batch filled the field
  rows.push({ ...row, id: `${row.id}-blank`, answers: { ...row.answers, c: null } })
}
const bare = (all: { id: string; grading: QuestionGrading }[]) =>
  all.map(({ id, grading: { execution: _execution, ...rest } }) => ({ id, ...rest }))

/** A run whose `c` is off. */
function moved(run: BatchRun): BatchRun {
  return { ...run, c: { shape: [3], data: (run.c?.data ?? new Float64Array()).map((x) => x + 0.1) } }
}

async function on(name: 'cpu' | 'wasm'): Promise<Executors> {
  return { ...paperExecutors(), tfjs: await tfjsExecutor(name) }
}

describe('the same answers', () => {
  it('are graded the same alone and in a batch, now and later', async () => {
    const executors = paperExecutors()
    const together = bare(await gradeBatch(gru, rows, executors))
    const alone = await Promise.all(rows.map((row) => gradeBatch(gru, [row], executors)))
    expect(together).toEqual(bare(alone.flat()))
    expect(together).toEqual(bare(await gradeBatch(gru, rows, executors)))
    expect(together.map(({ id }) => id)).toEqual(rows.map(({ id }) => id))
  })

  it('are graded the same on every backend', async () => {
    const [cpu, wasm] = [await gradeBatch(gru, rows, await on('cpu')), await gradeBatch(gru, rows, await on('wasm'))]
    expect(bare(cpu)).toEqual(bare(wasm))
    expect(bare(cpu)).toEqual(bare(await gradeBatch(gru, rows, paperExecutors())))
  })

  it('survive being stored', async () => {
    const gradings = await gradeBatch(gru, rows, paperExecutors())
    expect(JSON.parse(JSON.stringify(gradings))).toEqual(gradings)
  })

  it('are one batch an execution, however many students there are', async () => {
    const executors = paperExecutors()
    let calls = 0
    const counting: Executors = {
      ...executors,
      tfjs: {
        name: 'cpu',
        run: (plan, batch) => {
          calls += 1
          return executors.tfjs.run(plan, batch)
        },
      },
    }
    await gradeBatch(gru, rows.slice(0, 3), counting)
    const few = calls
    calls = 0
    await gradeBatch(gru, rows.flatMap((row) => [row, row, row]).slice(0, 9), counting)
    expect(calls).toBeLessThanOrEqual(few + 1)
  })

  it('of variants of different sizes are graded in one call', async () => {
    const mixed = ['p', 'q', 'r'].map((seed): GradingRow => {
      const { variant, key } = desk(convolution, seed)
      return { id: seed, variant, key, answers: typed(convolution, variant, work(convolution, variant)) }
    })
    const graded = await gradeBatch(convolution, mixed, paperExecutors())
    expect(graded.flatMap(({ grading }) => grading.fields.map(({ verdict }) => verdict))).toEqual(
      Array(6).fill('right'),
    )
  })
})

describe('a reference that cannot be trusted', () => {
  const [row] = rows
  if (!row) throw new Error('no rows')
  const broken = async (executors: Executors, changed = row) => {
    const [only] = await gradeBatch(gru, [changed], executors)
    return only?.grading.fields ?? []
  }

  it('is broken, and never scored, where the executions disagree', async () => {
    const off = withBackend(moved)
    const fields = await broken(off)
    expect(fields.find(({ field }) => field === 'c')).toMatchObject({
      verdict: 'broken',
      score: null,
      staffNote: expect.stringContaining('do not agree'),
    })
    expect(fields.find(({ field }) => field === 'o')).toMatchObject({ verdict: 'right' })
  })

  it('is broken where an execution throws', async () => {
    const throwing: Executors = {
      ...paperExecutors(),
      float64: { name: 'float64', run: () => Promise.reject(new Error('out of memory')) },
    }
    for (const field of await broken(throwing))
      expect(field).toMatchObject({
        verdict: 'broken',
        score: null,
        staffNote: expect.stringContaining('out of memory'),
      })
  })

  it('holds only the row that makes an execution fail', async () => {
    const executors = paperExecutors()
    const fragile: Executors = {
      ...executors,
      float64: {
        name: 'float64',
        run(plan, batch) {
          if (batch.overrides?.o?.data.some((value) => value > 1e5)) throw new Error('out of range')
          return executors.float64.run(plan, batch)
        },
      },
    }
    const o = { kind: 'tensor' as const, shape: [3], cells: ['1e6', '1', '1'] }
    const both = [
      { ...row, id: 'hostile', answers: { ...row.answers, o, c: { ...o, cells: ['0.1', '0.9', '0.2'] } } },
      { ...row, id: 'neighbour' },
    ]
    const [hostile, neighbour] = await gradeBatch(gru, both, fragile)
    expect(hostile?.grading.fields.map(({ verdict }) => verdict)).toEqual(Array(4).fill('broken'))
    expect(neighbour?.grading.fields.map(({ verdict }) => verdict)).toEqual(Array(4).fill('right'))
  })

  it('is broken where the key is not what is executed', async () => {
    const key = structuredClone(row.key)
    const data = key.expected.i?.data
    if (data) data[0] = 0.5
    const fields = await broken(paperExecutors(), { ...row, key })
    expect(fields.find(({ field }) => field === 'i')).toMatchObject({ verdict: 'broken', score: null })
  })

  it('is broken where the key says so, but a blank is still a blank', async () => {
    const key = { ...row.key, broken: { o: 'overflow', i: 'overflow' } }
    const fields = await broken(paperExecutors(), { ...row, key, answers: { ...row.answers, i: null } })
    expect(fields.find(({ field }) => field === 'o')).toMatchObject({ verdict: 'broken', staffNote: 'overflow' })
    expect(fields.find(({ field }) => field === 'i')).toMatchObject({ verdict: 'empty' })
  })

  it('does not call a student value broken that only overflows float32', async () => {
    const answers = { ...row.answers, o: { kind: 'tensor' as const, shape: [3], cells: ['1e300', '2e300', '3e300'] } }
    const fields = await broken(await on('cpu'), { ...row, answers })
    expect(fields.find(({ field }) => field === 'o')).toMatchObject({ verdict: 'wrong', score: 0 })
    for (const field of fields) expect(field.verdict).not.toBe('broken')
  })

  it('holds an answer that follows from an earlier one only as far as one execution says', async () => {
    const off = withBackend((run, { overrides }) => (Object.keys(overrides ?? {}).length === 0 ? run : moved(run)))
    const { variant, key } = row
    const write = (value: number, step: string, entry: number) =>
      Number((step === 'o' ? (value + 0.2 + entry / 7) / 2 : value).toFixed(3))
    const answers = typed(gru, variant, work(gru, variant, { write }))
    const fields = await broken(off, { id: 'held', variant, key, answers })
    expect(fields.find(({ field }) => field === 'o')).toMatchObject({ verdict: 'wrong' })
    expect(fields.find(({ field }) => field === 'c')).toMatchObject({ verdict: 'broken', score: null })
    const sound = await broken(paperExecutors(), { id: 'sound', variant, key, answers })
    expect(sound.find(({ field }) => field === 'c')).toMatchObject({ verdict: 'through', score: 1 })
  })
})
