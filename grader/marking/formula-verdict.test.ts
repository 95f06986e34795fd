import { describe, expect, it } from 'vitest'
import type { Executors } from '../backends/executor.ts'
import type { Evidence } from './formula/evidence.ts'
import type { FormulaField, FormulaGrading, JudgedFormula } from './formula/judge-formula.ts'
import { judgeFormulaField } from './judge-formula-field.ts'
import { paperExecutors } from './testing/desk.ts'

const fieldOnce = () => ({ kind: 'formula', name: 'f', points: 2 }) as unknown as FormulaField
const text = (source: string) => ({ kind: 'formula' as const, notation: 'text' as const, source })

/** Judges who come to this; how often they were asked. */
function judges(grading: FormulaGrading, evidence: Evidence[] = []) {
  const asked: string[] = []
  const executors: Executors = {
    ...paperExecutors(),
    formulas: {
      async judge(_field, { notation, source }): Promise<JudgedFormula> {
        asked.push(`${notation} ${source}`)
        return { grading, evidence, references: [] }
      },
    },
  }
  return { asked, executors }
}

/** A value that no backend comes to: there is no such plan. */
const unlikely = {
  plan: { parameters: [], steps: [{ name: 'value', type: { shape: [], integer: false }, result: 0, reads: [] }] },
  rows: 1,
  parameters: {},
  value: Float64Array.of(7),
  error: Float64Array.of(0),
} as unknown as Evidence
const disagreeing = (executors: Executors): Executors => ({
  ...executors,
  tfjs: { name: 'cpu', run: async () => ({ value: { shape: [], data: Float64Array.of(8) } }) },
})

const right: FormulaGrading = { verdict: 'right', score: 1 }
const common = { field: 'f', kind: 'formula', points: 2 }

describe('a typed formula', () => {
  it('is empty, or unreadable where it is none', async () => {
    const { asked, executors } = judges(right)
    expect(await judgeFormulaField(fieldOnce(), null, executors)).toEqual({ ...common, verdict: 'empty', score: 0 })
    expect(await judgeFormulaField(fieldOnce(), text(' '), executors)).toMatchObject({ verdict: 'empty' })
    expect(await judgeFormulaField(fieldOnce(), { kind: 'number', text: '7' }, executors)).toEqual({
      ...common,
      verdict: 'unreadable',
      score: 0,
      message: 'This field takes a formula.',
    })
    expect(asked).toEqual([])
  })

  it('is what its judge says, in words', async () => {
    const of = (grading: FormulaGrading) => judgeFormulaField(fieldOnce(), text('n'), judges(grading).executors)
    expect(await of(right)).toEqual({ ...common, ...right })
    const named = { id: 'm', says: 'You did it.', kind: 'mistake' as const }
    expect(await of({ verdict: 'mistake', score: 0.5, named })).toEqual({
      ...common,
      verdict: 'mistake',
      score: 0.5,
      named,
    })
    const scalar = (value: number) => ({ shape: [], data: [value] })
    const counterexample = {
      at: [{ name: 'n', value: scalar(2) }],
      answer: scalar(4),
      right: scalar(5),
      equation: false,
    }
    expect(await of({ verdict: 'wrong', score: 0, message: 'Wrong.', counterexample })).toEqual({
      ...common,
      verdict: 'wrong',
      score: 0,
      message: 'Wrong. For n = 2 this gives 4, not 5.',
      counterexample,
    })
    expect((await of({ verdict: 'wrong', score: 0, counterexample })).message).toBe('For n = 2 this gives 4, not 5.')
    expect((await of({ verdict: 'partial', score: 0.5, message: 'The form.' })).message).toBe('The form.')
  })

  it('is judged once, however many type it', async () => {
    const { asked, executors } = judges(right)
    const field = fieldOnce()
    await judgeFormulaField(field, text('n'), executors)
    expect(await judgeFormulaField(field, text('n'), executors)).toEqual({ ...common, ...right })
    expect(asked).toEqual(['text n'])
    await judgeFormulaField(field, { ...text('n'), notation: 'latex' }, executors)
    await judgeFormulaField(field, text('m'), executors)
    await judgeFormulaField(field, text('n'), executors)
    expect(asked).toEqual(['text n', 'latex n', 'text m'])
    await judgeFormulaField(fieldOnce(), text('n'), executors)
    await judgeFormulaField(field, text('n'), { ...executors, tfjs: { ...executors.tfjs } })
    expect(asked).toHaveLength(5)
  })

  it('is judged anew where it waits for a person: another time it may be settled', async () => {
    const { asked, executors } = judges({ verdict: 'review', score: null })
    const field = fieldOnce()
    expect(await judgeFormulaField(field, text('n'), executors)).toMatchObject({ verdict: 'review', score: null })
    await judgeFormulaField(field, text('n'), executors)
    expect(asked).toHaveLength(2)
  })
})

describe('a formula whose executions do not agree', () => {
  it('is held and never scored', async () => {
    const { executors } = judges(right, [unlikely])
    expect(await judgeFormulaField(fieldOnce(), text('n'), disagreeing(executors))).toEqual({
      ...common,
      verdict: 'broken',
      score: null,
      staffNote: 'The two executions of this formula do not agree (cpu and float64).',
    })
  })

  it('waits for a person anyway where it was not decided', async () => {
    const { executors } = judges({ verdict: 'review', score: null, message: 'Too few points.' }, [unlikely])
    expect(await judgeFormulaField(fieldOnce(), text('n'), disagreeing(executors))).toMatchObject({
      verdict: 'review',
      message: 'Too few points.',
    })
  })
})
