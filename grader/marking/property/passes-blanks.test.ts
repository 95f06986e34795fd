import { describe, expect, it } from 'vitest'
import { runFloat64 } from '../../backends/float64.ts'
import { compile } from '../../language/compile.ts'
import { parseText } from '../../language/parse-text.ts'
import type { Plan } from '../../language/plan.ts'
import { operations } from '../../operations/library.ts'
import { passesBlanks } from './passes-blanks.ts'

function planOf(source: string): Plan {
  const read = parseText(source)
  if (!read.ok) throw new Error(read.problem.message)
  const parameters = { A: { shape: [2, 2], integer: false }, B: { shape: [2, 2], integer: false } }
  const compiled = compile({ parameters, statics: {}, steps: [{ name: 'y', expression: read.value }] }, operations)
  if (!compiled.ok) throw new Error(compiled.problems[0]?.problem.message)
  return compiled.plan
}

/** The entries of y that are numbers, with the first cell of A blank. */
function numbersOf(plan: Plan): boolean[] {
  const parameters = {
    A: { shape: [2, 2], data: Float64Array.of(Number.NaN, 2, 3, 4) },
    B: { shape: [2, 2], data: Float64Array.of(1, 0, 2, 1) },
  }
  return Array.from(runFloat64(plan, { rows: 1, parameters }).y?.data ?? [], (value) => !Number.isNaN(value))
}

describe('a blank cell', () => {
  it.each([
    ['A + B', [false, true, true, true]],
    ['-A .* B / 2', [false, true, true, true]],
    ['A B', [false, false, true, true]],
    ['B A', [false, true, false, true]],
    ['A^T', [false, true, true, true]],
    ['sum_rows(A)', [false, true]],
    ['sum_columns(A)', [false, true]],
    ['[sum(A), mean(A), trace(A)]', [false, false, false]],
    ['row(A, 1)', [false, true]],
    ['column(A, 2)', [true, true]],
    ['A[2]', [true, true]],
    ['outer(row(A, 1), row(B, 1))', [false, false, true, true]],
    ['abs(A) + sqrt(A) + exp(A) + tanh(A) + sigmoid(A) + sin(A) + cos(A) + tan(A) + ln(A)', [false, true, true, true]],
    ['reshape(A, 4)', [false, true, true, true]],
    ['diag(A) .* [dot(row(A, 2), row(A, 2)), 1]', [false, true]],
    ['softmax(B)', [true, true, true, true]],
    ['A + (B > 0)', [false, true, true, true]],
  ])('is followed through %s', (source, expected) => {
    const plan = planOf(source)
    expect(passesBlanks(plan, 'y', 'A')).toBe(true)
    expect(numbersOf(plan)).toEqual(expected)
  })

  it.each(['A > 0', 'max(A, B)', 'if(A > B, 1, 2)', 'A .^ 0', 'argmax(row(A, 1))', 'sum_rows(A > 0)', 'relu(A)'])(
    'is not followed through %s',
    (source) => {
      expect(passesBlanks(planOf(source), 'y', 'A')).toBe(false)
    },
  )
})
