/** A value of a property list. Numbers, dates and data stay text: what is hashed is what is written. */
export type Plist =
  | { kind: 'string' | 'integer' | 'real' | 'date' | 'data'; text: string }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'array'; items: Plist[] }
  | { kind: 'dict'; entries: [string, Plist][] }

/** What is wrong with the file, in a sentence for whoever uploaded it. */
export class PlistProblem extends Error {}

const mostDeep = 40
const scalars = ['string', 'integer', 'real', 'date', 'data'] as const
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decode(text: string): string {
  return text.replace(/&([^;\s]{1,10});|&/g, (_, name: string | undefined) => {
    const number = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name ?? '')
    const code = number ? Number.parseInt(number[1] ?? number[2] ?? '', number[1] ? 16 : 10) : null
    const found = code === null ? entities[name ?? ''] : code <= 0x10ffff ? String.fromCodePoint(code) : undefined
    if (found === undefined) throw new PlistProblem(`“&${name ?? ''}” is not XML: an ampersand is written &amp;.`)
    return found
  })
}

/** Reads the small part of XML that property lists are made of; anything else is refused, a document type with rules too. */
class Reading {
  private at = 0
  private readonly source: string

  constructor(source: string) {
    this.source = source
  }

  document(): Plist {
    this.skip()
    if (!this.tag('plist')) throw this.problem('It does not begin with a property list (<plist>).')
    const value = this.value(0)
    this.close('plist')
    this.skip()
    if (this.at < this.source.length) throw this.problem('There is something after the end of the property list.')
    return value
  }

  private problem(message: string): PlistProblem {
    const line = this.source.slice(0, this.at).split('\n').length
    return new PlistProblem(`Line ${line}: ${message}`)
  }

  /** Passes over white space, comments, and what may stand before the list. */
  private skip(): void {
    const nothing = /\s+|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!DOCTYPE[^[>]*>/y
    for (;;) {
      nothing.lastIndex = this.at
      const found = nothing.exec(this.source)
      if (!found) return
      this.at = nothing.lastIndex
    }
  }

  /** Takes an opening tag of this name: 'open', 'empty' (`<x/>`), or null where another one stands here. */
  private tag(name: string): 'open' | 'empty' | null {
    const opening = new RegExp(`<${name}(?:\\s[^<>]*?)?(/?)>`, 'y')
    opening.lastIndex = this.at
    const found = opening.exec(this.source)
    if (!found) return null
    this.at = opening.lastIndex
    return found[1] ? 'empty' : 'open'
  }

  private closes(name: string): boolean {
    const closing = new RegExp(`</${name}\\s*>`, 'y')
    closing.lastIndex = this.at
    if (!closing.test(this.source)) return false
    this.at = closing.lastIndex
    return true
  }

  private close(name: string): void {
    this.skip()
    if (!this.closes(name)) throw this.problem(`</${name}> is missing.`)
  }

  private text(name: string): string {
    const cdata = /<!\[CDATA\[([\s\S]*?)\]\]>/y
    cdata.lastIndex = this.at
    const raw = cdata.exec(this.source)
    const end = raw ? cdata.lastIndex : this.source.indexOf('<', this.at)
    if (end < 0) throw this.problem(`</${name}> is missing.`)
    const text = raw ? (raw[1] ?? '') : decode(this.source.slice(this.at, end))
    this.at = end
    if (!this.closes(name)) throw this.problem(`</${name}> is missing.`)
    return text
  }

  private value(depth: number): Plist {
    this.skip()
    if (depth > mostDeep) throw this.problem('It is nested too deeply.')
    for (const value of [true, false]) {
      const found = this.tag(String(value))
      if (found === 'open') this.close(String(value))
      if (found) return { kind: 'boolean', value }
    }
    for (const kind of scalars) {
      const found = this.tag(kind)
      if (found) return { kind, text: found === 'empty' ? '' : this.text(kind) }
    }
    const array = this.tag('array')
    if (array) return { kind: 'array', items: array === 'empty' ? [] : this.items(depth) }
    const dict = this.tag('dict')
    if (dict) return { kind: 'dict', entries: dict === 'empty' ? [] : this.entries(depth) }
    throw this.problem('A value is expected here: dict, array, string, integer, real, data, date, true or false.')
  }

  private items(depth: number): Plist[] {
    const items: Plist[] = []
    for (this.skip(); !this.closes('array'); this.skip()) items.push(this.value(depth + 1))
    return items
  }

  private entries(depth: number): [string, Plist][] {
    const entries: [string, Plist][] = []
    const seen = new Set<string>()
    for (this.skip(); !this.closes('dict'); this.skip()) {
      if (this.tag('key') !== 'open') throw this.problem('A <key> is expected here.')
      const key = this.text('key')
      if (seen.has(key.toLowerCase())) throw this.problem(`The key “${key}” stands here twice.`)
      seen.add(key.toLowerCase())
      entries.push([key, this.value(depth + 1)])
    }
    return entries
  }
}

export function readPlist(source: string): Plist {
  return new Reading(source.replace(/^\ufeff/, '')).document()
}
