import type { Expression, Problem } from '../../language/ast.ts'
import { compareEquation } from './compare-equation.ts'
import { compareGaps } from './compare-gaps.ts'
import { compareSides } from './compare-sides.ts'
import { constantsIn } from './constants-in.ts'
import { type Counterexample, counterexampleOf } from './counterexample.ts'
import { definition, type Equation, isEquation } from './equations.ts'
import { type Evidence, evidenceOf } from './evidence.ts'
import { compileFormula, type FormulaFunctions, formulaFunctionsOf } from './formula-program.ts'
import { type ComparedSymbol, type DeclaredValue, declaredValues, drawSizes } from './formula-symbols.ts'
import { type Machines, machinesOf } from './machines.ts'
import { PointSet } from './point-set.ts'
import { shapeMessage } from './shape-message.ts'
import { Side } from './side.ts'

export interface FormulaVerdict {
  verdict: 'equal' | 'different' | 'undecided' | 'unreadable'
  /** why the answer cannot be computed, e.g. `W is d×d but x has k entries.` */
  message?: string
  /** a point at which the two differ; it tells the right value */
  counterexample?: Counterexample
}

/** Sizes for the letters of dimensions, and the points drawn with them by the names that are read. */
interface Draw {
  sizes: ReadonlyMap<string, number>
  seed: string
  points: Map<string, PointSet>
}

type Compiled = { ok: true; side: Side } | { ok: false; problem: Problem }

/** An answer as far as it has been compiled and computed; it is compared with several references. */
export interface OpenAnswer {
  formula: Expression
  constants: readonly number[]
  compiled: Map<string, Compiled>
}

/** A formula is executed again at this many points at least. */
const certified = 8
/** So many sets of names have points of their own, then they are drawn again. */
const mostPointSets = 16

/**
 * The formulas that the answers to one field are compared with: compiled once, and computed once at each point.
 * Letters of dimensions are drawn different, and twice.
 */
export class Comparer {
  private readonly functions: FormulaFunctions
  private readonly references: readonly { expression: Expression; compiled: Map<string, Compiled> }[]
  private readonly target: string | null
  private readonly values: readonly DeclaredValue[]
  private readonly lowest: number
  private readonly machines: Machines
  private readonly constants: readonly number[]
  private readonly draws: readonly Draw[]

  constructor(
    references: readonly [Expression, ...Expression[]],
    symbols: readonly ComparedSymbol[],
    { target = null, seed = 'formula' }: { target?: string | null; seed?: string } = {},
  ) {
    this.functions = formulaFunctionsOf(symbols)
    this.values = declaredValues(symbols)
    this.machines = machinesOf(this.functions.unspecified)
    this.target = definition(references[0], target).target
    const expressions = references.map((reference) => definition(reference, this.target).value)
    this.references = expressions.map((expression) => ({ expression, compiled: new Map() }))
    this.constants = constantsIn(expressions)
    this.lowest = this.values.find(({ name }) => name === this.target)?.domain.low ?? Number.NEGATIVE_INFINITY
    if (this.lowest < 0) this.lowest = Number.NEGATIVE_INFINITY
    const hasLetters = this.values.some(({ shape }) => shape.some((dimension) => typeof dimension === 'string'))
    this.draws = (hasLetters ? [0, 1] : [0]).map((draw) => ({
      sizes: drawSizes(this.values, draw),
      seed: `${seed} ${draw}`,
      points: new Map(),
    }))
  }

  open(answer: Expression): OpenAnswer {
    return { formula: definition(answer, this.target).value, constants: constantsIn([answer]), compiled: new Map() }
  }

  /** Compares an answer with one of the references. */
  compare(index: number, answer: OpenAnswer): FormulaVerdict {
    const reference = this.references[index]
    if (!reference) throw new Error(`There is no reference ${index}.`)
    let verdict: FormulaVerdict = { verdict: 'equal' }
    for (const draw of this.draws) {
      const wanted = this.compiled(reference.compiled, 'value', gapOf(reference.expression), draw, this.values, true)
      if (!wanted.ok) {
        return { verdict: 'undecided', message: `The reference cannot be computed: ${wanted.problem.message}` }
      }
      const one = isEquation(reference.expression)
        ? this.compareImplicit(wanted.side, answer, draw)
        : isEquation(answer.formula)
          ? this.compareEquation(wanted.side, answer, answer.formula, draw)
          : this.compareValue(wanted.side, answer, draw)
      if (one.verdict === 'different') return one
      if (one.verdict === 'undecided') verdict = one
    }
    return verdict
  }

  /** What was executed of an answer. */
  evidenceOf(answer: OpenAnswer): Evidence[] {
    return this.evidence([...answer.compiled.values()])
  }

  /** What a reference was, or would be, executed to. */
  evidenceOfReference(index: number): Evidence[] {
    const reference = this.references[index]
    if (!reference) throw new Error(`There is no reference ${index}.`)
    const { compiled, expression } = reference
    return this.evidence(
      this.draws.map((draw) => {
        const one = this.compiled(compiled, 'value', gapOf(expression), draw, this.values, true)
        if (!one.ok) return one
        one.side.noteSome(this.pointsOf(draw, [one.side]).along([]), certified)
        return one
      }),
    )
  }

  private evidence(compiled: readonly Compiled[]): Evidence[] {
    return compiled.flatMap((one) => (one.ok ? (evidenceOf(one.side) ?? []) : []))
  }

