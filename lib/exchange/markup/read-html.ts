import { decodeEntities } from './entities.ts'
import { type Element, element } from './tree.ts'

const empty = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
])
/** What is inside of these is no HTML. */
const raw = new Set(['script', 'style', 'textarea', 'title', 'iframe', 'noscript', 'xmp'])
const blocks =
  'p div section ul ol li table thead tbody tfoot tr td th h1 h2 h3 h4 h5 h6 pre blockquote hr dl dt dd figure'.split(
    ' ',
  )
/** An opening tag that ends what is open, up to where that is looked for. */
const ends: Readonly<Record<string, readonly [string[], string[]]>> = {
  li: [['li'], ['ul', 'ol']],
  dt: [['dt', 'dd'], ['dl']],
  dd: [['dt', 'dd'], ['dl']],
  tr: [
    ['tr', 'td', 'th'],
    ['table', 'thead', 'tbody', 'tfoot'],
  ],
  td: [
    ['td', 'th'],
    ['tr', 'table'],
  ],
  th: [
    ['td', 'th'],
    ['tr', 'table'],
  ],
  thead: [['thead', 'tbody', 'tfoot', 'tr', 'td', 'th'], ['table']],
  tbody: [['thead', 'tbody', 'tfoot', 'tr', 'td', 'th'], ['table']],
  tfoot: [['thead', 'tbody', 'tfoot', 'tr', 'td', 'th'], ['table']],
  option: [['option'], ['select']],
}
const deepest = 100

const token =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<[!?][^>]*(?:>|$)|<\/([A-Za-z][^\s<>/]*)[^<>]*>|<([A-Za-z][^\s<>/]*)((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>/g

/** Reads HTML as it is found in question texts. Anything is read: what is no tag is text, what is left open is closed. */
export function readHtml(html: string): Element {
  const root = element('body')
  const open: Element[] = [root]
  const current = () => open.at(-1) ?? root
  const say = (text: string) => {
    if (text !== '') current().children.push(decodeEntities(text))
  }
  let at = 0
  token.lastIndex = 0
  for (let found = token.exec(html); found; found = token.exec(html)) {
    say(html.slice(at, found.index))
    at = token.lastIndex
    const [text, closing, opening, attributes = ''] = found
    if (closing !== undefined) close(open, closing.toLowerCase())
    else if (opening !== undefined) {
      at = begin(html, open, local(opening), attributes, at)
      token.lastIndex = at
    } else if (text.startsWith('<![CDATA[')) current().children.push(text.slice(9).replace(/\]\]>$/, ''))
  }
  say(html.slice(at))
  return root
}

const local = (tag: string) => tag.toLowerCase().replace(/^[a-z0-9]+:/, '')

/** Opens an element; where its content is no HTML it is read here. Answers where to go on. */
function begin(html: string, open: Element[], tag: string, attributes: string, at: number): number {
  const rule = ends[tag]
  if (rule) closeUpTo(open, ...rule)
  if (blocks.includes(tag)) closeUpTo(open, ['p'], ['td', 'th', 'li', 'div', 'blockquote', 'table'])
  const made = element(tag, readAttributes(attributes))
  open.at(-1)?.children.push(made)
  if (raw.has(tag)) {
    const closing = new RegExp(`</${tag}[^>]*(?:>|$)`, 'gi')
    closing.lastIndex = at
    return closing.exec(html) ? closing.lastIndex : html.length
  }
  if (!empty.has(tag) && !/\/\s*$/.test(attributes) && open.length < deepest) open.push(made)
  return at
}

/** Ends the innermost of these elements that is open, unless one of the others lies between. */
function closeUpTo(open: Element[], tags: readonly string[], limits: readonly string[]): void {
  for (;;) {
    const at = open.findLastIndex(({ tag }) => tags.includes(tag) || limits.includes(tag))
    if (at <= 0 || limits.includes(open[at]?.tag ?? '')) return
    open.length = at
  }
}

function close(open: Element[], tag: string): void {
  const name = local(tag)
  const at = open.findLastIndex((one) => one.tag === name)
  if (at > 0) open.length = at
}

function readAttributes(text: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [, name = '', double, single, bare] of text.matchAll(
    /([A-Za-z][\w:-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>=]+)))?/g,
  )) {
    const key = local(name)
    if (!Object.hasOwn(found, key)) found[key] = decodeEntities(double ?? single ?? bare ?? '')
  }
  return found
}
