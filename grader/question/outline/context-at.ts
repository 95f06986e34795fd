import { splitFile } from '../front-matter.ts'

/** Where somebody types: in the body, or at a key or a value of the front matter. */
export interface Context {
  in: 'front matter' | 'body'
  /** keys from the outside in; an entry of a list is called by its number */
  path: string[]
  at: 'key' | 'value'
  /** what stands before the cursor: of the body, or of the value */
  before: string
}

interface Level {
  indent: number
  key: string
}
type Frame = { sign: '{'; key: string | null } | { sign: '['; index: number }

const keyPattern = /^("[^"]*"|'[^']*'|[^\s#:{}[\],&*!|>'"%@`][^:#]*?)\s*:(?:\s+|$)(.*)$/u

/** Finds out from the lines before an offset alone, so that a file that is being written need not be sound. */
export function contextAt(source: string, offset: number): Context {
  const split = splitFile(source)
  if (split && offset >= split.bodyStart) {
    return { in: 'body', path: [], at: 'value', before: source.slice(split.bodyStart, offset) }
  }
  const start = split?.yamlStart ?? /^\uFEFF?---[ \t]*\r?\n/.exec(source)?.[0].length
  if (start === undefined) return { in: 'body', path: [], at: 'value', before: source.slice(0, offset) }
  const scan = new Scan()
  for (const line of source.slice(start, Math.max(start, offset)).split(/\r?\n/)) scan.line(line)
  return scan.context()
}

/** Reads the lines of YAML up to where somebody types. */
class Scan {
  #levels: Level[] = []
  #flow: Frame[] = []
  #block: number | null = null
  #value: string | null = null
  #flowText = ''

  line(text: string) {
    if (this.#flow.length > 0) return this.#scanFlow(`${text} `)
    const indent = text.length - text.trimStart().length
    if (this.#block !== null) {
      if (text.trim() === '' || indent > this.#block) {
        this.#value = `${this.#value ?? ''}\n${text}`
        return
      }
      this.#block = null
    }
    // the line that is being typed may be blank or half a key: then its indentation says where it belongs
    this.#value = null
    let rest = text.trimStart()
    let at = indent
    this.#levels = this.#levels.filter(
      (level) => level.indent < indent || (level.indent === indent && /^\d+$/.test(level.key) && !rest.startsWith('-')),
    )
    while (/^-(\s|$)/.test(rest)) {
      this.#levels = this.#levels.filter((level) => level.indent < at)
      this.#levels.push({ indent: at, key: '0' })
      const dash = /^-\s*/.exec(rest)?.[0].length ?? 1
      rest = rest.slice(dash)
      at += dash
      this.#value = rest
    }
    const pair = keyPattern.exec(rest)
    if (pair) {
      this.#levels.push({ indent: at, key: unquoted(pair[1] ?? '') })
      this.#open(pair[2] ?? '', indent)
    } else if (this.#value !== null) this.#open(rest, indent)
  }

  context(): Context {
    const path = this.#levels.map(({ key }) => key)
    for (const [k, frame] of this.#flow.entries()) {
      const last = k === this.#flow.length - 1
      if (frame.sign === '[') path.push(String(frame.index))
      else if (frame.key !== null) path.push(frame.key)
      else if (last) return { in: 'front matter', path, at: 'key', before: this.#flowText }
    }
    if (this.#flow.length > 0) return { in: 'front matter', path, at: 'value', before: this.#flowText }
    const value = this.#value
    return { in: 'front matter', path, at: value === null ? 'key' : 'value', before: value ?? '' }
  }

  #open(value: string, indent: number) {
    this.#value = value
    if (/^[|>][+-]?\d?\s*$/.test(value)) this.#block = indent
    else if (/^[{[]/.test(value)) this.#scanFlow(value)
  }

  #scanFlow(text: string) {
    let quote = ''
    for (const sign of text) {
      const top = this.#flow.at(-1)
      this.#flowText += sign
      if (quote !== '') quote = sign === quote ? '' : quote
      else if ((sign === '"' || sign === "'") && this.#flowText.slice(0, -1).trim() === '') quote = sign
      else if (sign === '{' || sign === '[') {
        this.#flow.push(sign === '{' ? { sign, key: null } : { sign, index: 0 })
        this.#flowText = ''
      } else if (top && (sign === '}' || sign === ']')) {
        this.#flow.pop()
        this.#flowText = ''
        if (this.#flow.length === 0) return
      } else if (top && sign === ',') {
        if (top.sign === '[') top.index += 1
        else top.key = null
        this.#flowText = ''
      } else if (top?.sign === '{' && top.key === null && sign === ':') {
        top.key = unquoted(this.#flowText.slice(0, -1).trim())
        this.#flowText = ''
      }
    }
  }
}

function unquoted(key: string): string {
  return key.replace(/^(["'])(.*)\1$/, '$2')
}
