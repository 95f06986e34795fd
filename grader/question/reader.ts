import { isMap, isNode, isScalar, isSeq, type LineCounter, type Node, type Pair } from 'yaml'
import type { Expression, Outcome, Span } from '../language/ast.ts'
import { canonicalName } from '../language/names.ts'
import { parseText } from '../language/parse-text.ts'
import { alignValue } from './alignment.ts'
import type { FileProblem, NamedExpression, Place } from './definition.ts'
import { type FieldLabel, readLabel } from './label.ts'
import { suggestion } from './nearest.ts'
import { withinLine, wordAt } from './words-at.ts'
import { howMapsLook } from './yaml-words.ts'

/** A key of a YAML map with its value; `node` is null where nothing stands after the colon. */
export interface Entry {
  key: string
  keyNode: Node
  node: Node | null
}

/** An expression as it stands in the file. */
export interface ReadExpression extends Place {
  source: string
  expression: Expression
}

/** From one file offset to another, the end excluded. */
export interface Stretch {
  start: number
  end: number
}

/** Reads the text of an expression: the notation of question files, or a formula with its declared symbols. */
export type TextParser = (source: string) => Outcome<Expression>

const maximumProblems = 60

/**
 * Reads values out of a parsed YAML file and collects what is wrong, each problem with its line and column. Every
 * `read…` method answers null (after noting the problem) instead of throwing.
 */
export class Reader {
  readonly source: string
  readonly problems: FileProblem[] = []
  readonly #lines: LineCounter
  readonly #base: number
  readonly #spans = new Map<Expression, number[]>()

  /** `base` is where the YAML text starts in the file; `lines` counts the file's lines. */
  constructor(source: string, base: number, lines: LineCounter) {
    this.source = source
    this.#base = base
    this.#lines = lines
  }

  placeOf(offset: number): Place {
    const { line, col } = this.#lines.linePos(Math.max(0, Math.min(offset, this.source.length)))
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }

