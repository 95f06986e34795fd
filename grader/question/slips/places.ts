import type { Expression } from '../../language/ast.ts'
import { childrenOf } from '../../language/children.ts'
import { mapChildren } from '../../language/map-children.ts'
import { printText } from '../../language/print-text.ts'

/** The way to a node: the number of the child at every level. */
export type Path = readonly number[]

export function nodeAt(expression: Expression, path: Path): Expression {
  return path.reduce((node, k) => childrenOf(node)[k] ?? node, expression)
}

export function replaceAt(expression: Expression, path: Path, node: Expression): Expression {
  const [first, ...rest] = path
  if (first === undefined) return node
  let k = -1
  return mapChildren(expression, (child) => {
    k++
    return k === first ? replaceAt(child, rest, node) : child
  })
}

/** The ways to all nodes of an expression, outer ones first; what stands in an index is left alone. */
export function pathsIn(expression: Expression): Path[] {
  const inner = expression.kind === 'index' ? [expression.target] : childrenOf(expression)
  return [[], ...inner.flatMap((child, k) => pathsIn(child).map((path) => [k, ...path]))]
}

/**
 * Entries that a student works out in the same way (height and width, the rows of a mask): whoever slips in one slips in
 * all. Each group holds the ways to its entries; an expression that is no list is a group of its own.
 */
export function parallelEntries(expression: Expression): Path[][] {
  if (!isList(expression)) return [[[]]]
  const groups = new Map<string, Path[]>()
  for (const [k, entry] of childrenOf(expression).entries()) {
    const form = formOf(entry)
    groups.set(form, [...(groups.get(form) ?? []), [k]])
  }
  return [...groups.values()]
}

export function isList(expression: Expression): boolean {
  if (expression.kind === 'call') return expression.name === 'stackrows' || expression.name === 'concat'
  return expression.kind === 'bracket' && childrenOf(expression).length > 1
}

/** What an expression looks like whatever its names are. */
export function formOf(expression: Expression): string {
  const nameless = (node: Expression): Expression =>
    node.kind === 'name' ? { ...node, name: 'x' } : mapChildren(node, nameless)
  return printText(nameless(expression))
}
