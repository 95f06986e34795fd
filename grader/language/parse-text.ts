import type { Expression, Outcome } from './ast.ts'
import { attempt } from './fault.ts'
import { Parser } from './parser.ts'
import { tokeniseText } from './tokenise-text.ts'

/**
 * Reads the text notation of question files. Every word is one name; a name followed at once by `(` is a call
 * (compiling turns it into a product where the name is a value); `k (a + b)` with a space is a product.
 */
export function parseText(source: string): Outcome<Expression> {
  return attempt(() => new Parser(tokeniseText(source, false), null).parse())
}
