import { describe, expect, it } from 'vitest'
import type { Executors } from '../backends/executor.ts'
import { gradeBatch } from './grade-submission.ts'
import { desk, fieldOf, movedBy, paperExecutors, withBackend } from './testing/desk.ts'
import { grid, products, weights } from './testing/properties.ts'

const square = [3, 3]

async function gradeWeights(cells: string, executors?: Executors) {
  return fieldOf(await desk(weights, 'seed', executors).grade({ A: grid(square, cells) }), 'A')
}

const holds = (field: Awaited<ReturnType<typeof gradeWeights>>) => field.properties?.map(({ held }) => held)

describe('an answer of which many are right', () => {
  it('is right whatever it is, if every property holds as far as its rounding goes', async () => {
    for (const cells of ['1 0 0 .333 .667 0 .2 .3 .5', '1 0 0 1/3 2/3 0 1 0 0', '1.000 0 0 .334 .667 0 .2 .3 .501']) {
      const graded = await gradeWeights(cells)
      expect(graded).toMatchObject({ kind: 'property', verdict: 'right', score: 1, points: 3 })
      expect(holds(graded)).toEqual([true, true, true])
      expect(graded.cells).toEqual(new Array(9).fill('right'))
    }
  })

  it('earns its shares where some hold, and shows at which cells it fails', async () => {
    const graded = await gradeWeights('1 0 0 .3 .3 .4 .2 .3 .5')
    expect(graded).toMatchObject({ verdict: 'partial', score: expect.closeTo(2 / 3, 9) })
    expect(holds(graded)).toEqual([true, false, true])
    expect(graded.cells?.map((cell, k) => (cell === 'wrong' ? k : -1)).filter((k) => k >= 0)).toEqual([5])
    expect(graded.properties?.map(({ says }) => says)).toEqual(
      weights.answers.flatMap((f) => ('holds' in f ? f.holds.map((h) => h.says) : [])),
    )
  })

  it('earns nothing for what an answer without thought has as well', async () => {
    for (const cells of [
      '0 0 0 0 0 0 0 0 0',
      '.333 .333 .333 .333 .333 .333 .333 .333 .333',
      '1 1 1 1 1 1 1 1 1',
      '1 0 0 .5 .4 0 .2 .2 .2',
    ]) {
      expect(await gradeWeights(cells)).toMatchObject({ verdict: 'wrong', score: 0 })
    }
  })

  it('is not right by less than its decimals, nor by more than its rounding', async () => {
    expect(holds(await gradeWeights('1 0 0 .33 .66 0 .2 .3 .5'))).toEqual([false, true, true])
    expect(holds(await gradeWeights('1 0 0 .333 .667 0 .2 .3 .5016'))).toEqual([false, true, true])
    expect(holds(await gradeWeights('1 0 0 .333 .667 0 .2 .3 .5014'))).toEqual([true, true, true])
    expect(holds(await gradeWeights('1 0 0 -.001 1.001 0 .2 .3 .5'))).toEqual([true, true, false])
  })

  it('names a mistake, which earns what the author says or what its properties do', async () => {
    const { key } = desk(weights, 'seed')
    const typed = (values: number[]) => values.map((value) => value.toFixed(3)).join(' ')
    const raised = key.expected.raised?.data ?? []
    expect(await gradeWeights(typed(raised))).toMatchObject({
      verdict: 'mistake',
      score: 0,
      named: { id: 'not-normalised' },
    })
    const soft = fieldOf(await desk(weights, 'seed').grade({ A: grid(square, typed(softmax(weightsParams()))) }), 'A')
    expect(soft).toMatchObject({
      verdict: 'mistake',
      score: 0.1,
      named: { id: 'not-masked', says: 'The mask is missing.' },
    })
  })
})

function weightsParams(): number[] {
  return desk(weights, 'seed').variant.params.S?.data ?? []
}

function softmax(values: number[]): number[] {
  const rows = [0, 3, 6].map((at) => values.slice(at, at + 3).map(Math.exp))
  return rows.flatMap((row) => row.map((value) => value / row.reduce((a, b) => a + b, 0)))
}

