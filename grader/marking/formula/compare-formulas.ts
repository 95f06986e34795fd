import type { Expression } from '../../language/ast.ts'
import { Comparer, type FormulaVerdict } from './comparer.ts'
import type { ComparedSymbol } from './formula-symbols.ts'

interface CompareOptions {
  /** the name that the formula defines, where answers may be equations */
  target?: string | null
  /** decides the points; the same seed gives the same verdict */
  seed?: string
}

/**
 * Whether two formulas say the same: computed at many points, with letters of dimensions drawn different and twice.
 * Exact rationals where that can be, else float64 with error bounds; what cannot be settled is undecided, never
 * different by accident. For many answers to one field, keep a Comparer.
 */
export function compareFormulas(
  reference: Expression,
  answer: Expression,
  symbols: readonly ComparedSymbol[],
  options: CompareOptions = {},
): FormulaVerdict {
  const comparer = new Comparer([reference], symbols, options)
  return comparer.compare(0, comparer.open(answer))
}