  offsetOf({ line, column }: Place): number {
    return (this.#lines.lineStarts[line - 1] ?? 0) + column - 1
  }

  place(node: Node): Place {
    return this.placeOf(this.start(node))
  }

  start(node: Node): number {
    return this.#base + (node.range?.[0] ?? 0)
  }

  problem(at: Node | Place | Stretch | number, message: string): null {
    if (this.problems.length < maximumProblems) {
      const { start, end } = this.stretch(at)
      this.problems.push({ ...this.placeOf(start), end: this.placeOf(end), message })
    }
    return null
  }

  /** What stands at a place, up to the end of its line at most: a node, an expression, else the word there. */
  stretch(at: Node | Place | Stretch | number): Stretch {
    if (typeof at === 'number') return wordAt(this.source, at)
    if (isNode(at)) return withinLine(this.source, this.start(at), this.#base + (at.range?.[1] ?? 0))
    return 'start' in at ? withinLine(this.source, at.start, at.end) : wordAt(this.source, this.offsetOf(at))
  }

  /** The text between a node's first and last character, as it stands in the file. */
  slice(node: Node): string {
    const [start, end] = node.range ?? [0, 0]
    return this.source.slice(this.#base + start, this.#base + end)
  }

  readMap(node: Node | null, what: string, at: Node | number, like: readonly string[] = []): Entry[] | null {
    if (!isMap(node)) return this.problem(node ?? at, howMapsLook(node, what, like))
    const seen = new Set<string>()
    const entries: Entry[] = []
    for (const pair of node.items as Pair[]) {
      const keyNode = pair.key
      if (!isScalar(keyNode) || keyNode.value === null) {
        this.problem(isNode(keyNode) ? keyNode : node, `${what}: a key must be a plain word.`)
        continue
      }
      const key = typeof keyNode.value === 'string' ? keyNode.value : this.slice(keyNode)
      if (seen.has(key)) this.problem(keyNode, `“${key}” stands here twice.`)
      else entries.push({ key, keyNode, node: isNode(pair.value) && !isNothing(pair.value) ? pair.value : null })
      seen.add(key)
    }
    return entries
  }

  /** The keys of a map as they are written, whatever is wrong with it. */
  keysOf(entry: Entry | undefined): string[] {
    const node = entry?.node
    return isMap(node) ? (node.items as Pair[]).flatMap(({ key }) => (isScalar(key) ? [String(key.value)] : [])) : []
  }

  /** A map whose keys are fixed: unknown ones are refused, naming those allowed; missing required ones are named. */
  readRecord(
    node: Node | null,
    what: string,
    allowed: readonly string[],
    required: readonly string[],
    at: Node | number,
  ): Map<string, Entry> | null {
    const entries = this.readMap(node, what, at, required)
    if (!entries) return null
    const record = new Map<string, Entry>()
    for (const entry of entries) {
      if (allowed.includes(entry.key)) record.set(entry.key, entry)
      else {
        const near = suggestion(entry.key, allowed)
        // half a sentence, which a comma has cut off
        const cut = entry.node === null && entry.key.includes(' ')
        const hint = cut ? ' Between { and } a comma ends a text: put the text in quotes.' : near
        this.problem(
          entry.keyNode,
          `${what} has no key “${short(entry.key)}”.${hint} Allowed are ${allowed.join(', ')}.`,
        )
      }
    }
    for (const key of required) if (!record.has(key)) this.problem(node ?? at, `${what} needs “${key}”.`)
    return record
  }

  readList(node: Node | null, what: string, at: Node): Node[] | null {
    if (!isSeq(node)) return this.problem(node ?? at, `${what} must be a list.`)
    return (node.items as unknown[]).map((item) => (isNode(item) ? item : node))
  }

  readText(entry: Entry | undefined, what: string): string | null {
    return entry ? this.readTextNode(entry.node, what, entry.keyNode) : null
  }

  readTextNode(node: Node | null, what: string, at: Node): string | null {
    if (!isScalar(node)) return this.problem(node ?? at, `${what} must be text${node ? ' (put it in quotes)' : ''}.`)
    const text = typeof node.value === 'string' ? node.value : this.slice(node)
    return text.trim() === '' ? this.problem(node, `${what} must not be empty.`) : text
  }

  /** A label's words and what it was written as; what is wrong in one of its formulas stands at that formula. */
  readLabel(entry: Entry | undefined): FieldLabel | null {
    const written = this.readText(entry, 'label')
    if (written === null || !entry?.node) return null
    const { problems, ...label } = readLabel(written)
    const start = this.start(entry.node)
    const spans = alignValue(written, this.source, start, start + this.slice(entry.node).length)
    for (const { from, to, message } of problems) this.problem(stretchIn(spans, { start: from, end: to }), message)
    return label
  }

  readNumber(entry: Entry | undefined, what: string, low: number, high: number, integer = false): number | null {
    if (!entry) return null
    const value = isScalar(entry.node) ? entry.node.value : null
    if (typeof value === 'number' && value >= low && value <= high && (!integer || Number.isInteger(value)))
      return value
    return this.problem(
      entry.node ?? entry.keyNode,
      `${what} must be ${integer ? 'a whole number' : 'a number'} from ${low} to ${high}.`,
    )
  }

  readFlag(entry: Entry | undefined, what: string): boolean | null {
    if (!entry) return null
    const value = isScalar(entry.node) ? entry.node.value : null
    return typeof value === 'boolean'
      ? value
      : this.problem(entry.node ?? entry.keyNode, `${what} must be true or false.`)
  }

  readChoice<T extends string>(entry: Entry | undefined, what: string, words: readonly T[]): T | null {
    if (!entry) return null
    const value = isScalar(entry.node) ? entry.node.value : null
    const word = words.find((candidate) => candidate === value)
    if (word !== undefined) return word
    const near = typeof value === 'string' ? suggestion(value, words) : ''
    return this.problem(entry.node ?? entry.keyNode, `${what} must be one of ${words.join(', ')}.${near}`)
  }

  /** An expression of the notation. A bare bracket, which YAML takes for a list, is read from its source text. */
  readExpression(node: Node | null, what: string, at: Node, parser: TextParser = parseText): ReadExpression | null {
    if (node === null) return this.problem(at, `${what} must be an expression.`)
    const bare = !isScalar(node) || typeof node.value !== 'string'
    if (bare && !isScalar(node) && !this.slice(node).startsWith('[')) {
      return this.problem(node, `${what} must be an expression; put it in quotes.`)
    }
    const text = isScalar(node) && typeof node.value === 'string' ? node.value : this.slice(node)
    const start = this.start(node)
    const spans = alignValue(text, this.source, start, start + this.slice(node).length)
    return this.parse(text, what, spans, this.place(node), parser)
  }

  /** Parses an expression whose character k stands at file offset `spans[k]`. */
  parse(
    text: string,
    what: string,
    spans: number[],
    place: Place,
    parser: TextParser = parseText,
  ): ReadExpression | null {
    const outcome = parser(text)
    if (!outcome.ok) {
      const cut =
        outcome.problem.message.includes('never closed') &&
        /^.?,/.test(this.source.slice(spans.at(-1) ?? 0).slice(0, 2))
      const hint = cut ? ' Between { and } what holds a comma or a bracket needs quotes.' : ''
      return this.problem(stretchIn(spans, outcome.problem.span), `${what}: ${outcome.problem.message}${hint}`)
    }
    this.#spans.set(outcome.value, spans)
    return { ...place, source: text, expression: outcome.value }
  }

  readNamed(entry: Entry, what: string): NamedExpression | null {
    const name = this.readName(entry.key, entry.keyNode, what)
    if (name === null) return null
    // One that cannot be read keeps its name: what refers to it is not wrong as well.
    const nothing: Expression = { kind: 'number', text: '0', span: { start: 0, end: 0 } }
    const read = this.readExpression(entry.node, entry.key, entry.keyNode)
    return { name, ...(read ?? { ...this.place(entry.keyNode), source: '', expression: nothing }) }
  }

  readName(key: string, node: Node, what: string): string | null {
    const name = key.length <= 60 ? canonicalName(key) : null
    return name ?? this.problem(node, `${what}: “${short(key)}” is no name such as W_o, s_next or H'.`)
  }

  /** An expression that was made of one that this reader has read stands at its place. */
  madeOf(read: Expression, made: Expression): void {
    const spans = this.#spans.get(read)
    if (spans) this.#spans.set(made, spans)
  }

  /** Where in the file a span stands of an expression that this reader has read. */
  offset(expression: Expression, span: Span): Stretch | null {
    const spans = this.#spans.get(expression)
    return spans ? stretchIn(spans, span) : null
  }
}

/** The last character's own place counts: what follows it in the value may stand lines below. */
function stretchIn(spans: readonly number[], span: Span): Stretch {
  const at = (k: number) => spans[Math.max(0, Math.min(k, spans.length - 1))] ?? 0
  const start = at(span.start)
  return { start, end: span.end > span.start ? Math.max(start, at(span.end - 1) + 1) : start }
}

function isNothing(node: Node): boolean {
  return isScalar(node) && node.value === null && (node.source ?? '') === ''
}

export function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}
