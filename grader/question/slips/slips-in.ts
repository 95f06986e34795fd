import type { Expression } from '../../language/ast.ts'
import { isList, nodeAt, type Path, parallelEntries, pathsIn, replaceAt } from './places.ts'
import { slipRules } from './rules.ts'
import type { Slip, SlipRule, TypeOf } from './slip.ts'

/** All single slips in an expression, each as the whole expression with it; entries worked out alike slip together. */
export function slipsIn(expression: Expression, typeOf: TypeOf, rules: readonly SlipRule[] = slipRules): Slip[] {
  const slipsAt = (path: Path, outermost: boolean) =>
    rules.flatMap((rule) => rule(nodeAt(expression, path), typeOf, outermost))
  const ofList = isList(expression) ? slipsAt([], true) : []
  const inside = parallelEntries(expression).flatMap((entries) => {
    const [first] = entries
    if (!first) return []
    return pathsIn(nodeAt(expression, first)).flatMap((path) => {
      const alike = entries.map((entry) => slipsAt([...entry, ...path], path.length === 0))
      if (alike.some((slips) => slips.length !== alike[0]?.length)) return []
      return (alike[0] ?? []).map((slip, k) => {
        const node = entries.reduce(
          (whole, entry, e) => replaceAt(whole, [...entry, ...path], alike[e]?.[k]?.node as Expression),
          expression,
        )
        return { ...slip, node }
      })
    })
  })
  return [...ofList, ...inside]
}
