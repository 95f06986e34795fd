/** A tag as it comes along in XML; `text` is what stood before it. */
export interface Tag {
  name: string
  kind: 'open' | 'close' | 'whole'
  attributes: string
  text: string
}

/**
 * The tags of XML, one after the other, by one pass over the text. There are no entities but the five and numbers: a
 * document that declares its own (DOCTYPE) is refused by `refuseDoctype` before. Prefixes of names are dropped.
 */
export function* tags(xml: string): Generator<Tag> {
  let at = 0
  for (;;) {
    const start = xml.indexOf('<', at)
    if (start < 0) return
    const text = xml.slice(at, start)
    if (xml.startsWith('<!--', start)) {
      at = after(xml, '-->', start)
      continue
    }
    if (xml.startsWith('<![CDATA[', start)) {
      const end = after(xml, ']]>', start)
      yield { name: '#cdata', kind: 'whole', attributes: '', text: text + xml.slice(start + 9, end - 3) }
      at = end
      continue
    }
    const end = after(xml, '>', start)
    at = end
    const inner = xml.slice(start + 1, end - 1)
    if (inner.startsWith('?')) continue
    const closing = inner.startsWith('/')
    const whole = inner.endsWith('/')
    const body = inner.slice(closing ? 1 : 0, whole ? -1 : undefined)
    const gap = body.search(/\s/)
    const name = gap < 0 ? body : body.slice(0, gap)
    yield {
      name: name.slice(name.indexOf(':') + 1),
      kind: closing ? 'close' : whole ? 'whole' : 'open',
      attributes: gap < 0 ? '' : body.slice(gap),
      text,
    }
  }
}

function after(xml: string, sign: string, from: number): number {
  const at = xml.indexOf(sign, from)
  return at < 0 ? xml.length : at + sign.length
}

const patterns = new Map<string, RegExp>()

function patternOf(name: string): RegExp {
  const known = patterns.get(name)
  if (known) return known
  const made = new RegExp(`(?:^|\\s)(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
  patterns.set(name, made)
  return made
}

/** The value of an attribute, by its name without a prefix. */
export function attribute(attributes: string, name: string): string | null {
  const found = patternOf(name).exec(attributes)
  return found ? plain(found[1] ?? found[2] ?? '') : null
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Text of XML as it is meant: entities, and the numbers by which spreadsheets write what XML cannot hold. */
export function plain(text: string): string {
  const read = text.includes('&')
    ? text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos));/g, (_, decimal, hex, name) =>
        name ? (named[name] ?? '') : letter(decimal ? Number(decimal) : Number.parseInt(hex, 16)),
      )
    : text
  return read.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => letter(Number.parseInt(hex, 16)))
}

function letter(code: number): string {
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : ''
}
