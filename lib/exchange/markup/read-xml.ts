import { DOMParser, type Node } from '@xmldom/xmldom'
import { guardXml, withoutBareType } from './guard-xml.ts'
import { RefusedFile } from './refused.ts'
import { type Element, element } from './tree.ts'

const elementNode = 1
const textNode = 3
const cdataNode = 4

/**
 * Reads XML that is data and nothing else.
 * @throws RefusedFile where it is not well-formed, declares something of its own, or is too large or too deep
 */
export function readXml(given: string): Element {
  const xml = withoutBareType(given)
  guardXml(xml)
  const root = parsed(xml)
  if (!root) throw new RefusedFile('This is not well-formed XML: it has no element.')
  return convert(root)
}

function parsed(xml: string): Node | null {
  const onError = (_level: string, message: string) => {
    // whatever it would repair is refused
    throw new RefusedFile(message)
  }
  try {
    return new DOMParser({ onError, locator: true }).parseFromString(xml.trimStart(), 'text/xml').documentElement
  } catch (error) {
    const [first = 'it cannot be read'] = (error instanceof Error ? error.message : '').split('\n')
    const plain = first.replace(/^Reporting \w+ ".*" caused \w*: /, '').replace(/[.!]$/, '')
    throw new RefusedFile(`This is not well-formed XML: ${plain}.`)
  }
}

/** The guard has bounded the depth. */
function convert(node: Node): Element {
  const { attributes } = node as unknown as {
    attributes: ArrayLike<{ localName: string | null; name: string; value: string }>
  }
  const made = element(nameOf(node.nodeName))
  for (const { name, value } of Array.from(attributes)) {
    if (!name.startsWith('xmlns')) made.attributes[nameOf(name)] = value
  }
  const line = (node as { lineNumber?: number }).lineNumber
  if (line !== undefined) made.line = line
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === elementNode) made.children.push(convert(child))
    else if (child.nodeType === textNode || child.nodeType === cdataNode) made.children.push(child.nodeValue ?? '')
  }
  return made
}

/** Prefixes say nothing here; `xml:lang` is `lang`. */
const nameOf = (name: string) => name.slice(name.indexOf(':') + 1)
