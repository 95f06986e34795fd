import type { BinaryOperator, Comparison, Expression, Span } from './ast.ts'
import { Fault } from './fault.ts'
import { limits } from './limits.ts'
import { namesIn } from './names-in.ts'
import { isIndex, parseIndex, parseMethod } from './parse-postfix.ts'
import { parsePrimary, startsPrimary } from './parse-primary.ts'
import { join, unexpected } from './spans.ts'
import { reserved, type Token } from './token.ts'
import type { Vocabulary } from './vocabulary.ts'

const comparisons: ReadonlySet<string> = new Set(['<', '<=', '>', '>=', '=', '!='])
const floorDivision = '//'

/** Binding strengths. A product without sign binds tighter than a written one on its left, and than `⊙`. */
const strength = {
  or: 10,
  and: 20,
  not: 25,
  compare: 30,
  sum: 40,
  product: 50,
  tight: 51,
  implicit: 52,
  sign: 53,
  power: 60,
}

/**
 * Pratt parser over tokens of either notation. Without a vocabulary (question files) a name followed at once by `(`
 * is a call and names are not checked; with one, names are what the question declares.
 */
export class Parser {
  /** bars that are open: inside, the next `|` closes instead of opening */
  bars: string[] = []
  private at = 0
  private nodes = 0
  private depth = 0
  private readonly tokens: Token[]
  readonly vocabulary: Vocabulary | null

  constructor(tokens: readonly Token[], vocabulary: Vocabulary | null) {
    this.tokens = [...tokens]
    this.vocabulary = vocabulary
  }

  parse(): Expression {
    if (this.peek().kind === 'end') throw new Fault('parse', 'Nothing was written.', this.peek())
    const expression = this.expression(0)
    const rest = this.peek()
    if (rest.kind !== 'end') throw new Fault('parse', unexpected(rest), rest)
    return expression
  }

  peek(ahead = 0): Token {
    return this.tokens[Math.min(this.at + ahead, this.tokens.length - 1)] as Token
  }

  next(): Token {
    const token = this.peek()
    this.at += 1
    return token
  }

  is(text: string): boolean {
    const token = this.peek()
    return token.kind === 'symbol' && token.text === text
  }

  isWord(word: string): boolean {
    const token = this.peek()
    return token.kind === 'name' && token.text === word && token.role === undefined
  }

  /** `||` where a bar is open: it closes that one, and the next bar opens another. */
  closesTwice(token: Token): boolean {
    return token.text === '‖' && token.end - token.start === 2 && this.bars.at(-1) === '|'
  }

  /** Takes such a `||` apart. */
  splitBars(closing: string): void {
    const token = this.peek()
    if (closing !== '|' || token.text !== '‖' || token.end - token.start !== 2) return
    const bar = { ...token, text: '|' }
    this.tokens.splice(this.at, 1, { ...bar, end: token.start + 1 }, { ...bar, start: token.start + 1, space: false })
  }

  accept(text: string): Token | null {
    return this.is(text) ? this.next() : null
  }

  expect(text: string, opened: Span, what: string): Token {
    const token = this.peek()
    if (this.is(text)) return this.next()
    if (token.kind === 'end') throw new Fault('parse', `This ${what} is never closed.`, opened)
    throw new Fault('parse', `${unexpected(token)} A “${text}” was expected.`, token)
  }

  /** Counts a node against the limit. */
  node<T extends Expression>(expression: T): T {
    this.nodes += 1
    if (this.nodes > limits.nodes) throw new Fault('limit', 'This formula has too many parts.', expression.span)
    return expression
  }

  /** Runs `read` one level deeper. */
  nested<T>(span: Span, read: () => T): T {
    this.depth += 1
    if (this.depth > limits.depth) throw new Fault('limit', 'This formula is nested too deeply.', span)
    const value = read()
    this.depth -= 1
    return value
  }

  /** Reads what is in brackets: bars opened outside cannot be closed inside. */
  bracketed<T>(opened: Span, read: () => T): T {
    const bars = this.bars
    this.bars = []
    const value = this.nested(opened, read)
    this.bars = bars
    return value
  }

  expression(minimum: number): Expression {
    let left = this.prefix()
    for (;;) {
      const longer = this.infix(left, minimum)
      if (!longer) return left
      left = longer
    }
  }

  private prefix(): Expression {
    const token = this.peek()
    if (this.is('-') || this.is('+')) {
      this.next()
      const operand = this.nested(token, () => this.expression(strength.sign))
      if (token.text === '+') return operand
      return this.node({ kind: 'negate', operand, span: { start: token.start, end: operand.span.end } })
    }
    if (this.isWord('not')) {
      this.next()
      const operand = this.nested(token, () => this.expression(strength.not))
      return this.node({ kind: 'logic', operator: 'not', operands: [operand], span: join(token, operand.span) })
    }
    return parsePrimary(this)
  }

