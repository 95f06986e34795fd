import type { Span } from './ast.ts'
import { Fault } from './fault.ts'
import { greekName } from './greek.ts'
import {
  accentCommands,
  colourCommands,
  refusedCommands,
  silentCommands,
  styleCommands,
  symbolCommands,
  wordCommands,
} from './latex-commands.ts'
import { readEnvironment } from './latex-environments.ts'
import { readFences } from './latex-fences.ts'
import { accentedName, plainWord, readSuffix, unitsOf } from './latex-names.ts'
import { readNumber } from './latex-numbers.ts'
import { readOver } from './latex-over.ts'
import { readRoot } from './latex-root.ts'
import { LatexSource } from './latex-source.ts'
import { readStyled } from './latex-styled.ts'
import { limits } from './limits.ts'
import type { NameParts } from './names.ts'
import type { Token } from './token.ts'
import { pushPower, symbolAt } from './tokenise-text.ts'

/** Cuts LaTeX, as people and MathLive write it, into the tokens of text notation: `\frac{a}{b}` becomes `{{a}/{b}}`. */
export function tokeniseLatex(source: string): Token[] {
  if (source.length > limits.characters) {
    throw new Fault('limit', `This is longer than ${limits.characters} characters.`, { start: 0, end: source.length })
  }
  const blank = (all: string) => ' '.repeat(all.length)
  const bare = source
    .replace(/^(\s*)\$+/, blank)
    .replace(/\$+\s*$/, '')
    // a power typed while the caret was still in the subscript
    .replace(/_\{([\w\s,+-]+)\^(\{[^{}]*\}|[A-Za-z0-9])\}/g, '_{$1}^$2')
    // two bars each way are those of a norm
    .replace(/\\left\|\s*\\left\|/g, (all) => '\\left\\|'.padEnd(all.length))
    .replace(/\\right\|\s*\\right\|/g, (all) => '\\right\\|'.padEnd(all.length))
  const reader = new LatexReader(bare)
  reader.readUntil(() => false)
  reader.emit('end', '', source.length, source.length)
  return reader.tokens
}

export class LatexReader {
  readonly source: LatexSource
  tokens: Token[] = []
  private space = false
  private depth = 0

  constructor(text: string) {
    this.source = new LatexSource(text)
  }

  emit(kind: Token['kind'], text: string, start: number, end: number, more: Partial<Token> = {}): void {
    this.tokens.push({ kind, text, start, end, space: this.space, ...more })
    this.space = false
  }

  /** Whether an open bracket may hold several entries, so that a comma stands between them. */
  inList(): boolean {
    const open: boolean[] = []
    for (const [i, { kind, text }] of this.tokens.entries()) {
      if (kind !== 'symbol') continue
      const before = this.tokens[i - 1]?.kind
      if ('([⟨{'.includes(text)) open.push(text !== '{' || before === 'run' || before === 'name')
      else if (')]⟩}'.includes(text)) open.pop()
    }
    return open.includes(true)
  }

  /** What comes next stands apart from what came before. */
  spaced(): void {
    this.space = true
  }

  symbols(text: string, start: number): void {
    for (const symbol of text) this.emit('symbol', symbol, start, this.source.at)
  }

  /** Reads until `stop` says so or the source ends; whether it was stopped. */
  readUntil(stop: () => boolean): boolean {
    while (this.source.at < this.source.text.length) {
      if (stop()) return true
      this.read()
    }
    return false
  }

  /** What `read` emits, apart. */
  capture(read: () => void): Token[] {
    const outer = this.tokens
    this.tokens = []
    read()
    const captured = this.tokens
    this.tokens = outer
    return captured
  }

