import type { Expression } from './ast.ts'
import { expandCall } from './expand-call.ts'
import { Fault } from './fault.ts'
import { parseBracket, parseCases, parseConditional } from './parse-brackets.ts'
import type { Parser } from './parser.ts'
import { join, unexpected } from './spans.ts'
import { reserved, type Token } from './token.ts'

const openers = new Set(['(', '[', '{', '⌊', '⌈', '√', '⟨'])

/** Whether the next token can begin an operand; a bar only where none waits to be closed. */
export function startsPrimary(parser: Parser): boolean {
  const token = parser.peek()
  if (token.kind === 'number' || token.kind === 'name') return true
  if (token.kind !== 'symbol') return false
  if (parser.closesTwice(token)) return false
  if (token.text === '|' || token.text === '‖') return !parser.bars.includes(token.text)
  return openers.has(token.text)
}

/** Reads one operand: a number, a name, a call, or something in brackets. */
export function parsePrimary(parser: Parser): Expression {
  const token = parser.peek()
  if (token.kind === 'number') {
    parser.next()
    return parser.node({ kind: 'number', text: token.text, span: { start: token.start, end: token.end } })
  }
  if (token.kind === 'name') return parseName(parser)
  switch (token.kind === 'symbol' ? token.text : '') {
    case '(':
    case '{':
      return parseGroup(parser)
    case '[':
      return parseBracket(parser)
    case '|':
      return parseFenced(parser, '|', 'abs')
    case '‖':
      return parseFenced(parser, '‖', 'norm')
    case '⌊':
      return parseFenced(parser, '⌋', 'floor')
    case '⌈':
      return parseFenced(parser, '⌉', 'ceil')
    case '⟨':
      return parseInner(parser)
    case '√': {
      parser.next()
      const operand = parser.nested(token, () => parser.expression(61))
      return parser.node({ kind: 'call', name: 'sqrt', args: [operand], span: join(token, operand.span) })
    }
  }
  throw new Fault('parse', unexpected(token), token)
}

function parseGroup(parser: Parser): Expression {
  const opened = parser.next()
  const closing = opened.text === '(' ? ')' : '}'
  if (parser.is(closing)) throw new Fault('parse', 'These brackets are empty.', join(opened, parser.peek()))
  const inner = parser.bracketed(opened, () => parser.expression(0))
  if (parser.is(',')) throw new Fault('parse', 'Write a vector in square brackets: [a, b].', parser.peek())
  const closed = parser.expect(closing, opened, 'bracket')
  return { ...inner, span: join(opened, closed) }
}

function parseFenced(parser: Parser, closing: string, name: string): Expression {
  const opened = parser.next()
  const bar = closing === '|' || closing === '‖'
  const inner = parser.nested(opened, () => {
    if (!bar) return parser.bracketed(opened, () => parser.expression(0))
    parser.bars = [...parser.bars, closing]
    const value = parser.expression(0)
    parser.bars = parser.bars.slice(0, -1)
    return value
  })
  if (bar) parser.splitBars(closing)
  const closed = parser.expect(closing, opened, bar ? 'pair of bars' : 'bracket')
  return parser.node({ kind: 'call', name, args: [inner], span: join(opened, closed) })
}

/** `⟨x, y⟩` */
function parseInner(parser: Parser): Expression {
  const opened = parser.next()
  const args = parser.bracketed(opened, () => parser.list('⟩'))
  const closed = parser.expect('⟩', opened, 'bracket')
  const span = join(opened, closed)
  if (args.length !== 2) throw new Fault('parse', 'An inner product has two parts: ⟨x, y⟩.', span)
  return parser.node({ kind: 'call', name: 'dot', args, span })
}