describe('what cannot be read', () => {
  it('costs what hangs on it, and is reported as unreadable, not wrong', async () => {
    const graded = await gradeWeights('1 0 0 .5 x 0 .2 .2 .6')
    expect(graded).toMatchObject({ verdict: 'partial', message: expect.stringContaining('x') })
    expect(graded.score).toBeGreaterThan(0.6)
    expect(graded.score).toBeLessThan(1)
    expect(graded.cells?.[4]).toBe('unreadable')
    expect(graded.cells).not.toContain('wrong')
    expect(holds(graded)).toEqual([null, null, null])
  })

  it('makes no property hold that the blank cell belongs to, and none fail', async () => {
    expect(holds(await gradeWeights('1 0 0 .5 .5 0 .2 _ .6'))).toEqual([null, null, null])
    expect(holds(await gradeWeights('1 0 0 .5 .4 0 .2 _ .6'))).toEqual([false, null, null])
    expect(await gradeWeights('_ 0 0 _ _ 0 _ _ _')).toMatchObject({ score: 0 })
  })

  it('is no matter of size: what is too large for its decimals is wrong, and nobody has to look', async () => {
    const graded = await gradeWeights('1e39 0 0 .333 .667 0 .2 .3 .5')
    expect(graded).toMatchObject({ verdict: 'wrong', score: 0, message: expect.stringContaining('too large') })
    expect(graded.cells?.[0]).toBe('wrong')
    expect(holds(graded)).toEqual([null, null, null])
  })

  it('is empty or unreadable as a whole', async () => {
    expect(await gradeWeights('_ _ _ _ _ _ _ _ _')).toMatchObject({ verdict: 'empty', score: 0 })
    expect(await gradeWeights('x x x x x x x x x')).toMatchObject({ verdict: 'unreadable', score: 0 })
    const other = await desk(weights, 'seed').grade({ A: grid([3], '1 0 0') })
    expect(fieldOf(other, 'A')).toMatchObject({ verdict: 'unreadable', score: 0 })
    const blank = await desk(weights, 'seed').grade({})
    expect(fieldOf(blank, 'A').properties).toMatchObject([{ held: null }, { held: null }, { held: null }])
  })
})

describe('whole numbers', () => {
  const graded = async (cells: string) => fieldOf(await desk(products, 'seed').grade({ k: grid([3], cells) }), 'k')
  const n = desk(products, 'seed').variant.params.n?.data[0] ?? 0

  it('are exact', async () => {
    expect(await graded(`0 1 ${n - 1}`)).toMatchObject({ verdict: 'right' })
    expect(await graded(`-5 1 ${n + 4}`)).toMatchObject({ verdict: 'right' })
    expect(await graded(`0 1 ${n - 1}.001`)).toMatchObject({
      verdict: 'partial',
      properties: [{ held: false }, { held: true }],
    })
    expect(await graded(`1 1 ${n - 2}`)).toMatchObject({
      verdict: 'partial',
      properties: [{ held: true }, { held: false }],
    })
  })
})

describe('an answer that follows from an earlier one', () => {
  const { variant, key } = desk(products, 'seed')
  const [x1 = 1, x2 = 1] = variant.params.x?.data ?? []
  const [y1 = 0, y2 = 0] = key.expected.y?.data ?? []
  // a matrix with this product: the first column does it all
  const matrix = (a: number, b: number) => `${(a / x1).toFixed(6)} 0 ${(b / x1).toFixed(6)} 0`
  const grade = async (y: string, W: string) =>
    fieldOf(await desk(products, 'seed').grade({ y: grid([2], y), W: grid([2, 2], W) }), 'W')

  it('is right by the truth, and through by the own value', async () => {
    const right = `${y1.toFixed(1)} ${y2.toFixed(1)}`
    expect(await grade(right, matrix(y1, y2))).toMatchObject({ verdict: 'right', score: 1 })
    expect(await grade('3.3 9.9', matrix(3.3, 9.9))).toMatchObject({
      verdict: 'through',
      score: 1,
      properties: [{ held: true }],
    })
    expect(await grade('3.3 9.9', matrix(y1, y2))).toMatchObject({ verdict: 'right' })
    expect(await grade('3.3 9.9', matrix(3.3, 8.8))).toMatchObject({ verdict: 'wrong', score: 0 })
  })

  it('is within what the rounding of that value can do', async () => {
    const by = 0.049
    expect(await grade('_ _', matrix(y1 + by, y2 - by))).toMatchObject({ verdict: 'right' })
    expect(await grade('_ _', matrix(y1 + 0.05 + 0.02 * (x1 + x2), y2))).toMatchObject({ verdict: 'wrong' })
  })

  it('earns nothing where the own value made it trivial', async () => {
    expect(await grade('0 0', '0 0 0 0')).toMatchObject({ verdict: 'wrong', score: 0, cheap: true })
    const turned = `${x2.toFixed(2)} ${(-x1).toFixed(2)} 0 0`
    expect(await grade('0 0', turned)).toMatchObject({ verdict: 'wrong', score: 0, cheap: true })
    // one number in every entry
    expect(await grade('2 2', matrix(2, 2))).toMatchObject({ verdict: 'wrong', score: 0, cheap: true })
    // zeros are enough for this one
    const below = await desk(products, 'seed').grade({ y: grid([2], '-3.3 -9.9'), V: grid([2, 2], '0 0 0 0') })
    expect(fieldOf(below, 'V')).toMatchObject({ verdict: 'wrong', score: 0, cheap: true })
    const above = await desk(products, 'seed').grade({ y: grid([2], '3.3 9.9'), V: grid([2, 2], matrix(3.4, 9.9)) })
    expect(fieldOf(above, 'V')).toMatchObject({ verdict: 'through', score: 1 })
  })

  it('is held where the backend comes to something else with the own value', async () => {
    const off = withBackend((run, { overrides, parameters }) => movedBy(run, overrides?.y && parameters.W ? 0.1 : 0))
    const answers = { y: grid([2], '3.3 9.9'), W: grid([2, 2], matrix(3.3, 9.9)) }
    const graded = fieldOf(await desk(products, 'seed', off).grade(answers), 'W')
    expect(graded).toMatchObject({ verdict: 'broken', score: null })
  })
})