  /** Reads one argument as TeX takes it and emits it in braces. */
  argument(): void {
    this.source.skipSpace()
    const start = this.source.at
    const raw = this.source.argument()
    if (raw.trim() === '')
      throw new Fault('parse', 'There is an empty box in the formula.', { start, end: this.source.at })
    const end = this.source.at
    const offset = this.source.text.indexOf(raw, start)
    this.emit('symbol', '{', start, start + 1)
    // `\frac12` and `x^ab` take one character, not the number or run it begins.
    if (/^\d$/.test(raw)) this.emit('number', raw, offset, end)
    else if (/^[A-Za-z]$/.test(raw)) this.emit('run', raw, offset, end, { units: [raw] })
    else this.within(offset, offset + raw.length)
    this.source.at = end
    this.emit('symbol', '}', end - 1, end)
  }

  /** Runs `read` one level deeper. */
  nested<T>(span: Span, read: () => T): T {
    this.depth += 1
    if (this.depth > limits.depth) throw new Fault('limit', 'This formula is nested too deeply.', span)
    const value = read()
    this.depth -= 1
    return value
  }

  /** Reads a stretch of the source, one level deeper. */
  within(start: number, end: number): void {
    this.source.at = start
    this.nested({ start, end }, () => {
      while (this.source.at < end) this.read()
    })
    if (this.source.at > end) throw new Fault('parse', 'A brace stands in the wrong place.', { start, end })
  }

