import type { Span } from './ast.ts'
import type { Token } from './token.ts'

/** The stretch from one span to the other. */
export function join(from: Span, to: Span): Span {
  return { start: Math.min(from.start, to.start), end: Math.max(from.end, to.end) }
}

/** The sentence for a token that cannot stand where it stands. */
export function unexpected(token: Token): string {
  if (token.kind === 'end') return 'The formula ends too early.'
  return `The “${token.text.slice(0, 20)}” cannot stand here.`
}
