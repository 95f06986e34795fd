import { canonicalName } from '../../language/names.ts'
import type { FormulaSymbol } from '../../question/definition.ts'

/** What comparing needs of a declared symbol. */
export type ComparedSymbol = Pick<FormulaSymbol, 'name' | 'shape' | 'domain' | 'function'>

/** A declared value: a shape with letters for free dimensions, and where it is drawn from. */
export interface DeclaredValue {
  name: string
  shape: readonly (number | string)[]
  domain: { low: number; high: number; integer: boolean }
}

/** The declared values, by their one spelling. A column `[d, 1]` is a vector. */
export function declaredValues(symbols: readonly ComparedSymbol[]): DeclaredValue[] {
  return symbols
    .filter((symbol) => symbol.function === undefined)
    .map(({ name, shape, domain }) => ({ name: canonicalName(name) ?? name, shape: withoutOnes(shape), domain }))
}

/** Declared functions: what each stands for; null where nothing is known of it. */
export function declaredFunctions(symbols: readonly ComparedSymbol[]): Map<string, string | null> {
  return new Map(
    symbols.flatMap((symbol) =>
      symbol.function === undefined ? [] : [[canonicalName(symbol.name) ?? symbol.name, symbol.function]],
    ),
  )
}

function withoutOnes(shape: readonly (number | string)[]): readonly (number | string)[] {
  return shape.length === 2 && shape[1] === 1 ? (shape[0] === 1 ? [] : [shape[0] as number | string]) : shape
}

/**
 * Sizes for the letters: different letters get different ones, so that a missing transpose does not fit, and another
 * draw gives other sizes, so that a size written as a number shows.
 */
export function drawSizes(values: readonly DeclaredValue[], draw: number): Map<string, number> {
  const dimensions = values.flatMap(({ shape }) => shape)
  const letters = [...new Set(dimensions.filter((dimension) => typeof dimension === 'string'))]
  const taken = new Set(dimensions.filter((dimension) => typeof dimension === 'number'))
  const free: number[] = []
  for (let size = 3; free.length <= letters.length; size++) if (!taken.has(size)) free.push(size)
  return new Map(letters.map((letter, i) => [letter, free[i + (draw % 2)] as number]))
}