  private read(): void {
    const { source } = this
    if (source.skipSpace()) {
      this.space = true
      return
    }
    const start = source.at
    const command = source.command()
    if (command !== null) {
      source.at += command.length + 1
      this.command(command, start)
      return
    }
    const character = String.fromCodePoint(source.text.codePointAt(start) ?? 0)
    if (readNumber(this, start)) return
    const power = source.match(/[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+/)
    if (power) {
      pushPower(this.tokens, power, start)
      source.at += power.length
    } else if (character === '{') this.group(start)
    else if (character === '^') this.superscript(start)
    else if (/[A-Za-z]/.test(character)) this.letters(source.match(/[A-Za-z]+/) ?? '', start)
    else if (greekName(character)) this.letters(character, start)
    else this.symbol(character, start)
  }

  /** `{}` is nothing, `{W}_o` a name like `W_o`, `{a \over b}` a fraction; else a bracket that is not seen. */
  private group(start: number): void {
    const { source } = this
    const empty = source.match(/\{\s*\}/)
    const letter = /^\{\s*(\\?[A-Za-z]+)\s*\}(?=\s*(?:[_'′’]|\^\s*\{?\s*\\prime))/.exec(
      source.text.slice(start, start + 60),
    )
    const base = letter?.[1]?.replace('\\', '') ?? ''
    if (empty) {
      source.at += empty.length
      this.space = true
    } else if (letter && (base.length === 1 || greekName(base) !== undefined)) {
      source.at += letter[0].length
      this.name({ accent: null, base, subscripts: [], primes: 0 }, start, true)
    } else if (!readOver(this, start)) this.argument()
  }

  private symbol(character: string, start: number): void {
    const doubled = this.source.text.startsWith('||', start)
    const found = symbolAt(this.source.text, start)
    if (!found || character === '}') {
      const known: Record<string, string> = {
        '&': 'The sign & only stands between cells.',
        _: 'A subscript must follow a name.',
        '}': 'A brace is closed that was never opened.',
      }
      const message = known[character] ?? `The character “${character}” has no meaning here.`
      throw new Fault('parse', message, { start, end: start + character.length })
    }
    const [spelling, symbol] = doubled ? ['||', '‖'] : found
    this.source.at += spelling.length
    this.emit('symbol', symbol, start, this.source.at)
    if (symbol === '‖') this.skipEuclidean()
  }

  /** `\|x\|_2` is the norm itself. */
  skipEuclidean(): void {
    const subscript = this.source.match(/\s*_\s*(?:2(?!\d)|\{\s*2\s*\})/)
    this.source.at += subscript?.length ?? 0
  }

  private letters(letters: string, start: number): void {
    this.source.at += letters.length
    // `hat(y)` typed by hand
    const over = Object.hasOwn(accentCommands, letters)
      ? this.source.match(/\s*(?:\\left)?\(\s*(?:\\[A-Za-z]+|[A-Za-z])\s*(?:\\right)?\)/)
      : null
    if (over) {
      this.source.at += over.length
      const base = over.replace(/\\left|\\right|[()\s\\]/g, '')
      this.name({ accent: accentCommands[letters] ?? letters, base, subscripts: [], primes: 0 }, start, true)
      return
    }
    this.name(
      { accent: null, base: letters, subscripts: [], primes: 0 },
      start,
      greekName(letters) !== undefined && letters.length === 1,
    )
  }

  /** Emits a run with the subscripts and primes that follow. */
  name(parts: NameParts, start: number, single: boolean): void {
    const { text, units } = unitsOf(parts.base, readSuffix(this.source, parts), single)
    this.emit('run', text, start, this.source.at, { units })
  }

  private command(command: string, start: number): void {
    const { source } = this
    if (Object.hasOwn(refusedCommands, command)) {
      throw new Fault('parse', refusedCommands[command] ?? '', { start, end: source.at })
    }
    if (silentCommands.has(command)) this.space = true
    else if (Object.hasOwn(wordCommands, command)) this.emit('name', wordCommands[command] ?? '', start, source.at)
    else if (readFences(this, command, start) || readEnvironment(this, command, start)) return
    else if (Object.hasOwn(symbolCommands, command)) {
      const symbol = symbolCommands[command] ?? ''
      this.emit('symbol', symbol, start, source.at)
      if (symbol === '‖') this.skipEuclidean()
    } else if (/^[dtc]?frac$/.test(command)) {
      this.symbols('{', start)
      this.argument()
      this.symbols('/', start)
      this.argument()
      this.symbols('}', start)
    } else if (command === 'sqrt') readRoot(this, start)
    else if (Object.hasOwn(accentCommands, command)) this.name(accentedName(source, command, start), start, true)
    else if (Object.hasOwn(styleCommands, command)) readStyled(this, command, start)
    else if (colourCommands.has(command)) source.argument()
    else if (/^[A-Za-z]+$/.test(command)) {
      const base = command === 'exponentialE' ? 'e' : command
      this.name({ accent: null, base, subscripts: [], primes: 0 }, start, true)
    } else throw new Fault('parse', `“\\${command}” has no meaning here.`, { start, end: source.at })
  }

  private superscript(start: number): void {
    const { source } = this
    const norm = this.tokens.slice(-2).some(({ text }) => text === '‖')
    source.at += 1
    source.skipSpace()
    const open = source.at
    const raw = source.argument()
    const end = source.at
    if (/^\\(top|intercal)$/.test(raw.trim())) this.emit('symbol', '.T', start, end)
    else if (plainWord(raw) === 'T') this.emit('symbol', '.T', start, end, { letter: true })
    else if (/^\d$/.test(raw) && source.text[open] !== '{' && /\d/.test(source.text[end] ?? '')) {
      throw new Fault('parse', 'Only the first digit is the exponent here; put the exponent in braces.', {
        start,
        end: end + 1,
      })
    } else {
      const dotted = /^\s*\\(odot|circ)(?![A-Za-z])\s*/.exec(raw)?.[0]
      this.emit('symbol', dotted === undefined ? '^' : '.^', start, start + 1)
      source.at = open
      if (dotted === undefined) this.argument()
      else {
        const from = source.text.indexOf(raw, open)
        this.symbols('{', start)
        this.within(from + dotted.length, from + raw.length)
        source.at = end
        this.symbols('}', start)
      }
    }
    if (norm) this.skipEuclidean()
    if (source.match(/\s*\^/)) {
      throw new Fault('parse', 'Two powers follow each other: put the whole exponent in braces.', {
        start,
        end: source.at,
      })
    }
    if (/^\s*_/.test(source.text.slice(source.at, source.at + 5))) {
      throw new Fault('parse', 'Write the subscript before the power.', { start: source.at, end: source.at + 1 })
    }
  }
}
