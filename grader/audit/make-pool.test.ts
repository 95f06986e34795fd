import { describe, expect, it } from 'vitest'
import { tfjsExecutor } from '../backends/tfjs.ts'
import type { QuestionDefinition } from '../question/definition.ts'
import { drawVariant } from '../question/draw-variant.ts'
import { parsed, questionWith, readSample } from '../question/testing/read-sample.ts'
import { assessVariants } from './assess.ts'
import { makePool } from './make-pool.ts'
import { fromEachOther, fromTruth } from './separation.ts'
import { executorsWith, offAtTheEnd } from './testing/executors.ts'

const executors = executorsWith()
const gru = parsed(readSample('gru-step'), 'gru-step')
const pool = (definition: QuestionDefinition, count = 6, maximumTries = 60) =>
  makePool(definition, { count, seedPrefix: 'test', executors, maximumTries })

describe('a pool', () => {
  it('has as many variants as asked for, each of them reproducible from its seed alone', async () => {
    const { accepted, report } = await pool(parsed(readSample('conv-size'), 'conv-size'), 6, 300)
    expect(accepted).toHaveLength(6)
    expect(report).toMatchObject({ count: 6, accepted: 6, failures: [], formulas: [] })
    expect(accepted.some(({ variant }) => variant.seed.includes('~'))).toBe(true)
    const definition = parsed(readSample('conv-size'), 'conv-size')
    for (const { variant } of accepted) expect(drawVariant(definition, variant.seed)).toEqual(variant)
  })

  it('is the same every time, and accepts again what it accepted', async () => {
    const [first, second] = [await pool(gru), await pool(gru)]
    expect(second).toEqual(first)
    const again = await assessVariants(
      gru,
      first.accepted.map(({ variant }) => variant),
      executors,
    )
    expect(again.map(({ key }) => key)).toEqual(first.accepted.map(({ key }) => key))
  })

  it('has alternatives that are told apart, and says how near they come', async () => {
    const { accepted, report } = await pool(gru, 20)
    expect(report.nearestTruth?.distance).toBeGreaterThanOrEqual(fromTruth)
    expect(report.nearestPair?.distance).toBeGreaterThanOrEqual(fromEachOther)
    for (const { key } of accepted) {
      expect(Object.keys(key.alternatives).toSorted()).toEqual([
        'reset-after-product',
        'swapped-update',
        'tanh-candidate',
      ])
      expect(Object.keys(key.alternatives['swapped-update'] ?? {})).toEqual(['s_next'])
      expect(Object.keys(key.alternatives['reset-after-product'] ?? {})).toEqual(['c', 's_next'])
      expect(key.bands.o).toEqual([0.0005, 0.0005, 0.0005])
    }
  })

  it('knows the right options and the right order by their shown ids', async () => {
    const { accepted } = await pool(parsed(readSample('every-kind'), 'every-kind'))
    for (const { variant, key } of accepted) {
      const shown = variant.arrangement.proof ?? []
      expect(key.solutions.proof).toEqual([0, 1, 2].map((line) => 'abcd'[shown.indexOf(line)]))
      expect(key.solutions.picture).toEqual([variant.arrangement.picture?.[0] === 0 ? 'a' : 'b'])
    }
  })

  it('agrees with a tfjs backend', async () => {
    const tfjs = await tfjsExecutor('cpu')
    const { report } = await makePool(gru, { count: 4, seedPrefix: 'tfjs', executors: executorsWith(tfjs) })
    expect(report.accepted).toBe(4)
    expect(report.deviation?.distance).toBeGreaterThan(0)
    expect(report.deviation?.distance).toBeLessThan(1e-5)
  })
})

describe('only what failed is drawn again', () => {
  it('part by part', async () => {
    const lines = `parameters:\n  a: integer(1, 8)\n  b: integer(1, 8)\nwhere:\n  - a = 8\n  - b = 8\nreference:\n  y: 2 a\n  z: 3 b`
    const definition = parsed(questionWith(lines, ':answer[y] :answer[z]', 'y: { points: 1 }\n  z: { points: 1 }'))
    const { report } = await pool(definition, 40, 100)
    expect(report.accepted).toBe(40)
    // each part takes 8 draws on average; together they would take 64
    for (const { draws } of report.components) expect(draws).toBeLessThan(40 * 14)
  })
})

