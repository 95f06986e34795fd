import type { NameParts } from './names.ts'

/** How an expression is set, before it becomes LaTeX or MathML: brackets and fractions are settled here. */
export type Layout =
  | { kind: 'row'; parts: Layout[] }
  | { kind: 'number'; text: string }
  | { kind: 'name'; name: NameParts }
  /** ready LaTeX: a value or a spelling given by the caller */
  | { kind: 'latex'; source: string }
  | { kind: 'operator'; text: string }
  | { kind: 'function'; name: string }
  | { kind: 'words'; text: string }
  | { kind: 'fraction'; above: Layout; below: Layout }
  | { kind: 'superscript'; base: Layout; script: Layout }
  | { kind: 'subscript'; base: Layout; script: Layout }
  | { kind: 'root'; body: Layout }
  | { kind: 'fence'; open: string; close: string; body: Layout }
  | { kind: 'matrix'; rows: Layout[][] }
  | { kind: 'cases'; rows: { value: Layout; when: Layout | null }[] }

export interface LayoutOptions {
  /** LaTeX put in the place of a name: its number or matrix */
  values?: Readonly<Record<string, string>>
  /** own LaTeX of a name */
  names?: Readonly<Record<string, string>>
}

export const row = (...parts: Layout[]): Layout => ({ kind: 'row', parts })
export const operator = (text: string): Layout => ({ kind: 'operator', text })
export const fence = (body: Layout, open = '(', close = ')'): Layout => ({ kind: 'fence', open, close, body })

/** How tightly a set node holds together. */
export const level = { loose: 0, compare: 1, sum: 2, product: 3, sign: 4, script: 5, atom: 6 }

export interface Placed {
  layout: Layout
  level: number
}

/** `a, b, c` */
export function separated(parts: readonly Layout[]): Layout {
  return row(...parts.flatMap((part, i) => (i === 0 ? [part] : [operator(','), part])))
}
