import { aroundMarkers } from './markers.ts'
import { type Element, isElement, textOf } from './tree.ts'

const deepest = 30
const words: Readonly<Record<string, string>> = {
  '×': '\\times ',
  '⋅': '\\cdot ',
  '·': '\\cdot ',
  '÷': '\\div ',
  '±': '\\pm ',
  '−': '-',
  '≤': '\\le ',
  '≥': '\\ge ',
  '≠': '\\ne ',
  '≈': '\\approx ',
  '∞': '\\infty ',
  '∑': '\\sum ',
  '∏': '\\prod ',
  '∫': '\\int ',
  '∂': '\\partial ',
  '→': '\\to ',
  '∈': '\\in ',
  '{': '\\{',
  '}': '\\}',
  '%': '\\%',
  '#': '\\#',
  '&': '\\&',
  $: '\\text{\\textdollar}',
  '\u2061': '',
  '\u2062': '',
  '\u2063': '',
  '\u2064': '',
  '∇': '\\nabla ',
  '√': '\\surd ',
  _: '\\_',
  "'": '\\prime ',
  '′': '\\prime ',
}

/** A formula as LaTeX: as its source says where it is there, else from its elements; null where one is not known. */
export function mathmlToLatex(math: Element): string | null {
  const source = sourceOf(math)
  if (source !== null) return source
  try {
    const latex = row(math, 0).trim()
    return latex === '' ? null : latex
  } catch (error) {
    if (error instanceof UnknownElement) return null
    throw error
  }
}

class UnknownElement extends Error {}

function sourceOf(math: Element): string | null {
  const semantics = math.children.filter(isElement).find(({ tag }) => tag === 'semantics')
  const annotation = semantics?.children
    .filter(isElement)
    .find(({ tag, attributes }) => tag === 'annotation' && /tex/i.test(attributes.encoding ?? ''))
  const text = annotation ? textOf(annotation).trim() : ''
  const tex = text.replace(/^(?:\\\[|\\\(|\$\$?)([\s\S]*?)(?:\\\]|\\\)|\$\$?)$/, '$1').trim()
  return tex === '' ? null : tex
}

const row = (node: Element, depth: number): string =>
  node.children
    .filter(isElement)
    .map((child) => one(child, depth + 1))
    .join('')

function one(node: Element, depth: number): string {
  if (depth > deepest) throw new UnknownElement()
  // once: a formula of n levels would be read 2ⁿ times
  const parts = node.children.filter(isElement).map((child) => one(child, depth + 1))
  const inside = parts.join('')
  const braced = (k: number) => `{${parts[k] ?? ''}}`
  const text = textOf(node).trim()
  switch (node.tag) {
    case 'mi':
      return text.length > 1 && /^[A-Za-z]+$/.test(text) ? `\\operatorname{${text}}` : plain(text)
    case 'mn':
    case 'mo':
      return plain(text)
    case 'ms':
    case 'mtext':
      return `\\text{${text.replaceAll(/[\\{}$]/g, ' ')}}`
    case 'mspace':
      return '\\,'
    case 'mrow':
    case 'mstyle':
    case 'mpadded':
    case 'semantics':
      return inside
    case 'mphantom':
      return `\\phantom{${inside}}`
    case 'annotation':
    case 'annotation-xml':
      return ''
    case 'mfrac':
      return `\\frac${braced(0)}${braced(1)}`
    case 'mover':
      return over(parts[0] ?? '', parts[1] ?? '')
    case 'msup':
      return `${braced(0)}^${braced(1)}`
    case 'msub':
    case 'munder':
      return `${braced(0)}_${braced(1)}`
    case 'msubsup':
    case 'munderover':
      return `${braced(0)}_${braced(1)}^${braced(2)}`
    case 'msqrt':
      return `\\sqrt{${inside}}`
    case 'mroot':
      return `\\sqrt[${parts[1] ?? ''}]${braced(0)}`
    case 'mfenced':
      return fenced(node.attributes, parts.join(', '))
    case 'mtable':
      return `\\begin{matrix}${parts.join(' \\\\ ')}\\end{matrix}`
    case 'mtr':
      return parts.join(' & ')
    case 'mtd':
      return inside
    default:
      throw new UnknownElement()
  }
}

/** What stands above a letter; limits of sums and products stand where powers do. */
const accents: Readonly<Record<string, string>> = {
  '^': 'hat',
  ˆ: 'hat',
  '~': 'tilde',
  '˜': 'tilde',
  '¯': 'overline',
  '‾': 'overline',
  '-': 'overline',
  '\\to ': 'vec',
  '⃗': 'vec',
  '˙': 'dot',
  '.': 'dot',
  '¨': 'ddot',
  '⏞': 'overbrace',
}
const limits = /^\\(?:sum|prod|int|operatorname\{(?:lim|max|min)\}) ?$/

function over(base: string, above: string): string {
  const accent = Object.hasOwn(accents, above) ? accents[above] : undefined
  if (accent) return `\\${accent}{${base}}`
  return limits.test(base) ? `${base}^{${above}}` : `\\overset{${above}}{${base}}`
}

function fenced({ open = '(', close = ')' }: Readonly<Record<string, string>>, inside: string): string {
  const side = (text: string) => (/^[()[\]|]$/.test(text) ? text : /^[{}]$/.test(text) ? `\\${text}` : '.')
  return `\\left${side(open)}${inside}\\right${side(close)}`
}

/** Letters and signs; values that are printed stay what they are. */
const plain = (text: string) =>
  aroundMarkers(text, (piece) =>
    [...piece].map((letter) => words[letter] ?? (letter === '\\' ? '\\backslash ' : letter)).join(''),
  )
