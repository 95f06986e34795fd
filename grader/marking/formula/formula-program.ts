import type { Expression, Problem } from '../../language/ast.ts'
import { compile } from '../../language/compile.ts'
import { mapChildren } from '../../language/map-children.ts'
import type { Plan } from '../../language/plan.ts'
import { type OperationLibrary, type OperationSignature, type TensorType, TypeProblem } from '../../language/types.ts'
import { operations } from '../../operations/library.ts'
import { type ComparedSymbol, type DeclaredValue, declaredFunctions } from './formula-symbols.ts'
import { sizedShape } from './sample-points.ts'
import { unspecifiedFunction } from './unspecified.ts'

/** What `cases` without a last case gives where no condition holds. */
export const noValue = 'no value'

/** Functions a formula may call that the library does not have. */
const extra: readonly OperationSignature[] = ['sinh', 'cosh'].map(elementwise)

/** Declared functions of a question, ready to be compiled and computed. */
export interface FormulaFunctions {
  library: OperationLibrary
  unspecified: ReadonlyMap<string, (x: number) => number>
  /** a declared function by the name of what stands for it */
  rename(expression: Expression): Expression
}

export function formulaFunctionsOf(symbols: readonly ComparedSymbol[]): FormulaFunctions {
  const declared = declaredFunctions(symbols)
  const free = [...declared].filter(([, meaning]) => meaning === null).map(([name]) => name)
  const inner = (name: string) => `function ${name}`
  const library = new Map<string, OperationSignature>(operations)
  for (const signature of [...extra, ...free.map((name) => elementwise(inner(name)))])
    library.set(signature.name, signature)
  library.set(noValue, { name: noValue, check: () => ({ shape: [], integer: false }) })
  const rename = (node: Expression): Expression => {
    const renamed = mapChildren(node, rename)
    if (renamed.kind === 'cases' && !renamed.otherwise) {
      return { ...renamed, otherwise: { kind: 'call', name: noValue, args: [], span: node.span } }
    }
    if (renamed.kind !== 'call' || !declared.has(renamed.name)) return renamed
    return { ...renamed, name: declared.get(renamed.name) ?? inner(renamed.name) }
  }
  return { library, rename, unspecified: new Map(free.map((name) => [inner(name), unspecifiedFunction(name)])) }
}

/** Compiles a formula over these values for given sizes of the free dimensions; the plan takes only what it reads. */
export function compileFormula(
  expression: Expression,
  values: readonly DeclaredValue[],
  sizes: ReadonlyMap<string, number>,
  { library, rename }: FormulaFunctions,
): { ok: true; plan: Plan } | { ok: false; problem: Problem } {
  const parameters = Object.fromEntries(
    values.map(({ name, shape, domain }): [string, TensorType] => [
      name,
      { shape: sizedShape(shape, sizes), integer: domain.integer },
    ]),
  )
  // No symbol can have this name, so that a formula may have a symbol of any name.
  const steps = [{ name: '(value)', expression: rename(expression) }]
  const sizeNames = new Map([...sizes].map(([letter, size]) => [size, letter]))
  const compiled = compile({ parameters, statics: {}, steps, sizeNames }, library)
  if (!compiled.ok) {
    const [first] = compiled.problems
    if (!first) throw new Error('A formula failed to compile without a problem.')
    return { ok: false, problem: first.problem }
  }
  const { plan } = compiled
  const read = new Set(plan.instructions.flatMap((each) => (each.kind === 'parameter' ? [each.name] : [])))
  return { ok: true, plan: { ...plan, parameters: plan.parameters.filter(({ name }) => read.has(name)) } }
}

function elementwise(name: string): OperationSignature {
  return {
    name,
    check(args) {
      const [first] = args
      if (!first || args.length > 1) throw new TypeProblem('This function takes one argument.')
      return { shape: first.shape, integer: false }
    },
  }
}