describe('what can never be told apart is refused, with the reason', () => {
  const failures = async (source: string) => (await pool(parsed(source), 3, 8)).report.failures.join('\n')
  const small = (lines: string, answers?: string) =>
    questionWith(`parameters:\n  x: decimals([3], -2, 2, 1)\nreference:\n  y: ${lines}`, undefined, answers)

  it('a mistake that is the truth in other words', async () => {
    const source = small('x .* x\nmistakes:\n  m: { steps: { y: x^2 }, says: No }')
    expect(await failures(source)).toContain('a mistake or convention changes nothing: m')
  })

  it('a mistake within the rounding; with more decimals it can be told', async () => {
    const source = small('gelu(x)\nmistakes:\n  m: { steps: { y: gelu_tanh(x) }, says: No }')
    expect(await failures(source)).toContain('lies too near the truth: truth – m at y')
    const finer = source.replace('y: { points: 1 }', 'y: { points: 1, decimals: 5 }')
    expect((await pool(parsed(finer))).report.failures).toEqual([])
  })

  it('two mistakes that lead to the same', async () => {
    const source = small(
      '2 x\nmistakes:\n  m: { steps: { y: 3 x }, says: No }\n  k: { steps: { y: x + 2 x }, says: No }',
    )
    expect(await failures(source)).toContain('two alternatives lie too near each other: m – k at y')
  })

  it('a constraint that never holds', async () => {
    expect(await failures(small('x\nwhere: x > 3'))).toContain('a constraint does not hold: x > 3')
  })

  it('values that are not finite, and integers beyond 2^53', async () => {
    expect(await failures(small('log(x - 5)'))).toContain('a value is not finite: y')
    expect(await failures(questionWith('parameters:\n  n: integer(60, 70)\nreference:\n  y: 2^n'))).toContain(
      'beyond 2^53: y',
    )
  })

  it('an answer of zeros', async () => {
    expect(await failures(small('0 x'))).toContain('zeros are right for y')
    expect(await failures(small('x .* 0.0001'))).toContain('zeros are right for y')
  })

  it('options that read the same once numbers are put in', async () => {
    const field = 'y: { kind: choice, points: 1, options: { right: "{{n}}", others: ["{{2 n - n}}"] } }'
    const source = questionWith('parameters:\n  n: integer(1, 9)', ':answer[y]', field)
    expect(await failures(source)).toContain('two options read the same: y')
  })

  it('a kink', async () => {
    const lines = 'parameters:\n  x: decimal(0.1, 0.2, 1)\nreference:\n  z: 0.001 x\n  y: relu(z) + 1'
    expect(await failures(questionWith(lines))).toContain('rounding z may change a branch of y')
  })

  it('a question without anything drawn, at once', async () => {
    expect(await failures(questionWith('parameters:\n  x: [1, 2]\nreference:\n  y: 0 x'))).toContain('(3 times)')
  })

  it('a question that never passes, before all tries are used up', async () => {
    const { report } = await pool(parsed(small('x\nwhere: x > 3')), 100, 300)
    expect(report.components[0]?.draws).toBeLessThan(1200)
  })

  it('executions that disagree, on any row', async () => {
    const options = { count: 1, seedPrefix: 's', executors: executorsWith(offAtTheEnd()), maximumTries: 4 }
    const { accepted, report } = await makePool(gru, options)
    expect(accepted).toEqual([])
    expect(report.failures.join()).toContain('the two executions disagree: o on wasm')
  })
})

it('does not hold it against a field that all its cells are equal by nature', async () => {
  const lines = 'parameters:\n  x: decimals([2, 3], -2, 2, 1)\nreference:\n  y: sum_rows(softmax(x))'
  const { report } = await pool(parsed(questionWith(lines)))
  expect(report).toMatchObject({ accepted: 6, constantFields: ['y'] })
})
