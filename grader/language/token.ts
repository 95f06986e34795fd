import type { Span } from './ast.ts'

/**
 * Both notations become the same tokens. A `run` is a stretch of letters whose division into names is settled by the
 * question's declarations; `units` are its letters, the last one with its subscripts and primes.
 */
export interface Token extends Span {
  kind: 'number' | 'name' | 'run' | 'symbol' | 'end'
  /** canonical: a name's one spelling, an operator's ASCII spelling */
  text: string
  /** white space stands before it */
  space: boolean
  /** what the declarations say a name is; unknown in question files */
  role?: 'function' | 'value'
  units?: string[]
  /** a transpose written as `^T`: a power where a T is declared */
  letter?: boolean
}

/** Words of the language that cannot be names. */
export const reserved: ReadonlySet<string> = new Set(['if', 'else', 'otherwise', 'cases', 'and', 'or', 'not'])
