/** Where in the source text a node was read: offsets in UTF-16 units, end exclusive. */
export interface Span {
  start: number
  end: number
}

export type BinaryOperator = '+' | '-' | '*' | '.*' | '/' | './' | '^' | '.^'
export type Comparison = '<' | '<=' | '>' | '>=' | '=' | '!='

/**
 * The closed set of nodes that both notations (text and LaTeX) are read into. `*` covers juxtaposition, `·` and `×`;
 * what it means (scale, matrix product) is settled by shapes when an expression is compiled. `.*` is element-wise.
 * A name carries its subscripts, primes and accents: `W_o`, `s_{t-1}`, `H'`, `tilde(s)`.
 */
export type Expression =
  | { kind: 'number'; text: string; span: Span }
  | { kind: 'name'; name: string; span: Span }
  | { kind: 'call'; name: string; args: Expression[]; span: Span }
  | { kind: 'negate'; operand: Expression; span: Span }
  | { kind: 'binary'; operator: BinaryOperator; left: Expression; right: Expression; implicit?: boolean; span: Span }
  /** `letter`: it was written `^T`, and is a power where a value named T is declared */
  | { kind: 'transpose'; operand: Expression; letter?: boolean; span: Span }
  /** `[a, b; c, d]`: rows of entries. Vectors concatenate, scalars fill a vector or a matrix. */
  | { kind: 'bracket'; rows: Expression[][]; span: Span }
  /** `h[i, j]`, counted from 1. */
  | { kind: 'index'; target: Expression; indices: Expression[]; span: Span }
  | { kind: 'cases'; arms: { value: Expression; when: Expression }[]; otherwise: Expression | null; span: Span }
  | { kind: 'compare'; operator: Comparison; left: Expression; right: Expression; span: Span }
  | { kind: 'logic'; operator: 'and' | 'or' | 'not'; operands: Expression[]; span: Span }

/** Why a text could not be read or compiled. `message` is a whole sentence for the person who typed it. */
export interface Problem {
  kind: 'parse' | 'type' | 'limit' | 'domain'
  message: string
  span: Span
}

export type Outcome<T> = { ok: true; value: T } | { ok: false; problem: Problem }
