import type { Expression } from '../ast.ts'
import { childrenOf } from '../children.ts'
import { canonicalName } from '../names.ts'
import { namesIn } from '../names-in.ts'
import { reducibleIn } from './reducible.ts'

/**
 * What a formula must look like, besides being right. Names are those of symbols and functions; `cases` and
 * `transpose` count as functions. `allow` limits each kind that it names: symbols, functions or both.
 */
export interface FormDemands {
  allow: readonly string[]
  require: readonly string[]
  forbid: readonly string[]
  simplified: boolean
}

/** What the question declares, for telling symbols from functions. */
interface Declared {
  name: string
  shape?: readonly unknown[]
  function?: boolean | string | null
}

/** Which demands a formula does not meet, a sentence each. */
export function formFaults(formula: Expression, demands: FormDemands, declared: readonly Declared[]): string[] {
  const symbols = declared.map((one) => ({ ...one, name: canonicalName(one.name) ?? one.name }))
  const values = new Set(symbols.filter((one) => !isFunction(one)).map(({ name }) => name))
  const called = functionsIn(formula)
  const read = [...namesIn(formula)].filter((name) => values.has(name))
  const allowed = (name: string, kind: readonly string[]) => kind.length === 0 || kind.includes(name)
  const [symbolsAllowed, functionsAllowed] = [
    demands.allow.filter((name) => values.has(name)),
    demands.allow.filter((name) => !values.has(name)),
  ]
  const used = [...read, ...called]
  const faults = [
    ...used.filter((name) => demands.forbid.includes(name)).map((name) => `${name} may not be used here.`),
    ...read
      .filter((name) => !allowed(name, symbolsAllowed))
      .map((name) => `Only ${symbolsAllowed.join(', ')} may be used, not ${name}.`),
    ...[...called]
      .filter((name) => !allowed(name, functionsAllowed))
      .map((name) => `Only ${functionsAllowed.join(', ')} may be used, not ${name}.`),
    ...demands.require.filter((name) => !used.includes(name)).map((name) => `${name} must be used.`),
  ]
  const scalars = new Set(
    symbols.filter((one) => !isFunction(one) && (one.shape?.length ?? 0) === 0).map(({ name }) => name),
  )
  const reducible = demands.simplified ? reducibleIn(formula, scalars) : null
  return [...new Set(reducible === null ? faults : [...faults, `“${reducible}” can be simplified.`])]
}

function isFunction({ function: stands }: Declared): boolean {
  return stands !== undefined && stands !== false
}

/** The functions a formula calls; signs such as |x| or ⌊x⌋ are the functions that they stand for. */
function functionsIn(formula: Expression): Set<string> {
  const found = new Set<string>()
  const visit = (node: Expression) => {
    if (node.kind === 'call') found.add(node.name)
    if (node.kind === 'cases' || node.kind === 'transpose') found.add(node.kind)
    childrenOf(node).forEach(visit)
  }
  visit(formula)
  return found
}
