import type { Expression } from '../../../grader/language/ast.ts'
import { NotExact, type Values } from '../../../grader/marking/formula/arithmetic.ts'
import type { Bounded } from '../../../grader/marking/formula/bounded.ts'
import { compileFormula, formulaFunctionsOf } from '../../../grader/marking/formula/formula-program.ts'
import { declaredValues, drawSizes } from '../../../grader/marking/formula/formula-symbols.ts'
import { machinesOf } from '../../../grader/marking/formula/machines.ts'
import { runPlan } from '../../../grader/marking/formula/run-plan.ts'
import { samplePoints } from '../../../grader/marking/formula/sample-points.ts'
import { seeded } from '../../../grader/marking/formula/seeded.ts'
import type { FormulaSymbol } from '../../../grader/question/definition.ts'

/** What a formula comes to at a few points that are the same for all: its shape, and its values with their errors. */
export interface Fingerprint {
  shape: string
  values: readonly Bounded[]
}

const points = 4

/** Takes fingerprints over the symbols of a field; null of what is no value (an equation) or cannot be computed. */
export function fingerprints(symbols: readonly FormulaSymbol[]): (expression: Expression) => Fingerprint | null {
  const functions = formulaFunctionsOf(symbols)
  const values = declaredValues(symbols)
  const sizes = drawSizes(values, 0)
  const { bounded } = machinesOf(functions.unspecified)
  const drawn = samplePoints(values, sizes, [], seeded('fingerprint'))
  const at = Array.from({ length: points }, () => drawn.next().value)
  return (expression) => {
    if (expression.kind === 'compare') return null
    const compiled = compileFormula(expression, values, sizes, functions)
    if (!compiled.ok) return null
    try {
      const found = at.flatMap((point) => [...runPlan(compiled.plan, bounded, point?.bounded ?? new Map()).values()])
      return { shape: String(found[0]?.shape ?? ''), values: found.flatMap(entries) }
    } catch (error) {
      if (error instanceof NotExact) return null
      throw error
    }
  }
}

function entries({ shape, data }: Values<Bounded>): readonly Bounded[] {
  // one number stands for a constant tensor
  return shape.length === 0 ? data.slice(0, 1) : data
}

/** Whether nothing at the points tells two formulas apart; a few zeros may hide what a value lost in rounding. */
export function mayBeSame(a: Fingerprint, b: Fingerprint): boolean {
  if (a.shape !== b.shape || a.values.length !== b.values.length) return false
  return a.values.every((one, k) => {
    const other = b.values[k] as Bounded
    if (Number.isNaN(one.v) || Number.isNaN(other.v)) return true
    return Math.abs(one.v - other.v) <= one.e + other.e + 1e-9 * Math.max(Math.abs(one.v), Math.abs(other.v))
  })
}
