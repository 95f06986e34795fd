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
  return text === '' ? null : text
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
    case 'mphantom':
      return row(node, depth)
    case 'annotation':
    case 'annotation-xml':
      return ''
    case 'mfrac':
      return `\\frac${braced(0)}${braced(1)}`
    case 'msup':
    case 'mover':
      return `${braced(0)}^${braced(1)}`
    case 'msub':
    case 'munder':
      return `${braced(0)}_${braced(1)}`
    case 'msubsup':
    case 'munderover':
      return `${braced(0)}_${braced(1)}^${braced(2)}`
    case 'msqrt':
      return `\\sqrt{${row(node, depth)}}`
    case 'mroot':
      return `\\sqrt[${parts[1] ?? ''}]${braced(0)}`
    case 'mfenced':
      return `\\left(${parts.join(', ')}\\right)`
    case 'mtable':
      return `\\begin{matrix}${parts.join(' \\\\ ')}\\end{matrix}`
    case 'mtr':
      return parts.join(' & ')
    case 'mtd':
      return row(node, depth)
    default:
      throw new UnknownElement()
  }
}

const plain = (text: string) =>
  [...text].map((letter) => words[letter] ?? (letter === '\\' ? '\\backslash ' : letter)).join('')
