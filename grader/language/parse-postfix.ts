import type { Expression } from './ast.ts'
import { expandCall } from './expand-call.ts'
import { Fault } from './fault.ts'
import type { Parser } from './parser.ts'
import { join } from './spans.ts'

/** numpy's `A.dot(B)` */
export function parseMethod(parser: Parser, left: Expression): Expression {
  parser.next()
  const opened = parser.peek()
  const args = parser.accept('(') ? parser.bracketed(opened, () => parser.list(')')) : []
  const closed = parser.expect(')', opened, 'bracket')
  const [only] = args
  if (!only || args.length > 1) throw new Fault('parse', 'Write A.dot(B).', join(opened, closed))
  return expandCall(parser, 'dot', [left, only], join(left.span, closed))
}

/** `x[1]` in text needs no space before the bracket; `W[h; c]` is a product. */
export function isIndex(parser: Parser, left: Expression): boolean {
  const opening = parser.peek()
  if (opening.space || !['name', 'call', 'index', 'bracket', 'transpose', 'binary'].includes(left.kind)) return false
  if (parser.peek(-1).kind === 'number' || (parser.vocabulary && !parser.hasTensor(left))) return false
  let depth = 0
  for (let ahead = 0; ; ahead++) {
    const token = parser.peek(ahead)
    if (token.kind === 'end') return true
    if (token.kind === 'symbol' && '([{'.includes(token.text)) depth += 1
    if (token.kind === 'symbol' && ')]}'.includes(token.text) && --depth === 0) return true
    if (token.text === ';' && depth === 1) return false
    if (token.kind === 'name' && parser.vocabulary?.isTensor(token.text)) return false
  }
}

export function parseIndex(parser: Parser, target: Expression): Expression {
  const opened = parser.next()
  const indices = parser.bracketed(opened, () => parser.list(']'))
  const closed = parser.expect(']', opened, 'bracket')
  if (indices.length === 0) throw new Fault('parse', 'An index is missing.', join(opened, closed))
  return parser.node({ kind: 'index', target, indices, span: join(target.span, closed) })
}