  private compareValue(reference: Side, answer: OpenAnswer, draw: Draw): FormulaVerdict {
    const given = this.compiled(answer.compiled, 'value', answer.formula, draw, this.values, false)
    if (!given.ok) return { verdict: 'different', message: given.problem.message }
    const { side } = given
    if (String(reference.shape) !== String(side.shape)) {
      return { verdict: 'different', message: shapeMessage(reference.shape, side, draw.sizes) }
    }
    const points = this.pointsOf(draw, [reference, side])
    const along = () => points.along(answer.constants)
    const tensors = points.values.some(({ shape }) => shape.length > 0)
    const { verdict, witness } = compareSides({ reference, answer: side, along, tensors })
    side.noteSome(along(), certified)
    if (verdict === 'same') return { verdict: 'equal' }
    if (verdict === 'undecided') return undecided
    const counterexample = counterexampleOf({ reference, answer: side }, points.values, draw, witness)
    return { verdict: 'different', ...(counterexample ? { counterexample } : {}) }
  }

  private compareEquation(reference: Side, answer: OpenAnswer, equation: Equation, draw: Draw): FormulaVerdict {
    const { target } = this
    if (target === null) return { verdict: 'different', message: 'A formula was asked for, not an equation.' }
    const value = { name: target, shape: reference.shape, domain: { low: -2, high: 2, integer: false } }
    const values = [...this.values.filter(({ name }) => name !== target), value]
    const left = this.compiled(answer.compiled, 'left', equation.left, draw, values, false)
    const right = this.compiled(answer.compiled, 'right', equation.right, draw, values, false)
    if (!left.ok) return { verdict: 'different', message: left.problem.message }
    if (!right.ok) return { verdict: 'different', message: right.problem.message }
    const sides = { left: left.side, right: right.side }
    if (![left, right].some(({ side }) => side.plan.parameters.some(({ name }) => name === target))) {
      return { verdict: 'different', message: `This equation does not speak of ${target}.` }
    }
    if (sides.left.shape.length * sides.right.shape.length > 0 && `${sides.left.shape}` !== `${sides.right.shape}`) {
      return {
        verdict: 'different',
        message: shapeMessage(sides.left.shape, sides.right, draw.sizes, 'the right side'),
      }
    }
    const points = this.pointsOf(draw, [reference, left.side, right.side], target)
    const along = () => points.along(answer.constants)
    const { verdict, witness } = compareEquation({ reference, ...sides, target, lowest: this.lowest, along })
    switch (verdict) {
      case 'same':
        return { verdict: 'equal' }
      case 'always':
        return { verdict: 'different', message: `This equation holds whatever ${target} is.` }
      case 'others':
        return { verdict: 'undecided', message: `This equation holds for other values of ${target} too.` }
      case 'undecided':
        return undecided
    }
    const counterexample = counterexampleOf({ reference, ...sides, target }, points.values, draw, witness)
    return { verdict: 'different', ...(counterexample ? { counterexample } : {}) }
  }

  /** The reference is an equation that settles no name: the answer must say the same, up to a constant factor. */
  private compareImplicit(reference: Side, answer: OpenAnswer, draw: Draw): FormulaVerdict {
    if (!isEquation(answer.formula)) return { verdict: 'different', message: 'An equation was asked for.' }
    const given = this.compiled(answer.compiled, 'value', gapOf(answer.formula), draw, this.values, false)
    if (!given.ok) return { verdict: 'different', message: given.problem.message }
    const points = this.pointsOf(draw, [reference, given.side])
    switch (compareGaps(reference, given.side, points.along([]))) {
      case 'proportional':
        return { verdict: 'equal' }
      case 'always':
        return { verdict: 'different', message: 'This equation holds whatever its symbols are.' }
      case 'unclear':
        return { verdict: 'undecided', message: 'Whether these equations say the same cannot be computed.' }
    }
  }

  private compiled(
    known: Map<string, Compiled>,
    part: string,
    expression: Expression,
    draw: Draw,
    values: readonly DeclaredValue[],
    kept: boolean,
  ): Compiled {
    // what an equation may read depends on the reference's shape
    const key = `${part} ${draw.seed} ${part === 'value' ? '' : values.at(-1)?.shape}`
    const found = known.get(key)
    if (found) return found
    const compiled = compileFormula(expression, values, draw.sizes, this.functions)
    const made: Compiled = compiled.ok
      ? { ok: true, side: new Side(expression, compiled.plan, this.machines, kept) }
      : compiled
    known.set(key, made)
    return made
  }

  private pointsOf(draw: Draw, sides: readonly Side[], settled: string | null = null): PointSet {
    const read = new Set(sides.flatMap(({ plan }) => plan.parameters.map(({ name }) => name)))
    const values = this.values.filter(({ name }) => read.has(name) && name !== settled)
    const key = values.map(({ name }) => name).join(' ')
    const found = draw.points.get(key)
    if (found) return found
    if (draw.points.size >= mostPointSets) draw.points.clear()
    const points = new PointSet(values, draw.sizes, this.constants, draw.seed)
    draw.points.set(key, points)
    return points
  }
}

/** Of an equation left − right, of any other formula itself. */
function gapOf(formula: Expression): Expression {
  if (!isEquation(formula)) return formula
  const { left, right, span } = formula
  return { kind: 'binary', operator: '-', left, right, span }
}

const undecided: FormulaVerdict = { verdict: 'undecided', message: 'Too few points could be computed to decide.' }
