import { afterAll, describe, expect, it } from 'vitest'
import type { Executor, Executors } from '../backends/executor.ts'
import { guardedJudge } from './formula/guard/guarded-judge.ts'
import { formulaField, symbolOf } from './formula/testing/field.ts'
import { judgeFormulaField } from './judge-formula-field.ts'
import { paperExecutors } from './testing/desk.ts'

const given = {
  equals: 'sigmoid(W s + b)',
  symbols: [symbolOf('W', { shape: ['d', 'd'] }), symbolOf('s', { shape: ['d'] }), symbolOf('b', { shape: ['d'] })],
  mistakes: { 'no-bias': 'sigmoid(W s)' },
}
const text = (source: string) => ({ kind: 'formula' as const, notation: 'text' as const, source })

/** Executors whose backend counts its runs and may be tampered with. */
function counting(tamper: (plan: Parameters<Executor['run']>[0], value: number) => number = (_, value) => value) {
  const honest = paperExecutors()
  const plans: string[] = []
  const tfjs: Executor = {
    name: 'cpu',
    async run(plan, batch) {
      plans.push(plan.instructions.flatMap((one) => (one.kind === 'apply' ? [one.operation] : [])).join(' '))
      const run = await honest.tfjs.run(plan, batch)
      return Object.fromEntries(
        Object.entries(run).map(([step, { shape, data }]) => [
          step,
          { shape, data: data.map((value) => tamper(plan, value)) },
        ]),
      )
    },
  }
  return { executors: { ...honest, tfjs } satisfies Executors, plans }
}

describe('the second execution of formulas', () => {
  it('runs the reference once, and an answer once however many give it', async () => {
    const { executors, plans } = counting()
    const field = formulaField(given)
    const judge = (source: string) => judgeFormulaField(field, text(source), executors)
    expect(await judge('1 ./ (1 + exp(-b - W s))')).toMatchObject({ verdict: 'right', score: 1 })
    // two sizes of d, each for the reference and for the answer
    expect(plans).toHaveLength(4)
    expect(await judge('1 ./ (1 + exp(-b - W s))')).toMatchObject({ verdict: 'right' })
    expect(await judge(' 1 ./ (1+exp(-b - W s))')).toMatchObject({ verdict: 'right' })
    expect(await judge('sigmoid(W s + b)')).toMatchObject({ verdict: 'right' })
    expect(plans).toHaveLength(4)
    expect(await judge('sigmoid(W s)')).toMatchObject({ verdict: 'mistake', named: { id: 'no-bias' } })
    expect(await judge('tanh(W s + b)')).toMatchObject({ verdict: 'wrong', counterexample: { equation: false } })
  })

  it('breaks the field where the backend computes the answer to something else', async () => {
    const wrong = counting((plan, value) =>
      JSON.stringify(plan.instructions).includes('"exp"') ? value * 1.01 : value,
    )
    const field = formulaField(given)
    expect(await judgeFormulaField(field, text('1 ./ (1 + exp(-b - W s))'), wrong.executors)).toMatchObject({
      verdict: 'broken',
      score: null,
      staffNote: expect.stringContaining('two executions'),
    })
    expect(await judgeFormulaField(field, text('sigmoid(W s + b)'), wrong.executors)).toMatchObject({
      verdict: 'right',
    })
    expect(await judgeFormulaField(field, text('W s + exp(b)'), wrong.executors)).toMatchObject({ verdict: 'broken' })
  })

  it('breaks it where the reference itself is computed to something else', async () => {
    const wrong = counting(() => Number.NaN)
    for (const source of ['sigmoid(W s + b)', 'sigmoid(W s)', 'W s']) {
      const judged = await judgeFormulaField(formulaField(given), text(source), wrong.executors)
      expect(judged).toMatchObject({ verdict: 'broken', score: null })
    }
  })

  it('needs none where there is nothing to execute', async () => {
    const { executors, plans } = counting()
    const judge = (source: string) => judgeFormulaField(formulaField(given), text(source), executors)
    expect(await judge('sigmoid(W s +')).toMatchObject({ verdict: 'unreadable', score: 0 })
    expect(await judge('')).toMatchObject({ verdict: 'empty', score: 0 })
    expect(plans).toEqual([])
  })
})

describe('a comparison that never ends', { timeout: 90_000 }, () => {
  const thread = new URL('./formula/guard/testing/endless-thread.ts', import.meta.url)
  const formulas = guardedJudge({ thread })
  afterAll(() => formulas.stop())

  it('waits for a person; the answers of others are graded', async () => {
    const executors = { ...paperExecutors(), formulas }
    const field = formulaField({ equals: 'x + 1', symbols: ['x'] })
    const verdicts = []
    for (const source of ['1 + x', 'x + endless', 'x', 'x + endless', '2 + x - 1']) {
      const { verdict, score } = await judgeFormulaField(field, text(source), executors)
      verdicts.push([verdict, score])
    }
    expect(verdicts).toEqual([
      ['right', 1],
      ['review', null],
      ['wrong', 0],
      ['review', null],
      ['right', 1],
    ])
  })
})
