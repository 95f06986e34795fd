import type { Expression } from '../../language/ast.ts'
import { describeShape, sentence } from '../../language/describe.ts'
import { compareSides, type SidesVerdict } from './compare-sides.ts'
import { constantsIn } from './constants-in.ts'
import { type Claim, claims } from './equations.ts'
import { compileSides, type FormulaFunctions, formulaFunctionsOf } from './formula-program.ts'
import { type ComparedSymbol, type DeclaredValue, declaredValues, drawSizes } from './formula-symbols.ts'
import { printWitness } from './print-witness.ts'

export interface CompareOptions {
  /** the name that the formula defines, where answers may be equations */
  target?: string | null
  /** decides the points; the same seed gives the same verdict */
  seed?: string
}

export interface FormulaVerdict {
  verdict: 'equal' | 'different' | 'undecided' | 'unreadable'
  /** why the answer cannot be computed, e.g. `W is d×d but x has k entries.` */
  message?: string
  /** a point at which the two differ, in words; it tells the right value */
  counterexample?: string
}

/**
 * Whether two formulas say the same: computed at many points, with letters of dimensions drawn different and twice.
 * Exact rationals where that can be, else float64 with error bounds; what cannot be settled is undecided, never
 * different by accident.
 */
export function compareFormulas(
  reference: Expression,
  answer: Expression,
  symbols: readonly ComparedSymbol[],
  { target = null, seed = 'formula' }: CompareOptions = {},
): FormulaVerdict {
  const functions = formulaFunctionsOf(symbols)
  const values = declaredValues(symbols)
  const constants = constantsIn([reference, answer])
  let verdict: FormulaVerdict = { verdict: 'equal' }
  for (const claim of claims(reference, answer, target)) {
    const one = compareClaim(claim, values, functions, constants, seed)
    if (one.verdict === 'different' || one.verdict === 'unreadable') return one
    if (one.verdict === 'undecided') verdict = one
  }
  return verdict
}

function compareClaim(
  claim: Claim,
  values: readonly DeclaredValue[],
  functions: FormulaFunctions,
  constants: readonly number[],
  seed: string,
): FormulaVerdict {
  const hasLetters = values.some(({ shape }) => shape.some((dimension) => typeof dimension === 'string'))
  let undecided = false
  for (const draw of hasLetters ? [0, 1] : [0]) {
    const sizes = drawSizes(values, draw)
    const compiled = compileSides(claim, values, sizes, functions)
    if (!compiled.ok) return explain(compiled)
    const [left, right] = compiled.plan.steps.map(({ type }) => type.shape) as [readonly number[], readonly number[]]
    if (String(left) !== String(right)) {
      return claim.agree
        ? { verdict: 'different', message: shapeMessage(left, right, sizes, claim) }
        : { verdict: 'equal' }
    }
    const input = { values, sizes, constants, unspecified: functions.unspecified, seed: `${seed} ${draw}` }
    const sides = compareSides({ plan: compiled.plan, ...input })
    if (!claim.agree) return disagree(sides)
    if (sides.verdict === 'different') {
      const { witness } = sides
      return { verdict: 'different', ...(witness ? { counterexample: printWitness(witness) } : {}) }
    }
    if (sides.verdict === 'undecided') undecided = true
  }
  return undecided
    ? { verdict: 'undecided', message: 'Too few points could be computed to decide.' }
    : { verdict: 'equal' }
}

/** An equation that holds for any value of its target says nothing. */
function disagree({ verdict }: SidesVerdict): FormulaVerdict {
  if (verdict === 'same') return { verdict: 'different', message: 'This equation does not settle its target.' }
  return verdict === 'different' ? { verdict: 'equal' } : { verdict: 'undecided' }
}

/** The left side is the author's: if it cannot be computed nothing can be said of the answer. */
function explain({ left, right }: Extract<ReturnType<typeof compileSides>, { ok: false }>): FormulaVerdict {
  if (left) return { verdict: 'undecided', message: `The reference cannot be computed: ${left.message}` }
  return { verdict: 'different', ...(right ? { message: right.message } : {}) }
}

function shapeMessage(
  wanted: readonly number[],
  found: readonly number[],
  sizes: ReadonlyMap<string, number>,
  { right }: Claim,
): string {
  const letters = new Map([...sizes].map(([letter, size]) => [size, letter]))
  const named = (shape: readonly number[]) => shape.map((size) => letters.get(size) ?? size)
  const what = (shape: readonly (number | string)[]) =>
    shape.length === 0
      ? 'a number'
      : shape.length === 1
        ? `a vector of ${shape[0]} entries`
        : `a ${shape.join('×')} matrix`
  return sentence(`${describeShape(right, named(found), 'the answer')}; ${what(named(wanted))} was asked for.`)
}