describe('the execution', () => {
  it('is one batch for all submissions, and each gets what it gets alone', async () => {
    const answers = [
      '1 0 0 .333 .667 0 .2 .3 .5',
      '0 0 0 0 0 0 0 0 0',
      '1 0 0 .5 x 0 .2 .2 .6',
      '1 0 0 .3 .3 .4 .2 .3 .5',
      '9 9 9 1 2 3 4 5 6',
    ]
    let calls = 0
    const counting = withBackend((run) => {
      calls += 1
      return run
    })
    const { variant, key } = desk(weights, 'seed')
    const rows = Array.from({ length: 40 }, (_, k) => {
      return { id: `${k}`, variant, key, answers: { A: grid(square, answers[k % answers.length] ?? '') } }
    })
    const together = await gradeBatch(weights, rows, counting)
    // the answers, and what is tried for those that are not right
    expect(calls).toBe(2)
    for (const [k, { grading }] of together.entries()) {
      expect(grading.fields).toEqual([await gradeWeights(answers[k % answers.length] ?? '')])
    }
  })

  it('is held where the backend comes to something else, and never scored', async () => {
    const off = withBackend((run) => movedBy(run, 0.1))
    const graded = await gradeWeights('1 0 0 .333 .667 0 .2 .3 .5', off)
    expect(graded).toMatchObject({
      verdict: 'broken',
      score: null,
      staffNote: expect.stringContaining('both executions'),
    })
  })

  it('is held where the key says that the field is broken', async () => {
    const { variant, key } = desk(weights, 'seed')
    const row = {
      id: '1',
      variant,
      key: { ...key, broken: { A: 'torn' } },
      answers: { A: grid(square, '1 0 0 1 0 0 1 0 0') },
    }
    const [only] = await gradeBatch(weights, [row], paperExecutors())
    expect(only?.grading.fields[0]).toMatchObject({ verdict: 'broken', score: null, staffNote: 'torn' })
  })

  it('breaks only the one that makes it throw', async () => {
    const paper = paperExecutors()
    const poisoned: Executors = {
      ...paper,
      tfjs: {
        name: 'cpu',
        async run(plan, batch) {
          if (batch.parameters.A?.data.includes(666)) throw new Error('out of memory')
          return paper.tfjs.run(plan, batch)
        },
      },
    }
    const { variant, key } = desk(weights, 'seed')
    const rows = ['1 0 0 .333 .667 0 .2 .3 .5', '666 0 0 1 0 0 1 0 0'].map((cells, k) => {
      return { id: `${k}`, variant, key, answers: { A: grid(square, cells) } }
    })
    const [good, bad] = await gradeBatch(weights, rows, poisoned)
    expect(good?.grading.fields[0]).toMatchObject({ verdict: 'right' })
    expect(bad?.grading.fields[0]).toMatchObject({
      verdict: 'broken',
      staffNote: expect.stringContaining('out of memory'),
    })
  })
})