function parseName(parser: Parser): Expression {
  const token = parser.next()
  if (token.role === undefined && reserved.has(token.text)) {
    if (token.text === 'cases') return parseCases(parser, token)
    if (token.text === 'if') return parseConditional(parser, token)
    throw new Fault('parse', unexpected(token), token)
  }
  const opening = parser.peek()
  const opens = opening.kind === 'symbol' && opening.text === '('
  if (token.role === 'function' || (token.role === undefined && opens && !opening.space))
    return parseCall(parser, token)
  return parser.node({ kind: 'name', name: token.text, span: { start: token.start, end: token.end } })
}

function parseCall(parser: Parser, name: Token): Expression {
  const exponent = parser.is('^') && name.role === 'function' ? parseExponent(parser, name) : null
  const { args, end } = parseArguments(parser, name)
  const span = { start: name.start, end }
  const call = expandCall(parser, name.text, args, span)
  return exponent ? parser.node({ kind: 'binary', operator: '^', left: call, right: exponent, span }) : call
}

/** `tanh^2(x)` is the square of tanh(x); `sin^-1(x)` would mean two things. */
function parseExponent(parser: Parser, name: Token): Expression {
  const sign = parser.next()
  const exponent = parser.nested(sign, () => parser.expression(60))
  if (exponent.kind !== 'number') {
    throw new Fault('parse', `Write the power after the argument: ${name.text}(…)^n.`, join(name, exponent.span))
  }
  return exponent
}

function parseArguments(parser: Parser, name: Token): { args: Expression[]; end: number } {
  const opened = parser.peek()
  if (parser.accept('(')) {
    const args = parser.bracketed(opened, () => parser.list(')'))
    const closed = parser.expect(')', opened, 'bracket')
    if (args.length === 0) throw new Fault('parse', `${name.text} needs an argument.`, join(name, closed))
    return { args, end: closed.end }
  }
  if (parser.is('{') && wrapsBrackets(parser)) return parseBracedArguments(parser, name)
  if (parser.accept('{')) {
    const args = parser.bracketed(opened, () => parser.list('}'))
    const closed = parser.expect('}', opened, 'bracket')
    if (args.length === 0) throw new Fault('parse', `${name.text} needs an argument.`, join(name, closed))
    return { args, end: closed.end }
  }
  if (!startsPrimary(parser)) {
    throw new Fault('parse', `${name.text} is a function: write ${name.text}(…).`, name)
  }
  // `\ln 2x`, `\sqrt{x}`: products without sign up to the next function belong to the argument.
  let argument = parser.nested(name, () => parser.expression(53))
  while (startsPrimary(parser) && parser.peek().role !== 'function' && parser.peek(-1).text !== '}') {
    if (parser.peek(-1).kind === 'number' && parser.peek().kind === 'number') break
    const right = parser.expression(53)
    const span = join(argument.span, right.span)
    argument = parser.node({ kind: 'binary', operator: '*', left: argument, right, implicit: true, span })
  }
  return { args: [argument], end: argument.span.end }
}

/** Whether the next tokens are `{( … )}`, with nothing between the closing ones. */
function wrapsBrackets(parser: Parser): boolean {
  const isSymbol = (token: Token, text: string) => token.kind === 'symbol' && token.text === text
  if (!isSymbol(parser.peek(1), '(')) return false
  for (let ahead = 1, depth = 0; parser.peek(ahead).kind !== 'end'; ahead++) {
    if (isSymbol(parser.peek(ahead), '(')) depth += 1
    if (isSymbol(parser.peek(ahead), ')') && --depth === 0) return isSymbol(parser.peek(ahead + 1), '}')
  }
  return false
}

/** `\max{\left(a, b\right)}` */
function parseBracedArguments(parser: Parser, name: Token): { args: Expression[]; end: number } {
  const opened = parser.next()
  const first = parser.next()
  const args = parser.bracketed(first, () => parser.list(')'))
  const closed = parser.expect(')', first, 'bracket')
  if (args.length === 0) throw new Fault('parse', `${name.text} needs an argument.`, join(name, closed))
  const last = parser.expect('}', opened, 'group')
  return { args, end: last.end }
}