  private infix(left: Expression, minimum: number): Expression | null {
    const token = this.peek()
    if (token.kind === 'end') return null
    if (token.kind === 'symbol') {
      if (comparisons.has(token.text)) return minimum > strength.compare ? null : this.comparison(left)
      switch (token.text) {
        case '+':
        case '-':
          return minimum > strength.sum ? null : this.binary(left, token.text, strength.sum + 1)
        case '*':
        case '.*':
          return minimum > strength.product ? null : this.binary(left, token.text, strength.tight)
        case '/':
        case './':
          return minimum > strength.product ? null : this.binary(left, token.text, strength.sign)
        case floorDivision:
        case '%':
          return minimum > strength.product ? null : this.division(left)
        case '^':
        case '.^':
          return minimum > strength.power ? null : this.power(left)
        case '.T':
          return minimum > strength.power ? null : this.transpose(left)
        case '.dot':
          return minimum > strength.power ? null : parseMethod(this, left)
        case '[':
          if (isIndex(this, left)) return parseIndex(this, left)
      }
    }
    if (this.isWord('and') || this.isWord('or')) {
      const level = token.text === 'and' ? strength.and : strength.or
      return minimum > level ? null : this.logic(left, token.text as 'and' | 'or', level)
    }
    if (this.isWord('if') && minimum === 0) return this.ternary(left)
    if (minimum > strength.implicit || !startsPrimary(this) || reservedInfix(token)) return null
    const before = this.peek(-1)
    if (token.kind === 'number' && before.kind === 'number') {
      const message = `The numbers ${before.text} and ${token.text} stand side by side. Write an operator between them.`
      throw new Fault('parse', message, { start: before.start, end: token.end })
    }
    const right = this.expression(strength.sign)
    return this.node({ kind: 'binary', operator: '*', left, right, implicit: true, span: join(left.span, right.span) })
  }

  private binary(left: Expression, operator: string, minimum: number): Expression {
    this.next()
    const right = this.expression(minimum)
    return this.node({
      kind: 'binary',
      operator: operator as BinaryOperator,
      left,
      right,
      span: join(left.span, right.span),
    })
  }

  /** Python's `//` and `%`. */
  private division(left: Expression): Expression {
    const operator = this.next()
    const right = this.expression(strength.sign)
    const span = join(left.span, right.span)
    if (operator.text === '%') return this.node({ kind: 'call', name: 'mod', args: [left, right], span })
    const quotient = this.node({ kind: 'binary', operator: '/', left, right, span })
    return this.node({ kind: 'call', name: 'floor', args: [quotient], span })
  }

  private power(left: Expression): Expression {
    const operator = this.next()
    const right = this.nested(operator, () => this.expression(strength.power))
    const span = join(left.span, right.span)
    return this.node({ kind: 'binary', operator: operator.text as BinaryOperator, left, right, span })
  }

  private transpose(operand: Expression): Expression {
    const token = this.next()
    const span = join(operand.span, token)
    if (token.letter && this.vocabulary?.declares('T') && !this.hasTensor(operand)) {
      const right = this.node({ kind: 'name', name: 'T', span: { start: token.end - 1, end: token.end } })
      return this.node({ kind: 'binary', operator: '^', left: operand, right, span })
    }
    return this.node({ kind: 'transpose', operand, ...(token.letter ? { letter: true } : {}), span })
  }

  hasTensor(node: Expression): boolean {
    return [...namesIn(node)].some((name) => this.vocabulary?.isTensor(name))
  }

  private comparison(left: Expression): Expression {
    const parts: Expression[] = []
    let previous = left
    while (comparisons.has(this.peek().text) && this.peek().kind === 'symbol') {
      const operator = this.next().text as Comparison
      const right = this.expression(strength.compare + 1)
      parts.push(this.node({ kind: 'compare', operator, left: previous, right, span: join(previous.span, right.span) }))
      previous = right
    }
    const span = join(left.span, previous.span)
    if (this.vocabulary && parts.filter((part) => part.kind === 'compare' && part.operator === '=').length > 1) {
      throw new Fault('parse', 'There are several = signs: write one formula.', span)
    }
    return parts.length === 1
      ? (parts[0] as Expression)
      : this.node({ kind: 'logic', operator: 'and', operands: parts, span })
  }

  private logic(left: Expression, operator: 'and' | 'or', level: number): Expression {
    this.next()
    const right = this.expression(level + 1)
    return this.node({ kind: 'logic', operator, operands: [left, right], span: join(left.span, right.span) })
  }

  /** `a if condition else b` */
  private ternary(value: Expression): Expression | null {
    const start = this.at
    const word = this.next()
    const when = this.nested(word, () => this.expression(strength.or))
    if (!this.isWord('else')) {
      this.at = start
      return null
    }
    this.next()
    const otherwise = this.nested(word, () => this.expression(0))
    return this.node({ kind: 'cases', arms: [{ value, when }], otherwise, span: join(value.span, otherwise.span) })
  }

  /** Expressions separated by commas, up to (not including) the closing bracket. */
  list(closing: string): Expression[] {
    const entries: Expression[] = []
    if (this.is(closing)) return entries
    do entries.push(this.expression(0))
    while (this.accept(','))
    return entries
  }
}

function reservedInfix(token: Token): boolean {
  return token.kind === 'name' && token.role === undefined && reserved.has(token.text) && token.text !== 'cases'
}
