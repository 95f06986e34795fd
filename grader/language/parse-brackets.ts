import type { Expression } from './ast.ts'
import { Fault } from './fault.ts'
import type { Parser } from './parser.ts'
import { join, unexpected } from './spans.ts'
import type { Token } from './token.ts'

/** `[a, b; c, d]` */
export function parseBracket(parser: Parser): Expression {
  const opened = parser.next()
  const rows = parser.bracketed(opened, () => {
    const read: Expression[][] = [parser.list(']')]
    while (parser.accept(';')) read.push(parser.list(']'))
    return read
  })
  const closed = parser.expect(']', opened, 'bracket')
  const span = join(opened, closed)
  if (rows.some((row) => row.length === 0)) throw new Fault('parse', 'An entry is missing in this bracket.', span)
  if (rows.some((row) => row.length !== rows[0]?.length)) {
    throw new Fault('parse', 'The rows of this bracket have different lengths.', span)
  }
  // In formulas `[a + b] c` uses square brackets as round ones; a vector of one entry is of no use there.
  const [only] = rows.flat()
  if (parser.vocabulary && only && rows.flat().length === 1) return { ...only, span }
  return parser.node({ kind: 'bracket', rows, span })
}

/** `cases(a if x > 0, b if x < 0, c)`; the last value may also be written `c otherwise`. */
export function parseCases(parser: Parser, word: Token): Expression {
  const opened = parser.peek()
  if (!parser.accept('(')) throw new Fault('parse', 'Write cases(value if condition, …, otherwise).', word)
  const arms: { value: Expression; when: Expression }[] = []
  let otherwise: Expression | null = null
  parser.bracketed(opened, () => {
    do {
      if (otherwise) throw new Fault('parse', 'Only the last case may stand without a condition.', parser.peek())
      const value = parser.expression(1)
      if (parser.isWord('if')) {
        parser.next()
        arms.push({ value, when: parser.expression(1) })
      } else {
        if (parser.isWord('otherwise') || parser.isWord('else')) parser.next()
        otherwise = value
      }
    } while (parser.accept(','))
  })
  const closed = parser.expect(')', opened, 'list of cases')
  if (arms.length === 0) throw new Fault('parse', 'There is no case with a condition.', join(word, closed))
  return parser.node({ kind: 'cases', arms, otherwise, span: join(word, closed) })
}

/** `if(condition, a, b)` */
export function parseConditional(parser: Parser, word: Token): Expression {
  const opened = parser.peek()
  if (!parser.accept('(')) throw new Fault('parse', unexpected(word), word)
  const args = parser.bracketed(opened, () => parser.list(')'))
  const closed = parser.expect(')', opened, 'bracket')
  const [when, value, otherwise] = args
  if (!when || !value || !otherwise || args.length > 3) {
    throw new Fault('parse', 'Write if(condition, value, otherwise).', join(word, closed))
  }
  return parser.node({ kind: 'cases', arms: [{ value, when }], otherwise, span: join(word, closed) })
}
