import type { Entry, Place } from './scan.ts'
import type { Stretch } from './split-text.ts'

interface Block {
  indent: number
  name: string
}

const blank = /[ \t]*(?:#[^\n]*)?(?:\r?\n|$)/y
const dash = /-(?:[ \t]+|(?=\r?\n|$))/y
const key = /(?:"[^"\n]*"|'[^'\n]*'|[^\s"'#&*!|>%@`{}[\],:-][^\n:]*(?::(?=\S)[^\n:]*)*)[ \t]*:(?=\s|$)/y
const flowKey =
  /(?:"[^"\n]*"|'[^'\n]*'|[^\s"'#,{}[\]:][^\n,{}[\]:]*(?::(?=[^\s,{}[\]])[^\n,{}[\]:]*)*)[ \t]*:(?=[\s,{}[\]]|$)/y
const blockScalar = /[|>][+-]?\d?[ \t]*\r?\n/y
const comment = /\s#[^\n]*/g

/** Reads YAML as authors write it: line by line, and inside of braces and brackets letter by letter. */
export class FrontScanner {
  readonly entries: Entry[] = []
  place: Omit<Place, 'region'>
  private at: number
  private blocks: Block[] = []
  private settled = false
  private readonly text: string
  private readonly end: number

  constructor(text: string, { from, to }: Stretch) {
    this.text = text.slice(0, to)
    this.end = to
    this.at = from
    this.place = { role: 'key', path: [], from }
  }

  run(): this {
    while (this.at < this.end) this.line()
    // on an empty line nothing has been begun
    if (!this.settled && /\n$/.test(this.text)) this.place = { role: 'key', path: [], from: this.end }
    return this
  }

  /** The text ends within this: what holds it no longer counts. */
  private ends(role: Place['role'], path: string[], from: number): void {
    if (!this.settled) this.place = { role, path, from }
    this.settled = true
  }

  private get path(): string[] {
    return this.blocks.map(({ name }) => name)
  }

  private match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at
    return pattern.exec(this.text)?.[0] ?? null
  }

  /** Blocks that a line of this indentation is not within. */
  private leave(indent: number, item: boolean): void {
    const within = ({ indent: outer, name }: Block) => outer < indent || (item && outer === indent && name !== '[]')
    while (this.blocks.length > 0 && !within(this.blocks.at(-1) as Block)) this.blocks.pop()
  }

  private line(): void {
    const start = this.at
    while (this.text[this.at] === ' ') this.at += 1
    const empty = this.match(blank)
    if (empty !== null && (empty.includes('\n') || this.at + empty.length >= this.end)) {
      if (this.at + empty.length >= this.end && !empty.includes('\n')) {
        this.leave(this.at - start, false)
        this.place = { role: 'key', path: this.path, from: this.at }
      }
      this.at += Math.max(1, empty.length)
      return
    }
    let indent = this.at - start
    for (let mark = this.match(dash); mark !== null; mark = this.match(dash)) {
      this.leave(indent, true)
      this.blocks.push({ indent, name: '[]' })
      this.at += mark.length
      indent += mark.length
      this.place = { role: 'value', path: this.path, from: this.at }
    }
    const found = this.match(key)
    if (found !== null) this.pair(found, indent)
    else if (this.blocks.at(-1)?.name === '[]' && this.place.from === this.at) this.blockValue(this.path, null)
    else this.word(indent)
  }

  private pair(found: string, indent: number): void {
    this.leave(indent, false)
    const name = nameOf(found)
    const stretch = { from: this.at, to: this.at + found.trimEnd().length - 1 }
    this.blocks.push({ indent, name })
    this.at += found.length
    this.skipBlanks()
    this.blockValue(this.path, stretch)
  }

  /** A word without a colon: a key on its way, or more of a long text. */
  private word(indent: number): void {
    this.leave(indent, false)
    this.place = { role: 'key', path: this.path, from: this.at }
    this.toLineEnd()
  }

  private toLineEnd(): void {
    const end = this.text.indexOf('\n', this.at)
    this.at = end < 0 ? this.end : end + 1
  }

  private skipBlanks(): void {
    while (this.text[this.at] === ' ' || this.text[this.at] === '\t') this.at += 1
  }

  private note(path: string[], keyAt: Stretch | null, from: number, to: number): void {
    const value = to > from ? { from, to } : null
    this.entries.push({ path, key: keyAt ?? { from, to: from }, value })
  }

  private blockValue(path: string[], keyAt: Stretch | null): void {
    const from = this.at
    const first = this.text[from]
    const scalar = this.match(blockScalar)
    if (scalar !== null) {
      this.paragraph(path, keyAt, scalar)
      return
    }
    if (first === '{' || first === '[') {
      const slot = this.entries.length
      this.note(path, keyAt, from, from)
      this.flow(path)
      const entry = this.entries[slot]
      if (entry) this.entries[slot] = { ...entry, value: { from, to: this.at } }
      if (this.at < this.end && !this.startsPart()) this.toLineEnd()
      return
    }
    if (first === '"' || first === "'") {
      const to = this.quoted(path)
      this.note(path, keyAt, from + 1, to)
      if (this.at < this.end) this.toLineEnd()
      return
    }
    const end = this.text.indexOf('\n', from)
    const line = this.text.slice(from, end < 0 ? this.end : end)
    const plain = ` ${line}`.replace(comment, '').slice(1).trimEnd()
    this.note(path, keyAt, from, from + plain.length)
    this.toLineEnd()
    if (end < 0) this.ends('value', path, from)
  }

  /** `|` or `>`: lines that are indented further are text. */
  private paragraph(path: string[], keyAt: Stretch | null, head: string): void {
    const outer = this.blocks.at(-1)?.indent ?? 0
    const from = this.at
    this.at += head.length
    while (this.at < this.end) {
      const indent = /[ ]*/y.exec(this.text.slice(this.at))?.[0].length ?? 0
      const bare = /^[ \t]*(?:\r?\n|$)/.test(this.text.slice(this.at, this.at + 400))
      if (!bare && indent <= outer) break
      this.toLineEnd()
    }
    this.note(path, keyAt, from, this.at)
    if (this.at >= this.end) this.ends('value', path, from)
  }

  /** The end of a quoted text, which is left behind; what is open to the end is where one is. */
  private quoted(path: string[]): number {
    const quote = this.text[this.at]
    const from = this.at + 1
    for (this.at = from; this.at < this.end; this.at += 1) {
      if (this.text[this.at] === '\\' && quote === '"') this.at += 1
      else if (this.text[this.at] === quote && this.text[this.at + 1] === quote && quote === "'") this.at += 1
      else if (this.text[this.at] === quote) {
        this.at += 1
        return this.at - 1
      }
    }
    this.at = this.end
    this.ends('value', path, from)
    return this.end
  }

  private flow(path: string[]): void {
    const map = this.text[this.at] === '{'
    const close = map ? '}' : ']'
    this.at += 1
    for (;;) {
      while (this.at < this.end && /[\s,]/.test(this.text[this.at] ?? '')) this.at += 1
      if (this.at >= this.end) {
        this.ends(map ? 'key' : 'value', map ? path : [...path, '[]'], this.end)
        return
      }
      // a brace that was never closed ends where the next part of the file begins
      if (this.startsPart()) return
      const before = this.at
      if (this.text[this.at] === '#') this.toLineEnd()
      else if (this.text[this.at] === close) {
        this.at += 1
        return
      } else if (map) this.flowPair(path)
      else this.flowValue([...path, '[]'], null)
      if (this.at === before) this.at += 1
    }
  }

  private startsPart(): boolean {
    return this.text[this.at - 1] === '\n' && this.match(key) !== null
  }

  private flowPair(path: string[]): void {
    const found = this.match(flowKey)
    if (found === null) {
      const from = this.at
      while (this.at < this.end && !/[,{}[\]\n]/.test(this.text[this.at] ?? '')) this.at += 1
      if (this.at >= this.end) this.ends('key', path, from)
      return
    }
    const stretch = { from: this.at, to: this.at + found.trimEnd().length - 1 }
    this.at += found.length
    this.flowValue([...path, nameOf(found)], stretch)
  }

  private flowValue(path: string[], keyAt: Stretch | null): void {
    while (this.at < this.end && /\s/.test(this.text[this.at] ?? '')) this.at += 1
    const from = this.at
    const first = this.text[from]
    if (first === '{' || first === '[') {
      const slot = this.entries.length
      this.note(path, keyAt, from, from)
      this.flow(path)
      const entry = this.entries[slot]
      if (entry) this.entries[slot] = { ...entry, value: { from, to: this.at } }
      return
    }
    if (first === '"' || first === "'") {
      this.note(path, keyAt, from + 1, this.quoted(path))
      return
    }
    while (this.at < this.end && !/[,\]}\n]/.test(this.text[this.at] ?? '')) this.at += 1
    this.note(path, keyAt, from, from + this.text.slice(from, this.at).trimEnd().length)
    if (this.at >= this.end) this.ends('value', path, from)
  }
}

function nameOf(found: string): string {
  return found
    .trimEnd()
    .slice(0, -1)
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2')
}
