import type { PaperNode } from './paper.ts'

/** A declared symbol of a formula field, as the student sees it. */
export interface FieldSymbol {
  name: string
  latex: string
  aliases: string[]
  /** `[]` scalar, `['d']` vector, `['d', 'k']` matrix: a letter is a free dimension. */
  shape: (number | string)[]
  /** an activation or distribution function instead of a value */
  function?: boolean
}

/** What a field is called. */
export interface Labelled {
  /** in plain words */
  label: string
  /** the same as the server set it, where there are formulas in it */
  labelNodes?: PaperNode[]
}

/** An answer field as the student's browser gets it: nothing in it tells what is right. */
export type Field = Labelled & { name: string; points: number } & (
    | { kind: 'number'; decimals: number | null }
    | { kind: 'shape'; length: number | null; axes: string[] }
    | { kind: 'tensor'; shape: number[]; resizable: boolean; decimals: number | null }
    /** `target`: LaTeX of what stands before the "="; `targetNodes`: the same, set by the server */
    | {
        kind: 'formula'
        symbols: FieldSymbol[]
        functions: string[]
        target: string | null
        targetNodes?: PaperNode[]
        /** what may be used and whether it must be simplified; what must be used is told with the result only */
        form?: { allow: string[]; forbid: string[]; simplified: boolean }
      }
    | { kind: 'choice'; many: boolean; options: { id: string; nodes: PaperNode[] }[] }
    | { kind: 'order'; lines: { id: string; nodes: PaperNode[] }[] }
    | { kind: 'text'; maximumLength: number; upload: boolean }
    | { kind: 'upload' }
    | { kind: 'layers'; input: number[]; output: number[]; parameterBudget: number }
  )
