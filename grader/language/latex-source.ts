import { Fault } from './fault.ts'

/** A position in LaTeX source, with the few readings everything else is made of. */
export class LatexSource {
  readonly text: string
  at = 0

  constructor(text: string) {
    this.text = text
  }

  /** The command at this position without its backslash (`frac`, `,`); null elsewhere. */
  command(): string | null {
    if (this.text[this.at] !== '\\') return null
    const pattern = /\\(operatorname\*|[A-Za-z]+|[^A-Za-z]|$)/y
    pattern.lastIndex = this.at
    return pattern.exec(this.text)?.[1] ?? null
  }

  match(pattern: RegExp): string | null {
    const sticky = new RegExp(pattern.source, 'uy')
    sticky.lastIndex = this.at
    return sticky.exec(this.text)?.[0] ?? null
  }

  skipSpace(): boolean {
    const space = this.match(/[\s~]+/)
    this.at += space?.length ?? 0
    return space !== null
  }

  /** The source of one argument as TeX takes it, without its braces: a group, a command, or one character. */
  argument(): string {
    this.skipSpace()
    const start = this.at
    if (this.text[start] === '{') {
      const end = this.closing(start)
      this.at = end + 1
      return this.text.slice(start + 1, end)
    }
    const command = this.command()
    this.at += command === null ? String.fromCodePoint(this.text.codePointAt(start) ?? 0).length : command.length + 1
    if (start >= this.text.length) {
      throw new Fault('parse', 'The formula ends too early.', { start: this.text.length, end: this.text.length })
    }
    const inner = command !== null && this.text[this.at] === '{' ? this.braced() : ''
    return this.text.slice(start, this.at - inner.length) + inner
  }

  private braced(): string {
    const start = this.at
    this.at = this.closing(start) + 1
    return this.text.slice(start, this.at)
  }

  /** Where the brace opened at `open` is closed. */
  closing(open: number): number {
    let depth = 0
    for (let at = open; at < this.text.length; at++) {
      if (this.text[at] === '\\') at += 1
      else if (this.text[at] === '{') depth += 1
      else if (this.text[at] === '}' && --depth === 0) return at
    }
    throw new Fault('parse', 'A brace is never closed.', { start: open, end: open + 1 })
  }
}
