import { Comparer } from './comparer.ts'
import type { FormulaField } from './judge-formula.ts'

const comparers = new WeakMap<FormulaField, Comparer>()

/** The references of a field: what is right, what is accepted as well, then its mistakes. Compiled once. */
export function comparerOf(field: FormulaField): Comparer {
  let comparer = comparers.get(field)
  if (!comparer) {
    const { equals, accept, mistakes, symbols, target, name } = field
    const others = [...accept, ...mistakes].map(({ expression }) => expression)
    comparer = new Comparer([equals, ...others], symbols, { target, seed: name })
    comparers.set(field, comparer)
  }
  return comparer
}
