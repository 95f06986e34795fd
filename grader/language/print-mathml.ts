import type { Expression } from './ast.ts'
import { greekCharacter } from './greek.ts'
import { layOut } from './lay-out.ts'
import type { Layout } from './layout.ts'
import type { NameParts } from './names.ts'

/** An element of MathML Core: with text or with children. */
export type MathNode =
  | { tag: string; attributes?: Readonly<Record<string, string>>; children: MathNode[] }
  | { tag: string; attributes?: Readonly<Record<string, string>>; text: string }

const accents: Record<string, string> = { tilde: '~', hat: '^', bar: '¯', dot: '˙', vec: '→' }
const functions: Record<string, string> = { log: 'ln', trace: 'tr' }

/** Prints an expression as a MathML tree: what a browser shows of a formula without any library. */
export function printMathml(expression: Expression): MathNode {
  return { tag: 'math', children: [mathml(layOut(expression))] }
}

const leaf = (tag: string, text: string, attributes?: Record<string, string>): MathNode =>
  attributes ? { tag, attributes, text } : { tag, text }
const branch = (tag: string, ...children: MathNode[]): MathNode => ({ tag, children })

function mathml(layout: Layout): MathNode {
  switch (layout.kind) {
    case 'row':
      return branch('mrow', ...layout.parts.map(mathml))
    case 'number':
      return leaf('mn', layout.text)
    case 'name':
      return nameMathml(layout.name)
    case 'latex':
    case 'words':
      return leaf('mtext', layout.kind === 'words' ? layout.text.replaceAll(' ', '\u00a0') : layout.source)
    case 'operator':
      if (layout.text === ' ') return { tag: 'mspace', attributes: { width: '0.17em' }, text: '' }
      return leaf('mo', layout.text === '-' ? '−' : layout.text)
    case 'function':
      return leaf('mi', functions[layout.name] ?? greekCharacter(layout.name) ?? layout.name.replaceAll('_', '-'))
    case 'fraction':
      return branch('mfrac', mathml(layout.above), mathml(layout.below))
    case 'superscript':
      return branch('msup', mathml(layout.base), mathml(layout.script))
    case 'subscript':
      return branch('msub', mathml(layout.base), mathml(layout.script))
    case 'root':
      return branch('msqrt', mathml(layout.body))
    case 'fence': {
      const fence = { fence: 'true', stretchy: 'true' }
      return branch('mrow', leaf('mo', layout.open, fence), mathml(layout.body), leaf('mo', layout.close, fence))
    }
    case 'matrix':
      // in one line, as it is typed: brackets grow with a table only where the reader's machine has a math font
      return branch('mrow', leaf('mo', '['), ...between(';', layout.rows.map(entries)), leaf('mo', ']'))
    case 'cases': {
      const rows = layout.rows.map(({ value, when }) => {
        const condition = when ? [leaf('mtext', 'if\u00a0'), mathml(when)] : [leaf('mtext', 'otherwise')]
        return [mathml(value), branch('mrow', ...condition)]
      })
      return branch('mrow', leaf('mo', '{', { fence: 'true', stretchy: 'true' }), table(rows))
    }
  }
}

function entries(cells: readonly Layout[]): MathNode {
  return branch('mrow', ...between(',', cells.map(mathml)))
}

function between(separator: string, nodes: readonly MathNode[]): MathNode[] {
  return nodes.flatMap((node, k) => (k === 0 ? [node] : [leaf('mo', separator, { separator: 'true' }), node]))
}

function table(rows: MathNode[][]): MathNode {
  return branch('mtable', ...rows.map((cells) => branch('mtr', ...cells.map((cell) => branch('mtd', cell)))))
}

function nameMathml({ accent, base, subscripts, primes }: NameParts): MathNode {
  const numbered = /^([A-Za-z])(\d+)$/.exec(base)
  const letter = leaf('mi', character(numbered?.[1] ?? base))
  const head = accent ? branch('mover', letter, leaf('mo', accents[accent] ?? '', { stretchy: 'false' })) : letter
  const scripts = [...(numbered ? [numbered[2] ?? ''] : []), ...subscripts]
  const below = scripts.join(',').replace(/[A-Za-z]+/g, character)
  const script = leaf(/^\d+$/.test(below) ? 'mn' : 'mi', below)
  const prime = leaf('mo', '′'.repeat(primes))
  if (primes > 0) return scripts.length > 0 ? branch('msubsup', head, script, prime) : branch('msup', head, prime)
  return scripts.length > 0 ? branch('msub', head, script) : head
}

const character = (word: string): string => greekCharacter(word) ?? word
